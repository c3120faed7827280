import { readTableFile } from '@jiju/platform/files/read-table-file'
import type { Connector } from '../../../core/facts/connector.ts'
import { readTable } from '../../../core/facts/read-table.ts'

/** Excel and CSV files on disk, uploaded or found in a watched folder. */
export const tableConnector = (door: 'upload' | 'folder'): Connector<string> => ({
  door,
  read: (file, definitions) => readTable(readTableFile(file), definitions),
})
