import type { Db } from '@jiju/platform/database/pool'
import type { CohortIndex } from '../../core/engine/cohort-index.ts'
import type { Scored } from '../../core/engine/contributions.ts'
import { type Explanation, explainRow } from '../../core/engine/explain.ts'
import type { FactTable } from '../../core/engine/fact-table.ts'
import { factRefsOf } from '../../core/engine/model.ts'
import { type Movement, movementOf } from '../../core/engine/movement.ts'
import { cohortOf } from '../../core/engine/stages.ts'
import { compute } from '../compute/compute.ts'
import { isSmall } from '../compute/is-small.ts'
import type { Output } from '../compute/tasks.ts'
import type { ScoringTables } from '../needs.ts'
import type { OpenedRun } from './open-run.ts'
import { takeColumns } from './take-snapshot.ts'

// What is worked out from an opened run lives as long as it does: in a thread once, then read here at once.
const indexes = new WeakMap<OpenedRun, Map<number, Promise<CohortIndex>>>()
const summaries = new WeakMap<OpenedRun, Promise<Output<'summariseRun'>>>()
const refits = new WeakMap<OpenedRun, WeakMap<OpenedRun, Promise<Pick<Scored, 'fit' | 'table'>>>>()

/** Columns alone: sorting and counting need neither names nor events, which would have to be copied. */
const columnsOf = ({ model, table, scores }: OpenedRun) => ({ model, table: nameless(table), scores: { ...scores, ids: [] } })

const nameless = ({ ids, columns }: FactTable): FactTable => ({ ids: new Array<string>(ids.length), columns, events: [] })

/** The sorted values of the cohort of a place; undefined where it is in none. */
export async function cohortIndexOf(run: OpenedRun, place: number): Promise<CohortIndex | undefined> {
  const cohort = cohortOf(run.model, run.scores.stage, place)
  if (cohort < 0) return undefined
  const known = indexes.get(run) ?? new Map<number, Promise<CohortIndex>>()
  indexes.set(run, known)
  return remember(known, cohort, () => compute('indexCohort', { run: columnsOf(run), cohort }, { isSmall: isSmall(run.table) }))
}

export async function explainPlace(run: OpenedRun, place: number): Promise<Explanation> {
  return explainRow(scoredOf(run), place, await cohortIndexOf(run, place))
}

export function summaryOf(run: OpenedRun): Promise<Output<'summariseRun'>> {
  return remember(summaries, run, () => compute('summariseRun', columnsOf(run), { isSmall: isSmall(run.table) }))
}

/** How an enterprise's score moved from one run to another. */
export async function moveBetween(db: Db<ScoringTables>, older: OpenedRun, newer: OpenedRun, creditCode: string): Promise<Movement> {
  const known = refits.get(older) ?? new WeakMap<OpenedRun, Promise<Pick<Scored, 'fit' | 'table'>>>()
  refits.set(older, known)
  const { fit, table } = await remember(known, newer, () => refitRuns(db, older, newer))
  return movementOf(scoredOf(older), { ...scoredOf(newer), table }, creditCode, fit)
}

/**
 * What the older model says of the newer facts. Those that only the older model reads are taken as they were known then: else they would
 * seem to have been lost.
 */
async function refitRuns(db: Db<ScoringTables>, older: OpenedRun, newer: OpenedRun): Promise<Pick<Scored, 'fit' | 'table'>> {
  const { row, table } = newer
  const refs = factRefsOf(older.model).filter((ref) => !table.columns.has(ref))
  const added = refs.length === 0 ? null : await takeColumns(db, { refs, period: row.period, asOf: row.as_of, at: row.facts_at })
  const { fit, columns } = await compute(
    'refitRun',
    { model: older.model, table: added ? table : nameless(table), added },
    { isSmall: isSmall(table) },
  )
  return { fit, table: { ...table, columns } }
}

const scoredOf = (run: OpenedRun): Scored => ({ ...run, asOf: run.row.as_of })

type Memory<Key, Value> = { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown; delete(key: Key): unknown }

/** Who asks while it is worked out waits for it; what failed is tried again by the next. */
function remember<Key, Value>(known: Memory<Key, Promise<Value>>, key: Key, make: () => Promise<Value>): Promise<Value> {
  const found = known.get(key)
  if (found) return found
  const made = make()
  known.set(key, made)
  made.catch(() => known.delete(key))
  return made
}
