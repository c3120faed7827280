import { Refusal } from '@jiju/kernel/problem'
import type { TableRow } from '@jiju/platform/files/read-table-file'
import { type Layout, recogniseLayout } from '../../core/import/layouts.ts'
import type { ParsedRow } from '../../core/import/parsed-row.ts'
import { headerKey } from '../../core/import/sheets.ts'
import type { ImportFormat } from '../../core/import-formats.ts'

const MAX_IMPORT_ROWS = 50_000

/** A row with its place in the file and its cells by header. */
export type PlacedRow = {
  readonly line: number
  readonly sheet: string
  readonly row: number
  readonly cells: Record<string, string>
  readonly parsed: ParsedRow
}

type ParsedFile = { readonly formats: ImportFormat[]; readonly rows: PlacedRow[]; readonly unknownHeaders: string[] }

/** The sheet of our template that explains; it is no data. */
const EXPLANATIONS = new Set(['说明', 'guide', 'readme'])

type Table = { readonly layout: Layout; readonly headers: readonly string[] }

/** Reads all rows, each sheet by its header row. Refuses a file of which no sheet is recognised, one with doubled headers, and one that is too long. */
export async function parseRows(rows: AsyncIterable<TableRow>): Promise<ParsedFile> {
  const parsed: PlacedRow[] = []
  const formats = new Set<ImportFormat>()
  const unknownHeaders = new Set<string>()
  const skipped: string[] = []
  let sheet: string | undefined
  let table: Table | undefined
  for await (const row of rows) {
    if (row.sheet !== sheet) {
      sheet = row.sheet
      table = startTable(row)
      if (!table) skipped.push(row.cells.slice(0, 12).join(', '))
      else {
        formats.add(table.layout.format)
        for (const header of table.layout.unknownHeaders) unknownHeaders.add(header)
      }
      continue
    }
    if (!table) continue
    if (parsed.length >= MAX_IMPORT_ROWS)
      throw new Refusal({ code: 'catalog.import_too_many_rows', kind: 'invalid', params: { max: MAX_IMPORT_ROWS } })
    const cells = Object.fromEntries(table.headers.flatMap((header, index) => (header === '' ? [] : [[header, row.cells[index] ?? '']])))
    if (Object.values(cells).every((text) => text.trim() === '')) continue
    parsed.push({ line: parsed.length + 1, sheet: row.sheet, row: row.row, cells, parsed: table.layout.read(cells) })
  }
  if (formats.size === 0)
    throw new Refusal({ code: 'catalog.import_not_recognised', kind: 'invalid', params: { header: (skipped[0] ?? '').slice(0, 300) } })
  return { formats: [...formats], rows: parsed, unknownHeaders: [...unknownHeaders] }
}

function startTable(row: TableRow): Table | undefined {
  if (EXPLANATIONS.has(row.sheet.trim().toLowerCase())) return undefined
  const headers = row.cells.map((cell) => cell.trim())
  const keys = headers.filter((header) => header !== '').map(headerKey)
  const layout = recogniseLayout(headers, row.sheet)
  const doubled =
    layout &&
    headers.find((header, index) => header !== '' && keys.indexOf(headerKey(header)) !== keys.lastIndexOf(headerKey(header)) && index >= 0)
  if (doubled) throw new Refusal({ code: 'catalog.import_header_twice', kind: 'invalid', params: { header: doubled } })
  return layout && { layout, headers }
}
