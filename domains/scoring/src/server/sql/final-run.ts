import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Words } from '../../core/engine/model.ts'
import type { Status } from '../../core/engine/score-table.ts'
import type { ScoringTables } from '../needs.ts'

export type FinalRun = {
  readonly run_id: string
  readonly number: string
  readonly period: string
  readonly as_of: string
  readonly facts_at: Date
  readonly published_at: Date
  readonly model_code: string
  readonly model_version: string
  readonly model_name: Words
  readonly scale: string
}

/** The run that counts for everybody outside; undefined as long as no list is final. */
export async function findFinalRun(db: Db<ScoringTables>): Promise<FinalRun | undefined> {
  const { rows } = await sql<FinalRun>`
    select f.run_id, f.number, f.period, f.as_of, f.facts_at, f.published_at, f.model_code, f.model_version, f.scale::text,
      m.document->'name' as model_name
    from scoring_pub.final_run f join scoring.model m on m.code = f.model_code and m.model_version = f.model_version`.execute(db)
  return rows[0]
}

export type FinalScore = {
  readonly enterprise_id: string
  readonly credit_code: string
  readonly status: Status
  readonly stage: string | null
  readonly score: string | null
  readonly rank_stage: number | null
  readonly stage_count: number | null
  readonly coverage: string
}

/** Scores of a run for the named enterprises; those that refused to be scored have none. */
export async function listScoresOf(db: Db<ScoringTables>, runId: string, enterpriseIds: readonly string[]): Promise<FinalScore[]> {
  const { rows } = await sql<FinalScore>`
    select s.enterprise_id, e.credit_code, s.status, s.stage, s.score::text, s.rank_stage, s.stage_count, s.coverage::text
    from scoring.run_score s join scoring.enterprise e on e.id = s.enterprise_id and not e.is_opted_out
    where s.run_id = ${runId} and s.enterprise_id = any(${[...enterpriseIds]}::uuid[])
    order by s.enterprise_id`.execute(db)
  return rows
}
