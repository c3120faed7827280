import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readTableFile, type TableRow } from '@jiju/platform/files/read-table-file'

/** The rows of a CSV or xlsx file that was uploaded, its headers among them; one row more than `max` says that there are too many. */
export async function readRows(content: Buffer, max: number): Promise<TableRow[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jiju-rows-'))
  try {
    const file = path.join(folder, 'upload')
    await writeFile(file, content, { mode: 0o600 })
    const rows: TableRow[] = []
    for await (const row of readTableFile(file)) {
      rows.push(row)
      if (rows.length > max + 1) break
    }
    return rows
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
