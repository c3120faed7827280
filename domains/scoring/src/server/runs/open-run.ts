import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { readBytes } from '@jiju/platform/files/keep-bytes'
import type { FactTable } from '../../core/engine/fact-table.ts'
import type { Model } from '../../core/engine/model.ts'
import type { Run } from '../../core/engine/run-model.ts'
import { compute } from '../compute/compute.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { RUN_MISSING } from '../problems.ts'
import { findModel } from '../sql/models.ts'
import { findRun, type RunRow } from '../sql/runs.ts'

/** A run with everything that it was made of, for explanations, what-ifs and comparisons. */
export type OpenedRun = Run & {
  readonly row: RunRow
  readonly model: Model
  readonly table: FactTable
  /** The place of an enterprise in the columns, by credit code. */
  readonly placeOf: (creditCode: string) => number | undefined
}

/** Files of facts up to this size are read sooner than a thread starts. */
const SMALL_BYTES = 200_000

/** Runs never change, so the last few are kept in memory; the oldest leaves first. Who asks for one that is being opened waits for it. */
const KEPT = 3
const opened = new Map<string, Promise<OpenedRun>>()

/** Reads the facts of a finished run back and scores them again. Refuses with `scoring.run_missing` or `scoring.run_not_done`. */
export function openRun(db: Db<ScoringTables>, { files }: Pick<ScoringNeeds, 'files'>, runId: string): Promise<OpenedRun> {
  const known = opened.get(runId)
  if (known) return known
  const run = reopen(db, files, runId)
  opened.set(runId, run)
  run.then(forgetOldest, () => opened.delete(runId))
  return run
}

function forgetOldest(): void {
  const [oldest] = opened.keys()
  if (opened.size > KEPT && oldest !== undefined) opened.delete(oldest)
}

async function reopen(db: Db<ScoringTables>, files: ScoringNeeds['files'], runId: string): Promise<OpenedRun> {
  const row = await findRun(db, runId)
  const found = row && (await findModel(db, row.model_id))
  if (!row || !found) throw new Refusal(RUN_MISSING)
  if (row.state !== 'done' || !row.facts_sha256) throw new Refusal({ code: 'scoring.run_not_done', kind: 'conflict' })
  const facts = await readBytes(files, row.facts_sha256)
  if (!facts) throw new Error(`the facts of run ${row.number} are not in the store`)
  const model = found.document
  const run = await compute('reopenRun', { model, facts, asOf: row.as_of }, { isSmall: facts.length <= SMALL_BYTES })
  const places = new Map(run.table.ids.map((id, place) => [id, place]))
  return { ...run, row, model, placeOf: (creditCode) => places.get(creditCode) }
}
