import type { Db } from '@jiju/platform/database/pool'
import { type FactTable, rowOf } from '../../core/engine/fact-table.ts'
import type { Model } from '../../core/engine/model.ts'
import type { Run } from '../../core/engine/run-model.ts'
import { compute } from '../compute/compute.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import type { RunRow } from '../sql/runs.ts'
import { getFinishedRun } from './finished-run.ts'

/** A run with everything that it was made of, for explanations, what-ifs and comparisons. */
export type OpenedRun = Run & {
  readonly row: RunRow
  readonly model: Model
  readonly table: FactTable
  /** The place of an enterprise in the columns, by credit code; −1 where it has none. */
  readonly placeOf: (creditCode: string) => number
}

/** Runs never change, so the last few are kept in memory; the oldest leaves first. Who asks for one that is being opened waits for it. */
const KEPT = 3
const opened = new Map<string, Promise<OpenedRun>>()

/** Reads the facts of a finished run back and scores them again. Refuses with `scoring.run_missing` or `scoring.run_not_done`. */
export function openRun(db: Db<ScoringTables>, needs: Pick<ScoringNeeds, 'files'>, runId: string): Promise<OpenedRun> {
  const known = opened.get(runId)
  if (known) return known
  const run = reopen(db, needs, runId)
  opened.set(runId, run)
  run.then(forgetOldest, () => opened.delete(runId))
  return run
}

function forgetOldest(): void {
  const [oldest] = opened.keys()
  if (opened.size > KEPT && oldest !== undefined) opened.delete(oldest)
}

async function reopen(db: Db<ScoringTables>, needs: Pick<ScoringNeeds, 'files'>, runId: string): Promise<OpenedRun> {
  const { row, model, facts, isSmall } = await getFinishedRun(db, needs, runId)
  const run = await compute('reopenRun', { model, facts, asOf: row.as_of }, { isSmall })
  return { ...run, row, model, placeOf: (creditCode) => rowOf(run.table, creditCode) }
}
