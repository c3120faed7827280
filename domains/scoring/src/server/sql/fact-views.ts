import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import { consentingAt, usableFacts, usableUnderConsent } from './consents.ts'
import type { Confidence, FactState } from './facts.ts'

export type FactView = {
  readonly id: string
  readonly fact_code: string
  readonly period: string
  readonly source: Source
  /** Null for readers from whom it is kept for want of consent. */
  readonly value: string | null
  readonly state: FactState
  readonly confidence: Confidence
  readonly document: string | null
  readonly evidence_file_id: string | null
  readonly reason: string | null
  readonly received_at: Date
  readonly ended_at: Date | null
  readonly replaced_by: string | null
  /** The statement that counts among those of its fact and period now. */
  readonly is_used: boolean
  readonly is_chosen: boolean
  /** It would count, but for the missing consent. */
  readonly lacks_consent: boolean
}

/** Every statement about an enterprise, current or not, newest period first; the enterprise itself sees every value. */
export async function listFactsOf(
  db: Db<ScoringTables>,
  { enterpriseId, at, isOwn }: { enterpriseId: string; at: Date; isOwn: boolean },
): Promise<FactView[]> {
  const { rows } = await sql<FactView>`
    with consenting as materialized (${consentingAt(at)}),
    judged as (
      select f.*, d.position, d.authority, c.id is not null as is_chosen, ${usableUnderConsent} as is_usable
      from scoring.fact f
      join scoring.fact_definition d on d.code = f.fact_code
      left join scoring.fact_choice c on c.enterprise_id = f.enterprise_id and c.fact_code = f.fact_code and c.period = f.period
        and c.source = f.source and c.ended_at is null
      where f.enterprise_id = ${enterpriseId}
    ), placed as (
      select id, row_number() over (partition by fact_code, period
        order by is_chosen desc, array_position(authority, source) nulls last, received_at desc, id) as place
      from judged where state = 'current' and is_usable
    )
    select j.id, j.fact_code, j.period, j.source, case when j.is_usable or ${isOwn} then j.value::text end as value, j.state, j.confidence, j.document, j.evidence_file_id, j.reason, j.received_at,
      j.ended_at, j.replaced_by, coalesce(p.place = 1, false) as is_used, j.is_chosen and j.state = 'current' as is_chosen,
      j.state = 'current' and not j.is_usable as lacks_consent
    from judged j left join placed p on p.id = j.id
    order by j.position, j.fact_code, j.period desc, j.received_at desc, j.id desc`.execute(db)
  return rows
}

export type ConflictRow = {
  readonly enterprise_id: string
  readonly enterprise_name: string
  readonly credit_code: string
  readonly fact_code: string
  readonly period: string
  readonly statements: readonly { readonly factId: string; readonly source: Source; readonly value: number; readonly receivedAt: string }[]
  readonly difference_percent: number
  readonly chosen_source: Source | null
  readonly choice_id: string | null
  readonly choice_reason: string | null
}

type ConflictFilter = {
  readonly isOpen: boolean
  readonly factCode: string | undefined
  readonly enterpriseId: string | undefined
  readonly leastPercent: number
  /** What lacks consent at this instant differs from nothing. */
  readonly at: Date
}

/** Facts on which current statements of several sources differ, with how far, and the choice between them. */
const conflicting = ({ isOpen, factCode, enterpriseId, leastPercent, at }: ConflictFilter) => sql`
  select g.*, c.source as chosen_source, c.id as choice_id, c.reason as choice_reason from (
    select f.enterprise_id, f.fact_code, f.period,
      round(100 * (max(f.value) - min(f.value)) / greatest(abs(max(f.value)), abs(min(f.value))), 1)::float8 as difference_percent
    from ${usableFacts(at)} f
    where f.state = 'current' and ${factCode ? sql`f.fact_code = ${factCode}` : sql`true`}
      and ${enterpriseId ? sql`f.enterprise_id = ${enterpriseId}` : sql`true`}
    group by f.enterprise_id, f.fact_code, f.period
    having min(f.value) < max(f.value)
  ) g
  left join scoring.fact_choice c on c.enterprise_id = g.enterprise_id and c.fact_code = g.fact_code and c.period = g.period and c.ended_at is null
  where g.difference_percent >= ${leastPercent} and ${isOpen ? sql`c.id is null` : sql`true`}`

type ConflictPlace = {
  readonly percent: number
  readonly enterpriseId: string
  readonly factCode: string
  readonly period: string
}

/** The largest differences first; statements in the order of authority. */
export async function listConflicts(
  db: Db<ScoringTables>,
  filter: ConflictFilter & { after: ConflictPlace | undefined; limit: number },
): Promise<ConflictRow[]> {
  const { after, limit } = filter
  const { rows } = await sql<ConflictRow>`
    with page as (
      select * from (${conflicting(filter)}) x
      where ${
        after
          ? sql`(-x.difference_percent, x.enterprise_id, x.fact_code, x.period)
              > (${-after.percent}::float8, ${after.enterpriseId}::uuid, ${after.factCode}, ${after.period})`
          : sql`true`
      }
      order by -x.difference_percent, x.enterprise_id, x.fact_code, x.period limit ${limit + 1}
    )
    select p.*, e.name as enterprise_name, e.credit_code,
      (select jsonb_agg(jsonb_build_object('factId', f.id, 'source', f.source, 'value', f.value,
          'receivedAt', to_char(f.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          order by array_position(d.authority, f.source) nulls last, f.source)
        from ${usableFacts(filter.at)} f join scoring.fact_definition d on d.code = f.fact_code
        where f.enterprise_id = p.enterprise_id and f.fact_code = p.fact_code and f.period = p.period and f.state = 'current') as statements
    from page p join scoring.enterprise e on e.id = p.enterprise_id
    order by -p.difference_percent, p.enterprise_id, p.fact_code, p.period`.execute(db)
  return rows
}

export async function countConflicts(db: Db<ScoringTables>, filter: ConflictFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${conflicting(filter)}) x`.execute(db)
  return rows[0]?.count ?? 0
}

type Choice = {
  readonly enterpriseId: string
  readonly factCode: string
  readonly period: string
}

/** Ends the choice `id`; false when it has ended already. */
export async function endChoice(tx: Db<ScoringTables>, id: string, choice: Choice, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.fact_choice')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('enterprise_id', '=', choice.enterpriseId)
    .where('fact_code', '=', choice.factCode)
    .where('period', '=', choice.period)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** False when another choice stands. */
export async function insertChoice(
  tx: Db<ScoringTables>,
  choice: Choice & { id: string; source: Source; reason: string; chosenBy: string; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.fact_choice')
    .values({
      id: choice.id,
      enterprise_id: choice.enterpriseId,
      fact_code: choice.factCode,
      period: choice.period,
      source: choice.source,
      reason: choice.reason,
      chosen_by: choice.chosenBy,
      chosen_at: choice.now,
    })
    .onConflict((conflict) => conflict.columns(['enterprise_id', 'fact_code', 'period']).where('ended_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function isStated(db: Db<ScoringTables>, { enterpriseId, factCode, period }: Choice, source: Source): Promise<boolean> {
  const row = await db
    .selectFrom('scoring.fact')
    .select('id')
    .where('enterprise_id', '=', enterpriseId)
    .where('fact_code', '=', factCode)
    .where('period', '=', period)
    .where('source', '=', source)
    .where('state', '=', 'current')
    .executeTakeFirst()
  return row !== undefined
}

type CoverageRow = {
  readonly fact_code: string
  /** Enterprises that have a usable value for the period. */
  readonly known: number
  /** Of them those whose value is proved. */
  readonly proved: number
  readonly newest_period: string | null
  readonly last_received: Date | null
  /** Enterprises with statements that only lack consent. */
  readonly lacking_consent: number
}

export type WantedPeriod = { readonly code: string; readonly period: string; readonly isPoint: boolean }

/** How many enterprises have each fact of its period, from which sources, and what is newest at all. */
export async function readCoverage(db: Db<ScoringTables>, wanted: readonly WantedPeriod[], at: Date): Promise<CoverageRow[]> {
  const { rows } = await sql<CoverageRow>`
    with consenting as materialized (${consentingAt(at)}),
    stated as (
      select f.fact_code, f.enterprise_id, bool_or(f.confidence = 'proved' and ${usableUnderConsent}) as is_proved,
        bool_or(${usableUnderConsent}) as is_usable
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("code" text, "period" text, "isPoint" boolean)
      join scoring.fact_definition d on d.code = w."code"
      join scoring.fact f on f.fact_code = w."code" and f.state = 'current'
        and (f.period = w."period" or (w."isPoint" and f.period < w."period"))
      join scoring.enterprise e on e.id = f.enterprise_id and not e.is_opted_out
      group by f.fact_code, f.enterprise_id
    ), counted as (
      select fact_code, count(*) filter (where is_usable)::int as known, count(*) filter (where is_proved)::int as proved,
        count(*) filter (where not is_usable)::int as lacking_consent
      from stated group by fact_code
    ), newest as (
      select fact_code, max(period) as newest_period, max(received_at) as last_received
      from scoring.fact where state = 'current' group by fact_code
    )
    select d.code as fact_code, coalesce(c.known, 0) as known, coalesce(c.proved, 0) as proved, coalesce(c.lacking_consent, 0) as lacking_consent,
      n.newest_period, n.last_received
    from scoring.fact_definition d left join counted c on c.fact_code = d.code left join newest n on n.fact_code = d.code
    order by d.position, d.code`.execute(db)
  return rows
}

type SourceCoverageRow = {
  readonly fact_code: string
  readonly source: Source
  readonly known: number
  readonly newest_period: string
  readonly last_received: Date
}

/** What each source states of each fact: for how many enterprises in the period, and when it last came. */
export async function readSourceCoverage(db: Db<ScoringTables>, wanted: readonly WantedPeriod[]): Promise<SourceCoverageRow[]> {
  const { rows } = await sql<SourceCoverageRow>`
    select f.fact_code, f.source, max(f.period) as newest_period, max(f.received_at) as last_received,
      count(distinct f.enterprise_id) filter (where f.period = w."period" or (w."isPoint" and f.period < w."period"))::int as known
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("code" text, "period" text, "isPoint" boolean)
    join scoring.fact f on f.fact_code = w."code" and f.state = 'current'
    group by f.fact_code, f.source
    order by f.fact_code, f.source`.execute(db)
  return rows
}

/** Enterprises without a usable value of a fact for a period, by name. */
export async function listMissing(
  db: Db<ScoringTables>,
  filter: { wanted: WantedPeriod; at: Date; after: { name: string; id: string } | undefined; limit: number },
): Promise<{ id: string; credit_code: string; name: string; lacks_consent: boolean }[]> {
  const { wanted, after } = filter
  const { rows } = await sql<{ id: string; credit_code: string; name: string; lacks_consent: boolean }>`
    with consenting as materialized (${consentingAt(filter.at)}),
    stated as (
      select f.enterprise_id, bool_or(${usableUnderConsent}) as is_usable
      from scoring.fact f join scoring.fact_definition d on d.code = f.fact_code
      where f.fact_code = ${wanted.code} and f.state = 'current'
        and (f.period = ${wanted.period} or (${wanted.isPoint} and f.period < ${wanted.period}))
      group by f.enterprise_id
    )
    select e.id, e.credit_code, e.name, s.enterprise_id is not null as lacks_consent
    from scoring.enterprise e left join stated s on s.enterprise_id = e.id
    where not e.is_opted_out and not coalesce(s.is_usable, false)
      and ${after ? sql`(e.name, e.id) > (${after.name}, ${after.id}::uuid)` : sql`true`}
    order by e.name, e.id limit ${filter.limit + 1}`.execute(db)
  return rows
}
