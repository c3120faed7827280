import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { readBytes } from '@jiju/platform/files/keep-bytes'
import { readFactsText } from '../../core/engine/canonical.ts'
import type { FactTable } from '../../core/engine/fact-table.ts'
import type { Model } from '../../core/engine/model.ts'
import { type Run, runModel } from '../../core/engine/run-model.ts'
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

/** Runs never change, so the last few are kept in memory; the oldest leaves first. */
const KEPT = 3
const opened = new Map<string, OpenedRun>()

/** Reads the facts of a finished run back and scores them again. Refuses with `scoring.run_missing` or `scoring.run_not_done`. */
export async function openRun(db: Db<ScoringTables>, { files }: Pick<ScoringNeeds, 'files'>, runId: string): Promise<OpenedRun> {
  const known = opened.get(runId)
  if (known) return known
  const row = await findRun(db, runId)
  const found = row && (await findModel(db, row.model_id))
  if (!row || !found) throw new Refusal(RUN_MISSING)
  if (row.state !== 'done' || !row.facts_sha256) throw new Refusal({ code: 'scoring.run_not_done', kind: 'conflict' })
  const bytes = await readBytes(files, row.facts_sha256)
  if (!bytes) throw new Error(`the facts of run ${row.number} are not in the store`)
  const { table } = readFactsText(bytes.toString('utf8'))
  const places = new Map(table.ids.map((id, place) => [id, place]))
  const run = { ...runModel(found.document, table, row.as_of), row, model: found.document, table, placeOf: (id: string) => places.get(id) }
  opened.set(runId, run)
  const [oldest] = opened.keys()
  if (opened.size > KEPT && oldest !== undefined) opened.delete(oldest)
  return run
}
