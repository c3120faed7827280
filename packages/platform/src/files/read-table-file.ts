import { readFile } from 'node:fs/promises'
import { CsvError, readCsv } from '@jiju/kernel/csv'
import { Refusal } from '@jiju/kernel/problem'
import ExcelJS from 'exceljs'
import { sheetTitles } from './sheet-titles.ts'
import { guardZip } from './zip-guard.ts'

/** A row of a table as the file has it; `row` counts as a spreadsheet does. */
export type TableRow = { readonly sheet: string; readonly row: number; readonly cells: readonly string[] }

const MAX_COLUMNS = 300
const MAX_CELL_CHARACTERS = 32_767

const UNREADABLE = { code: 'platform.file_unreadable', kind: 'invalid' } as const

/** Rows of a CSV (UTF-8 or GB 18030) or xlsx file, told apart by content; headers are rows like others. Refuses what cannot be read. */
export async function* readTableFile(file: string): AsyncGenerator<TableRow> {
  const content = await readFile(file)
  const rows = content.subarray(0, 2).toString('latin1') === 'PK' ? readWorkbook(file) : readText(content)
  for await (const row of rows) {
    if (row.cells.length > MAX_COLUMNS)
      throw new Refusal({ code: 'platform.file_too_wide', kind: 'invalid', params: { max: MAX_COLUMNS, row: row.row } })
    const longest = row.cells.findIndex((cell) => cell.length > MAX_CELL_CHARACTERS)
    if (longest >= 0)
      throw new Refusal({
        code: 'platform.cell_too_long',
        kind: 'invalid',
        params: { row: row.row, column: longest + 1, max: MAX_CELL_CHARACTERS },
      })
    yield row
  }
}

function decode(content: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(content)
    } catch {
      // Not this encoding; the next one.
    }
  }
  throw new Refusal(UNREADABLE)
}

async function* readText(content: Buffer): AsyncGenerator<TableRow> {
  try {
    for (const { row, cells } of readCsv(decode(content))) yield { sheet: '', row, cells }
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal({ code: 'platform.csv_broken', kind: 'invalid', params: { row: error.row } })
    throw error
  }
}

async function* readWorkbook(file: string): AsyncGenerator<TableRow> {
  await guardZip(file)
  const titles = await sheetTitles(file)
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(file, {
    entries: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    worksheets: 'emit',
  })
  try {
    for await (const worksheet of workbook) {
      // The streaming reader knows the number of the part, its types do not.
      const title = titles.get(Number((worksheet as unknown as { id: number | string }).id))
      if (title?.isHidden) continue
      for await (const row of worksheet) {
        const cells: string[] = []
        for (let column = 1; column <= Math.min(row.cellCount, MAX_COLUMNS + 1); column += 1) cells.push(textOf(row.getCell(column)))
        while (cells.length > 0 && cells.at(-1) === '') cells.pop()
        if (cells.length > 0) yield { sheet: title?.name ?? '', row: row.number, cells }
      }
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(UNREADABLE)
  }
}

type CellContent = {
  readonly richText?: { text: string }[]
  readonly text?: unknown
  readonly result?: unknown
  readonly error?: string
  readonly formula?: string
}

/** What a cell shows, without its format: days as `YYYY-MM-DD`, numbers without rounding, formulas by their stored result. */
function textOf(cell: ExcelJS.Cell): string {
  const value = cell.value as unknown
  return textOfValue(value).replace(/\r\n?/g, '\n')
}

function textOfValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    const iso = value.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ')
  }
  if (typeof value !== 'object') return String(value)
  const { richText, text, result, error, formula } = value as CellContent
  if (richText) return richText.map((part) => part.text).join('')
  if (text !== undefined) return textOfValue(text)
  if (error !== undefined) return error
  // Shown as it is: an empty cell would hide that something was to stand here.
  if (formula !== undefined && (result === undefined || result === null)) return `=${formula}`
  return textOfValue(result)
}
