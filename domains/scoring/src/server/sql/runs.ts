import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Status } from '../../core/engine/score-table.ts'
import type { ScoringTables } from '../needs.ts'

export type RunPurpose = 'official' | 'trial'

export type RunStep = 'facts' | 'scores' | 'writing'

export type RunRow = {
  readonly id: string
  readonly number: string
  readonly model_id: string
  readonly model_code: string
  readonly model_version: string
  readonly model_name: { readonly zh: string; readonly en: string }
  readonly period: string
  readonly as_of: string
  readonly facts_at: Date
  readonly purpose: RunPurpose
  readonly state: 'queued' | 'running' | 'done' | 'failed'
  readonly corrects_id: string | null
  readonly corrects_number: string | null
  readonly correct_reason: string | null
  readonly final_list: { readonly id: string; readonly number: string } | null
  readonly progress_percent: number
  readonly step: RunStep | null
  readonly enterprise_count: number | null
  readonly scored_count: number | null
  readonly engine_version: string | null
  readonly model_sha256: string | null
  readonly facts_sha256: string | null
  readonly result_sha256: string | null
  readonly failure: string | null
  readonly failure_params: Readonly<Record<string, string | number>> | null
  readonly created_at: Date
  readonly finished_at: Date | null
}

const columns = sql`
  select r.id, r.number, r.model_id, m.code as model_code, m.model_version, m.document -> 'name' as model_name, r.period, r.as_of, r.facts_at,
    r.purpose, r.state, r.corrects_id, c.number as corrects_number, r.correct_reason, r.progress_percent, r.step, r.enterprise_count,
    r.scored_count, r.engine_version, r.model_sha256, r.facts_sha256, r.result_sha256, r.failure, r.failure_params, r.created_at, r.finished_at,
    (select jsonb_build_object('id', l.id, 'number', l.number) from scoring.list l
      join scoring.list_edition e on e.list_id = l.id and e.edition = l.edition
      where e.run_id = r.id and l.state = 'final' order by l.id limit 1) as final_list
  from scoring.run r
  join scoring.model m on m.id = r.model_id
  left join scoring.run c on c.id = r.corrects_id`

export async function findRun(db: Db<ScoringTables>, id: string): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`${columns} where r.id = ${id}`.execute(db)
  return rows[0]
}

/** Newest first. */
export async function listRuns(
  db: Db<ScoringTables>,
  filter: { purpose: RunPurpose | undefined; after: { at: Date; id: string } | undefined; limit: number },
): Promise<RunRow[]> {
  const { rows } = await sql<RunRow>`${columns}
    where ${filter.purpose ? sql`r.purpose = ${filter.purpose}` : sql`true`}
      and ${filter.after ? sql`(r.created_at, r.id) < (${filter.after.at}, ${filter.after.id}::uuid)` : sql`true`}
    order by r.created_at desc, r.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

type NewRun = {
  readonly id: string
  readonly number: string
  readonly modelId: string
  readonly period: string
  readonly asOf: string
  readonly purpose: RunPurpose
  readonly correctsId: string | null
  readonly correctReason: string | null
  readonly startedBy: string | null
  readonly now: Date
}

/** False while another run of the same model, period and purpose is under way. */
export async function insertRun(tx: Db<ScoringTables>, run: NewRun): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.run')
    .values({
      id: run.id,
      number: run.number,
      model_id: run.modelId,
      period: run.period,
      as_of: run.asOf,
      facts_at: run.now,
      purpose: run.purpose,
      corrects_id: run.correctsId,
      correct_reason: run.correctReason,
      started_by: run.startedBy,
      created_at: run.now,
    })
    .onConflict((conflict) => conflict.columns(['model_id', 'period', 'purpose']).where('state', 'in', ['queued', 'running']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function listRunsUnderWay(db: Db<ScoringTables>): Promise<string[]> {
  const rows = await db.selectFrom('scoring.run').select('id').where('state', 'in', ['queued', 'running']).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** A run is worked on by one job at a time: the lock is held until the caller's transaction ends. Undefined when it is done or given up. */
export async function takeRun(tx: Db<ScoringTables>, id: string): Promise<{ facts_at: Date } | undefined> {
  const { rows } = await sql<{ facts_at: Date }>`
    select facts_at from scoring.run where id = ${id} and state in ('queued', 'running') for no key update`.execute(tx)
  return rows[0]
}

/** False when the run is no longer under way. */
export async function setRunProgress(
  db: Db<ScoringTables>,
  id: string,
  { step, percent }: { step: RunStep; percent: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scoring.run')
    .set({ state: 'running', step, progress_percent: percent })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

type FinishedRun = {
  readonly enterpriseCount: number
  readonly scoredCount: number
  readonly engineVersion: string
  readonly modelSha256: string
  readonly factsSha256: string
  readonly resultSha256: string
  readonly now: Date
}

export async function finishRun(tx: Db<ScoringTables>, id: string, run: FinishedRun): Promise<void> {
  await tx
    .updateTable('scoring.run')
    .set({
      state: 'done',
      progress_percent: 100,
      enterprise_count: run.enterpriseCount,
      scored_count: run.scoredCount,
      engine_version: run.engineVersion,
      model_sha256: run.modelSha256,
      facts_sha256: run.factsSha256,
      result_sha256: run.resultSha256,
      finished_at: run.now,
    })
    .where('id', '=', id)
    .execute()
}

type FailedRun = { readonly failure: string; readonly params?: Readonly<Record<string, string | number>>; readonly now: Date }

/** False when the run was not under way any more. */
export async function failRun(db: Db<ScoringTables>, id: string, { failure, params, now }: FailedRun): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scoring.run')
    .set({ state: 'failed', failure, failure_params: params ? JSON.stringify(params) : null, finished_at: now })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export type RunScoreRow = {
  readonly enterprise_id: string
  readonly credit_code: string
  readonly name: string
  readonly short_name: string | null
  readonly status: Status
  readonly stage: string | null
  readonly score: string | null
  readonly rank_all: number | null
  readonly rank_stage: number | null
  readonly stage_count: number | null
  readonly rank_all_low: number | null
  readonly rank_all_high: number | null
  readonly rank_stage_low: number | null
  readonly rank_stage_high: number | null
  readonly coverage: string
  readonly branches: Readonly<Record<string, number | null>>
}

export type NewRunScore = {
  readonly creditCode: string
  readonly status: Status
  readonly stage: string | null
  readonly score: string | null
  readonly rankAll: number | null
  readonly rankStage: number | null
  readonly stageCount: number | null
  readonly coverage: number
  readonly branches: Readonly<Record<string, number | null>>
}

/** Writes scores of a run: a JSON list of `NewRunScore`. Of two jobs of one run the second writes nothing. */
export async function insertRunScores(tx: Db<ScoringTables>, runId: string, scores: string): Promise<void> {
  await sql`
    insert into scoring.run_score (run_id, enterprise_id, status, stage, score, rank_all, rank_stage, stage_count, coverage, branches)
    select ${runId}::uuid, e.id, s."status", s."stage", s."score"::numeric, s."rankAll", s."rankStage", s."stageCount", s."coverage", s."branches"
    from jsonb_to_recordset(${scores}::jsonb)
      as s("creditCode" text, "status" text, "stage" text, "score" text, "rankAll" int, "rankStage" int, "stageCount" int, "coverage" numeric, "branches" jsonb)
    join scoring.enterprise e on e.credit_code = s."creditCode"
    on conflict (run_id, enterprise_id) do nothing`.execute(tx)
}

const scoreColumns = sql`
  select s.enterprise_id, e.credit_code, e.name, e.short_name, s.status, s.stage, s.score::text, s.rank_all, s.rank_stage, s.stage_count,
    s.rank_all_low, s.rank_all_high, s.rank_stage_low, s.rank_stage_high, s.coverage::text, s.branches
  from scoring.run_score s join scoring.enterprise e on e.id = s.enterprise_id`

export async function findRunScore(db: Db<ScoringTables>, runId: string, enterpriseId: string): Promise<RunScoreRow | undefined> {
  const { rows } = await sql<RunScoreRow>`${scoreColumns} where s.run_id = ${runId} and s.enterprise_id = ${enterpriseId}`.execute(db)
  return rows[0]
}

/** Best first; those without a score last. */
export async function listRunScores(
  db: Db<ScoringTables>,
  filter: {
    runId: string
    stage: string | undefined
    status: Status | undefined
    words: string | undefined
    after: { rank: number; enterpriseId: string } | undefined
    limit: number
  },
): Promise<RunScoreRow[]> {
  const { stage, status, words, after } = filter
  const pattern = words && `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<RunScoreRow>`${scoreColumns}
    where s.run_id = ${filter.runId}
      and ${stage ? sql`s.stage = ${stage}` : sql`true`}
      and ${status ? sql`s.status = ${status}` : sql`true`}
      and ${pattern ? sql`(e.name ilike ${pattern} or e.credit_code like ${pattern})` : sql`true`}
      and ${after ? sql`(coalesce(s.rank_all, 2147483647), s.enterprise_id) > (${after.rank}::int, ${after.enterpriseId}::uuid)` : sql`true`}
    order by coalesce(s.rank_all, 2147483647), s.enterprise_id limit ${filter.limit + 1}`.execute(db)
  return rows
}
