import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ScoringTables } from '../needs.ts'
import { usableFacts } from './consents.ts'
import type { WantedColumn } from './snapshot.ts'

export type StatedFact = {
  readonly enterprise_id: string
  readonly ref: string
  readonly value: string
  readonly period: string
  readonly source: string
}

/**
 * Facts of some enterprises as they are known and may be used at an instant, each from the source that decides; of all when no ids are
 * given.
 */
export async function listStatedFacts(
  db: Db<ScoringTables>,
  columns: readonly WantedColumn[],
  enterpriseIds: readonly string[] | null,
  at: Date,
): Promise<StatedFact[]> {
  const { rows } = await sql<StatedFact>`
    select distinct on (f.enterprise_id, w."ref") f.enterprise_id, w."ref" as ref, f.value::text, f.period, f.source
    from jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) as w("ref" text, "code" text, "period" text, "isPoint" boolean)
    join scoring.fact_definition d on d.code = w."code"
    join ${usableFacts(at)} f on f.fact_code = w."code" and f.state = 'current'
      and (f.period = w."period" or (w."isPoint" and f.period < w."period"))
      and ${enterpriseIds ? sql`f.enterprise_id = any(${[...enterpriseIds]}::uuid[])` : sql`true`}
    left join scoring.fact_choice c on c.enterprise_id = f.enterprise_id and c.fact_code = f.fact_code and c.period = f.period
      and c.source = f.source and c.ended_at is null
    order by f.enterprise_id, w."ref", f.period desc, c.id nulls last, array_position(d.authority, f.source) nulls last, f.received_at desc, f.id`.execute(
    db,
  )
  return rows
}

type Event = {
  readonly enterprise_id: string
  readonly code: string
  readonly occurred_on: string
  readonly repaired_on: string | null
}

export async function listCurrentEvents(db: Db<ScoringTables>, enterpriseIds: readonly string[] | null): Promise<Event[]> {
  let query = db
    .selectFrom('scoring.negative_event')
    .select(['enterprise_id', 'code', 'occurred_on', 'repaired_on'])
    .where('ended_at', 'is', null)
    .orderBy('id')
  if (enterpriseIds) query = query.where('enterprise_id', 'in', [...enterpriseIds])
  return query.execute()
}

export type EnterpriseRow = {
  readonly id: string
  readonly credit_code: string
  readonly name: string
  readonly short_name: string | null
  readonly founded_on: string | null
  readonly industry: string | null
  readonly park: string | null
}

const ENTERPRISE = ['id', 'credit_code', 'name', 'short_name', 'founded_on', 'industry', 'park'] as const

export async function findEnterprise(db: Db<ScoringTables>, id: string): Promise<EnterpriseRow | undefined> {
  return db.selectFrom('scoring.enterprise').select(ENTERPRISE).where('id', '=', id).executeTakeFirst()
}

export async function listEnterprises(db: Db<ScoringTables>): Promise<EnterpriseRow[]> {
  return db.selectFrom('scoring.enterprise').select(ENTERPRISE).where('is_opted_out', '=', false).orderBy('id').execute()
}
