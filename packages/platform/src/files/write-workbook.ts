import { PassThrough, type Readable } from 'node:stream'
import ExcelJS from 'exceljs'

/** A sheet to write: its title, headers, and rows of cells; an empty text is an empty cell. */
export type WorkbookTable = {
  readonly title: string
  readonly headers: readonly string[]
  readonly rows: AsyncIterable<readonly (string | number)[]> | Iterable<readonly (string | number)[]>
}

/** An xlsx workbook, written while the rows are read; cells are texts and numbers, so none is a formula. */
export function workbookStream(tables: readonly WorkbookTable[]): Readable {
  const out = new PassThrough()
  writeWorkbook(tables, out).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}

async function writeWorkbook(tables: readonly WorkbookTable[], out: PassThrough): Promise<void> {
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
