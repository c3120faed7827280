import type { TableRow } from '@jiju/platform/files/read-table-file'
import { headerKey, isLeftOutReason } from '../../core/facts/headers.ts'
import type { ReadItem } from './content.ts'

/** A row of a table with fixed columns: texts by field, with the place of each. */
export type NamedRow<Field extends string> = {
  readonly sheet: string
  readonly row: number
  readonly cells: readonly string[]
  readonly texts: Readonly<Record<Field, string>>
  readonly columns: Readonly<Partial<Record<Field, number>>>
  /** What the file calls each field; where it has no such column, what a template would. */
  readonly headers: Readonly<Record<Field, string>>
}

/** Reads sheets whose headers name fields, each by several names; a sheet without the first field holds something else. */
export async function* readNamedRows<Field extends string>(
  rows: AsyncIterable<TableRow>,
  names: Readonly<Record<Field, readonly string[]>>,
): AsyncGenerator<ReadItem<NamedRow<Field>>> {
  const fields = Object.keys(names) as Field[]
  const fieldOf = new Map(fields.flatMap((field) => names[field].map((name) => [headerKey(name), field] as const)))
  let sheet: string | undefined
  let columns: Partial<Record<Field, number>> | undefined
  let headers = {} as Record<Field, string>
  for await (const row of rows) {
    if (row.sheet !== sheet) {
      sheet = row.sheet
      const found: Partial<Record<Field, number>> = {}
      const placed = row.cells.map((header, index) => ({ header, column: index + 1, field: fieldOf.get(headerKey(header)) }))
      for (const { field, column } of placed) if (field && found[field] === undefined) found[field] = column
      columns = found[fields[0] as Field] === undefined ? undefined : found
      if (!columns) continue
      headers = Object.fromEntries(
        fields.map((field) => [field, row.cells[(found[field] ?? 0) - 1] ?? names[field][0] ?? field]),
      ) as Record<Field, string>
      yield { kind: 'headers', sheet, headers: row.cells }
      for (const { header, column, field } of placed) {
        const code =
          !field && header.trim() && !isLeftOutReason(header)
            ? 'scoring.mistake_header_unknown'
            : field && found[field] !== column
              ? TWICE
              : undefined
        const params = { value: header, name: header, first: (field && found[field]) ?? 0 }
        if (code)
          yield {
            kind: 'issue',
            issue: { sheet, row: row.row, column, columnName: header, value: header, code, params, isQuestion: false },
          }
      }
      continue
    }
    if (!columns || row.cells.every((cell) => cell.trim() === '')) continue
    const own = columns
    const texts = Object.fromEntries(fields.map((field) => [field, (row.cells[(own[field] ?? 0) - 1] ?? '').trim()])) as Record<
      Field,
      string
    >
    yield { kind: 'row', sheet: row.sheet, row: row.row, cells: row.cells, texts, columns: own, headers }
  }
}

const TWICE = 'scoring.mistake_column_twice'
