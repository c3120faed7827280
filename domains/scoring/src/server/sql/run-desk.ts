import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ScoringTables } from '../needs.ts'
import type { WantedColumn } from './snapshot.ts'

export async function countEnterprises(db: Db<ScoringTables>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from scoring.enterprise where not is_opted_out`.execute(db)
  return rows[0]?.count ?? 0
}

/** For how many enterprises each column is known now. */
export async function countKnown(
  db: Db<ScoringTables>,
  columns: readonly WantedColumn[],
): Promise<{ ref: string; name_zh: string; name_en: string; unit: string; period: string; known: number }[]> {
  // One question for each kind of period: each is answered from the index alone, in its order.
  const counted = sql`select count(distinct f.enterprise_id)::int from scoring.fact f
    where f.fact_code = w."code" and f.state = 'current' and f.enterprise_id not in (select id from scoring.enterprise where is_opted_out)`
  const { rows } = await sql<{ ref: string; name_zh: string; name_en: string; unit: string; period: string; known: number }>`
    select w."ref" as ref, d.name_zh, d.name_en, d.unit, w."period" as period,
      case when w."isPoint" then (${counted} and f.period <= w."period") else (${counted} and f.period = w."period") end as known
    from jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) as w("ref" text, "code" text, "period" text, "isPoint" boolean)
    join scoring.fact_definition d on d.code = w."code"
    order by known, w."ref"`.execute(db)
  return rows
}

/** The run that this one corrects; else the last official one before it of the same model code. */
export async function findRunBefore(
  db: Db<ScoringTables>,
  runId: string,
): Promise<{ id: string; number: string; period: string } | undefined> {
  const { rows } = await sql<{ id: string; number: string; period: string }>`
    select b.id, b.number, b.period from scoring.run r
    join scoring.model m on m.id = r.model_id
    join scoring.run b on b.state = 'done' and b.id <> r.id
      and (b.id = r.corrects_id or (r.corrects_id is null and b.purpose = 'official' and (b.as_of, b.created_at) < (r.as_of, r.created_at)))
    join scoring.model k on k.id = b.model_id and k.code = m.code
    where r.id = ${runId} order by b.as_of desc, b.created_at desc, b.id limit 1`.execute(db)
  return rows[0]
}

export type MoverRow = {
  readonly enterprise_id: string
  readonly name: string
  readonly old_status: string | null
  readonly old_score: string | null
  readonly old_rank: number | null
  readonly new_status: string | null
  readonly new_score: string | null
  readonly new_rank: number | null
}

/** Those whose score changed most; who came or went counts with the whole score. */
export async function listMovers(db: Db<ScoringTables>, from: string, to: string, limit: number): Promise<MoverRow[]> {
  const { rows } = await sql<MoverRow>`
    select e.id as enterprise_id, e.name, a.status as old_status, a.score::text as old_score, a.rank_all as old_rank, b.status as new_status,
      b.score::text as new_score, b.rank_all as new_rank
    from (select * from scoring.run_score where run_id = ${from}) a
    full join (select * from scoring.run_score where run_id = ${to}) b on b.enterprise_id = a.enterprise_id
    join scoring.enterprise e on e.id = coalesce(a.enterprise_id, b.enterprise_id)
    where a.score is distinct from b.score or a.status is distinct from b.status or a.rank_all is distinct from b.rank_all
    order by abs(coalesce(b.score, 0) - coalesce(a.score, 0)) desc, abs(coalesce(b.rank_all, 0) - coalesce(a.rank_all, 0)) desc, e.id limit ${limit}`.execute(
    db,
  )
  return rows
}

export async function countMoves(
  db: Db<ScoringTables>,
  from: string,
  to: string,
): Promise<{ entered: number; left: number; changed: number; same: number }> {
  const { rows } = await sql<{ entered: number; left: number; changed: number; same: number }>`
    select count(*) filter (where a.score is null and b.score is not null)::int as entered,
      count(*) filter (where a.score is not null and b.score is null)::int as left,
      count(*) filter (where a.score <> b.score)::int as changed, count(*) filter (where a.score = b.score)::int as same
    from (select * from scoring.run_score where run_id = ${from}) a
    full join (select * from scoring.run_score where run_id = ${to}) b on b.enterprise_id = a.enterprise_id`.execute(db)
  return rows[0] ?? { entered: 0, left: 0, changed: 0, same: 0 }
}

export async function countStatuses(
  db: Db<ScoringTables>,
  runId: string,
): Promise<{ status: string; stage: string | null; count: number }[]> {
  const { rows } = await sql<{ status: string; stage: string | null; count: number }>`
    select status, stage, count(*)::int as count from scoring.run_score where run_id = ${runId} group by status, stage order by status, stage`.execute(
    db,
  )
  return rows
}
