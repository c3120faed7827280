import type { ConnectorItem, StatedRow } from './connector.ts'
import type { FactDefinition } from './definition.ts'
import { type FactLayout, headerKey, indexDefinitions, readHeaders } from './headers.ts'

/** Sheets of the template that explain; they hold no data. */
const EXPLANATIONS = new Set(['说明', 'guide', '数据项', 'facts guide'])

type TableRow = { readonly sheet: string; readonly row: number; readonly cells: readonly string[] }

/** Statements of a workbook, sheet by sheet: each starts with its headers. A sheet without a credit code is skipped as a whole. */
export async function* readTable(rows: AsyncIterable<TableRow>, definitions: readonly FactDefinition[]): AsyncGenerator<ConnectorItem> {
  const known = indexDefinitions(definitions)
  let sheet: string | undefined
  let layout: FactLayout | undefined
  let headers: readonly string[] = []
  for await (const row of rows) {
    if (row.sheet !== sheet) {
      sheet = row.sheet
      headers = row.cells
      const found = EXPLANATIONS.has(sheet.trim().toLowerCase()) ? undefined : readHeaders(sheet, row.row, headers, known)
      layout = found?.layout
      if (found) yield { kind: 'headers', sheet, headers }
      for (const issue of found?.issues ?? []) yield { kind: 'issue', issue }
    } else if (layout && row.cells.some((cell) => cell.trim() !== '')) yield statedRow(row, layout, headers, known)
  }
}

function statedRow(
  { sheet, row, cells }: TableRow,
  layout: FactLayout,
  headers: readonly string[],
  known: ReadonlyMap<string, FactDefinition>,
): StatedRow {
  const at = (column: number) => ({ column, columnName: headers[column - 1] ?? '', text: (cells[column - 1] ?? '').trim() })
  const document = layout.document === null ? '' : at(layout.document).text
  const values =
    layout.form === 'wide'
      ? [...layout.facts].map(([column, { code }]) => ({ ...at(column), factCode: code }))
      : [{ ...at(layout.value), factCode: factOf(at(layout.fact).text, known), named: at(layout.fact) }]
  return {
    kind: 'row',
    sheet,
    row,
    creditCode: at(layout.creditCode),
    period: layout.period === null ? null : at(layout.period),
    values,
    document: document.slice(0, 200) || null,
    cells,
  }
}

/** A list of facts names them as headers do, with or without the unit. */
function factOf(text: string, known: ReadonlyMap<string, FactDefinition>): string {
  const key = headerKey(text)
  return known.get(key)?.code ?? known.get(key.replace(/\([^()]*\)$/, ''))?.code ?? text
}
