import type { LocalDate } from '@jiju/kernel/local-date'
import type { z } from 'zod'
import type { Issue, RecordKind, RecordOf } from '../../core/import/parsed-row.ts'
import { findColumn, SHEET_NAMES, SHEETS } from '../../core/import/sheets.ts'
import type { RowOutcome } from '../sql/imports.ts'
import type { Author } from '../sql/resources.ts'

/** For whom and when rows are written. `organisationId` is the institution of sites, resources and prices. */
export type ApplyContext = {
  readonly organisationId: string | null
  readonly author: Author
  /** Whether the actor keeps the shared library: standards and vocabularies. */
  readonly keepsLibrary: boolean
  readonly at: Date
  readonly day: LocalDate
  readonly source: string | null
  /** The day on which the source was compared with its publisher. */
  readonly checkedOn: LocalDate | null
  /** Told how many further rows are done. */
  readonly onRows: (count: number) => Promise<void>
}

/** A row that may be written. */
export type ApplyRow<Kind extends RecordKind = RecordKind> = {
  [K in Kind]: {
    readonly line: number
    readonly kind: K
    readonly key: string
    readonly record: RecordOf[K]
    readonly cells: Readonly<Record<string, string>>
  }
}[Kind]

export type Outcome = {
  readonly line: number
  readonly outcome: RowOutcome
  readonly problems: readonly Issue[]
  readonly warnings: readonly Issue[]
}

/** Facts that leave the domain after the rows are written. */
export type Effects = {
  readonly standardIds: Set<string>
  readonly pricedResourceIds: Set<string>
  readonly siteIds: Set<string>
  readonly accreditationIds: Set<string>
  readonly operatedResourceIds: Set<string>
}

export const newEffects = (): Effects => ({
  standardIds: new Set(),
  pricedResourceIds: new Set(),
  siteIds: new Set(),
  accreditationIds: new Set(),
  operatedResourceIds: new Set(),
})

export const done = (row: ApplyRow, outcome: RowOutcome, warnings: readonly Issue[] = []): Outcome => ({
  line: row.line,
  outcome,
  problems: [],
  warnings,
})

export const refused = (row: ApplyRow, ...problems: Issue[]): Outcome => ({ line: row.line, outcome: 'refused', problems, warnings: [] })

/** A problem of a row; `path` finds the column by which the file names the field. */
export function issue(row: ApplyRow, path: string | null, code: string, params?: Issue['params']): Issue {
  const column = path === null ? null : headerOf(row.cells, path)
  return { column, value: column === null ? null : (row.cells[column] ?? null), code, ...(params && { params }) }
}

function headerOf(cells: Readonly<Record<string, string>>, path: string): string | null {
  return Object.keys(cells).find((header) => SHEET_NAMES.some((name) => findColumn(SHEETS[name], header)?.path === path)) ?? null
}

/** What a contract finds wrong with a record, told by the column; `columns` names those whose path in the sheet is another. */
export function issuesOf(row: ApplyRow, error: z.ZodError, columns: Readonly<Record<string, string>> = {}): Issue[] {
  return error.issues.map((found) => {
    const names = found.path.filter((part) => typeof part === 'string')
    const field = names.slice(0, names[0] === 'detail' ? (names[1] === 'customs' ? 3 : 2) : 1).join('.')
    const path = columns[field] ?? field
    if (found.code === 'too_big') return issue(row, path, 'catalog.cell_too_large', { max: Number(found.maximum) })
    return issue(row, path, 'catalog.cell_invalid', { reason: found.message })
  })
}

export function* chunks<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}

/** Rows in batches; what is done is told after each. */
export async function* batches<Row>(context: ApplyContext, rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (const batch of chunks(rows, 500)) {
    yield batch
    await context.onRows(batch.length)
  }
}
