import { Readable } from 'node:stream'
import { writeCsvRow } from '@jiju/kernel/csv'
import type { ExportTable } from './export-rows.ts'

/** CSV with byte order mark, so that spreadsheets read it as UTF-8; no cell is taken for a formula. */
export function csvStream(table: ExportTable): Readable {
  async function* lines() {
    yield `\ufeff${writeCsvRow(table.headers)}`
    for await (const row of table.rows) yield writeCsvRow(row)
  }
  return Readable.from(lines())
}
