import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Robustness, RobustnessSettings } from '../../core/engine/robustness/measure-robustness.ts'
import type { ScoringTables } from '../needs.ts'

export type RobustnessSummary = Pick<Robustness, 'leaveOneOut' | 'sensitivity'>

export type RobustnessRow = {
  readonly state: 'queued' | 'running' | 'done' | 'failed'
  readonly settings: RobustnessSettings
  readonly progress_percent: number
  readonly summary: RobustnessSummary | null
  readonly result_sha256: string | null
  readonly failure: string | null
  readonly finished_at: Date | null
}

export async function findRobustness(db: Db<ScoringTables>, runId: string): Promise<RobustnessRow | undefined> {
  const { rows } = await sql<RobustnessRow>`
    select state, settings, progress_percent, summary, result_sha256, failure, finished_at
    from scoring.robustness where run_id = ${runId}`.execute(db)
  return rows[0]
}

/** Once for each run. */
export async function insertRobustness(tx: Db<ScoringTables>, runId: string, settings: RobustnessSettings, now: Date): Promise<void> {
  await tx
    .insertInto('scoring.robustness')
    .values({ run_id: runId, settings: JSON.stringify(settings), created_at: now })
    .onConflict((conflict) => conflict.column('run_id').doNothing())
    .execute()
}

export async function listRobustnessUnderWay(db: Db<ScoringTables>): Promise<string[]> {
  const rows = await db
    .selectFrom('scoring.robustness')
    .select('run_id')
    .where('state', 'in', ['queued', 'running'])
    .orderBy('run_id')
    .execute()
  return rows.map(({ run_id }) => run_id)
}

/** False when nobody waits for it any more. */
export async function setRobustnessProgress(db: Db<ScoringTables>, runId: string, percent: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scoring.robustness')
    .set({ state: 'running', progress_percent: percent })
    .where('run_id', '=', runId)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Places by credit code: best and worst among all and in the stage. */
export type NewInterval = {
  readonly creditCode: string
  readonly allLow: number
  readonly allHigh: number
  readonly stageLow: number
  readonly stageHigh: number
}

type Finished = {
  readonly summary: RobustnessSummary
  readonly sha256: string
  /** JSON lists of `NewInterval`. */
  readonly intervals: readonly string[]
  readonly now: Date
}

/** Writes intervals and summary once: of two that measured the same run the second changes nothing, nor does one that was cancelled. */
export async function finishRobustness(tx: Db<ScoringTables>, runId: string, { summary, sha256, intervals, now }: Finished): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.robustness')
    .set({ state: 'done', progress_percent: 100, summary: JSON.stringify(summary), result_sha256: sha256, failure: null, finished_at: now })
    .where('run_id', '=', runId)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) return
  for (const list of intervals) {
    await sql`
      update scoring.run_score s
      set rank_all_low = i."allLow", rank_all_high = i."allHigh", rank_stage_low = i."stageLow", rank_stage_high = i."stageHigh"
      from jsonb_to_recordset(${list}::jsonb)
        as i("creditCode" text, "allLow" int, "allHigh" int, "stageLow" int, "stageHigh" int)
      join scoring.enterprise e on e.credit_code = i."creditCode"
      where s.run_id = ${runId}::uuid and s.enterprise_id = e.id`.execute(tx)
  }
}

/** False when nobody waited for it any more. */
export async function failRobustness(db: Db<ScoringTables>, runId: string, failure: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scoring.robustness')
    .set({ state: 'failed', failure, finished_at: now })
    .where('run_id', '=', runId)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** False unless it had failed. */
export async function queueRobustnessAgain(tx: Db<ScoringTables>, runId: string, settings: RobustnessSettings): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.robustness')
    .set({ state: 'queued', progress_percent: 0, settings: JSON.stringify(settings), failure: null, finished_at: null })
    .where('run_id', '=', runId)
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
