import type { Kysely } from 'kysely'
import type { Issue } from '../../core/import/parsed-row.ts'
import type { CatalogTables } from '../catalog-db.ts'
import type { ImportLine } from '../sql/imports.ts'
import { type ApplyContext, type ApplyRow, issue, type Outcome } from './apply-context.ts'
import { applyRows } from './apply-rows.ts'
import type { PlacedRow } from './parse-rows.ts'

/** Undoes the trial run. */
class TrialEnd extends Error {
  override name = 'TrialEnd'
}

/**
 * Checks rows as they will be written: what the cells say, then a trial run of the very import in a transaction that is rolled back.
 * What this finds is what applying will find, unless somebody changes the catalogue in between.
 */
export async function checkRows(db: Kysely<CatalogTables>, context: ApplyContext, rows: readonly PlacedRow[]): Promise<ImportLine[]> {
  const first = new Map<string, PlacedRow>()
  const twice = new Map<number, Issue>()
  for (const row of rows) {
    const key = `${row.parsed.kind}|${row.parsed.key}`
    const before = first.get(key)
    if (before && row.parsed.key !== '')
      twice.set(row.line, { column: null, value: row.parsed.key, code: 'catalog.row_twice', params: { row: before.row } })
    else first.set(key, row)
  }
  const writable = rows.filter((row) => row.parsed.problems.length === 0 && !twice.has(row.line))
  const outcomes = await tryOut(db, context, writable.map(toApplyRow))
  return rows.map((row) => toLine(row, twice.get(row.line), outcomes.get(row.line)))
}

const toApplyRow = (row: PlacedRow): ApplyRow =>
  ({ line: row.line, kind: row.parsed.kind, key: row.parsed.key, record: row.parsed.record, cells: row.cells }) as ApplyRow

async function tryOut(db: Kysely<CatalogTables>, context: ApplyContext, rows: readonly ApplyRow[]): Promise<Map<number, Outcome>> {
  const outcomes = new Map<number, Outcome>()
  try {
    await db.transaction().execute(async (tx) => {
      const result = await applyRows(tx, context, rows)
      for (const outcome of result.outcomes) outcomes.set(outcome.line, outcome)
      throw new TrialEnd()
    })
  } catch (error) {
    if (!(error instanceof TrialEnd)) throw error
  }
  return outcomes
}

function toLine(row: PlacedRow, repeated: Issue | undefined, outcome: Outcome | undefined): ImportLine {
  const problems = [...row.parsed.problems, ...(repeated ? [repeated] : []), ...(outcome?.problems ?? [])]
  if (!outcome && problems.length === 0) problems.push(issue(toApplyRow(row), null, 'catalog.row_changed_meanwhile'))
  return {
    line: row.line,
    sheet: row.sheet,
    row_no: row.row,
    kind: row.parsed.kind,
    state: problems.length > 0 ? 'rejected' : 'valid',
    outcome: problems.length > 0 ? null : (outcome?.outcome ?? null),
    cells: row.cells,
    record: { key: row.parsed.key, record: row.parsed.record },
    problems,
    warnings: [...row.parsed.warnings, ...(outcome?.warnings ?? [])],
  }
}
