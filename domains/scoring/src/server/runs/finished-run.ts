import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { readShared } from '@jiju/platform/files/keep-bytes'
import type { Model } from '../../core/engine/model.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { RUN_MISSING } from '../problems.ts'
import { findModel } from '../sql/models.ts'
import { findRun, type RunRow } from '../sql/runs.ts'

/** Files of facts up to this size are read sooner than a thread starts. */
const SMALL_BYTES = 200_000

type FinishedRun = {
  readonly row: RunRow
  readonly model: Model
  /** The file of its facts, in memory that threads share. */
  readonly facts: Uint8Array
  readonly isSmall: boolean
}

/** What a finished run was made of. Refuses with `scoring.run_missing` or `scoring.run_not_done`. */
export async function getFinishedRun(db: Db<ScoringTables>, { files }: Pick<ScoringNeeds, 'files'>, runId: string): Promise<FinishedRun> {
  const row = await findRun(db, runId)
  const found = row && (await findModel(db, row.model_id))
  if (!row || !found) throw new Refusal(RUN_MISSING)
  if (row.state !== 'done' || !row.facts_sha256) throw new Refusal({ code: 'scoring.run_not_done', kind: 'conflict' })
  const facts = await readShared(files, row.facts_sha256)
  if (!facts) throw new Error(`the facts of run ${row.number} are not in the store`)
  return { row, model: found.document, facts, isSmall: facts.length <= SMALL_BYTES }
}
