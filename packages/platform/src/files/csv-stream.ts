import { Readable } from 'node:stream'
import { writeCsvRow } from '@jiju/kernel/csv'
import type { WorkbookTable } from './write-workbook.ts'

/** CSV with byte order mark, so that spreadsheets read it as UTF-8; no cell is taken for a formula. */
export function csvStream({ headers, rows }: Pick<WorkbookTable, 'headers' | 'rows'>): Readable {
  async function* lines() {
    yield `\ufeff${writeCsvRow(headers)}`
    for await (const row of rows) yield writeCsvRow(row.map(String))
  }
  return Readable.from(lines())
}
