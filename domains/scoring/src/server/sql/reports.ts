import type { Db } from '@jiju/platform/database/pool'
import { type Selectable, sql } from 'kysely'
import type { ScoringTables } from '../needs.ts'
import type { ScoringSelfReport } from '../tables.ts'
import { usableFacts } from './consents.ts'

export type ReportState = 'pending' | 'accepted' | 'refused' | 'withdrawn'

export type ReportRow = Omit<Selectable<ScoringSelfReport>, 'state'> & {
  readonly state: ReportState
  readonly enterprise_name: string
  readonly credit_code: string
  readonly evidence_name: string
  /** What stands and may be seen now, by whatever source decides. */
  readonly stated_value: string | null
}

const columns = (at: Date) => sql`
  select r.id, r.enterprise_id, r.fact_code, r.period, r.value::text, r.note, r.evidence_file_id, r.state, r.stated_by, r.stated_at, r.decided_by,
    r.decided_at, r.decision_reason, r.fact_id, e.name as enterprise_name, e.credit_code, x.name as evidence_name,
    (select f.value::text from ${usableFacts(at)} f join scoring.fact_definition d on d.code = f.fact_code
      where f.enterprise_id = r.enterprise_id and f.fact_code = r.fact_code and f.period = r.period and f.state = 'current'
      order by array_position(d.authority, f.source) nulls last, f.id limit 1) as stated_value
  from scoring.self_report r
  join scoring.enterprise e on e.id = r.enterprise_id
  join platform.file x on x.id = r.evidence_file_id`

export async function findReport(db: Db<ScoringTables>, id: string, at: Date): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`${columns(at)} where r.id = ${id}`.execute(db)
  return rows[0]
}

/** Waiting ones oldest first, so that who waited longest is next; of one enterprise all, newest first. */
export async function listReports(
  db: Db<ScoringTables>,
  filter: { state: ReportState | undefined; enterpriseId: string | undefined; after: string | undefined; limit: number; at: Date },
): Promise<ReportRow[]> {
  const { state, enterpriseId, after } = filter
  const isOldestFirst = enterpriseId === undefined
  const { rows } = await sql<ReportRow>`${columns(filter.at)}
    where ${state ? sql`r.state = ${state}` : sql`true`} and ${enterpriseId ? sql`r.enterprise_id = ${enterpriseId}` : sql`true`}
      and ${after ? (isOldestFirst ? sql`r.id > ${after}::uuid` : sql`r.id < ${after}::uuid`) : sql`true`}
    order by ${isOldestFirst ? sql`r.id` : sql`r.id desc`} limit ${filter.limit + 1}`.execute(db)
  return rows
}

type NewReport = {
  readonly id: string
  readonly enterpriseId: string
  readonly factCode: string
  readonly period: string
  readonly value: string
  readonly note: string | null
  readonly evidenceFileId: string
  readonly statedBy: string
  readonly now: Date
}

/** False while another report of the same fact and period waits. */
export async function insertReport(tx: Db<ScoringTables>, report: NewReport): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.self_report')
    .values({
      id: report.id,
      enterprise_id: report.enterpriseId,
      fact_code: report.factCode,
      period: report.period,
      value: report.value,
      note: report.note,
      evidence_file_id: report.evidenceFileId,
      stated_by: report.statedBy,
      stated_at: report.now,
    })
    .onConflict((conflict) => conflict.columns(['enterprise_id', 'fact_code', 'period']).where('state', '=', 'pending').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Decides a waiting report once; false when somebody has. */
export async function decideReport(
  tx: Db<ScoringTables>,
  id: string,
  decision: { state: 'accepted' | 'refused' | 'withdrawn'; reason: string | null; personId: string; factId: string | null; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.self_report')
    .set({
      state: decision.state,
      decision_reason: decision.reason,
      decided_by: decision.personId,
      decided_at: decision.now,
      fact_id: decision.factId,
    })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function countWaiting(db: Db<ScoringTables>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from scoring.self_report where state = 'pending'`.execute(db)
  return rows[0]?.count ?? 0
}

/** The current statement of an enterprise about itself. */
export async function findOwnStatement(
  db: Db<ScoringTables>,
  { enterpriseId, factCode, period }: { enterpriseId: string; factCode: string; period: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('scoring.fact')
    .select('id')
    .where('enterprise_id', '=', enterpriseId)
    .where('fact_code', '=', factCode)
    .where('period', '=', period)
    .where('source', '=', 'self_report')
    .where('state', '=', 'current')
    .executeTakeFirst()
  return row?.id
}
