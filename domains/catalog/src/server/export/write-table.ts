import { PassThrough, Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import { writeCsvRow } from '../../core/csv.ts'
import type { ExportTable } from './export-rows.ts'

/** CSV with byte order mark, so that spreadsheets read it as UTF-8; no cell is taken for a formula. */
export function csvStream(table: ExportTable): Readable {
  async function* lines() {
    yield `\ufeff${writeCsvRow(table.headers)}`
    for await (const row of table.rows) yield writeCsvRow(row)
  }
  return Readable.from(lines())
}

/** An xlsx workbook, written while the rows are read; every cell is text, so none is a formula. */
export function workbookStream(tables: readonly ExportTable[]): Readable {
  const out = new PassThrough()
  writeWorkbook(tables, out).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}

async function writeWorkbook(tables: readonly ExportTable[], out: PassThrough): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true })
  for (const table of tables) {
    const sheet = workbook.addWorksheet(table.title, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = table.headers.map((header) => ({ width: Math.min(40, Math.max(12, header.length * 2.2)) }))
    const head = sheet.addRow([...table.headers])
    head.font = { bold: true }
    head.commit()
    for await (const row of table.rows) sheet.addRow(row.map((cell) => (cell === '' ? null : cell))).commit()
    sheet.commit()
  }
  await workbook.commit()
}
