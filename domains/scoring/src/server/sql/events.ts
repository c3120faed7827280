import type { LocalDate } from '@jiju/kernel/local-date'
import type { Db } from '@jiju/platform/database/pool'
import { type Selectable, sql } from 'kysely'
import type { NegativeEvent } from '../../contract/fact-events.ts'
import type { Model } from '../../core/engine/model.ts'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import type { ScoringNegativeEvent } from '../tables.ts'
import type { RecordedCounts } from './facts.ts'

export type EventRow = Selectable<ScoringNegativeEvent>

export type NewEvent = {
  readonly id: string
  readonly enterpriseId: string
  readonly code: string
  readonly occurredOn: string
  readonly repairedOn: string | null
  readonly source: Source
  readonly document: string
}

/** Adds events; what is recorded already (same enterprise, kind and document) stays as it is. */
export async function insertEvents(
  tx: Db<ScoringTables>,
  events: readonly NewEvent[],
  by: { recordedBy: string | null; now: Date },
): Promise<RecordedCounts> {
  if (events.length === 0) return { recorded: 0, replaced: 0, unchanged: 0 }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.negative_event')
    .values(
      events.map((event) => ({
        id: event.id,
        enterprise_id: event.enterpriseId,
        code: event.code,
        occurred_on: event.occurredOn,
        repaired_on: event.repairedOn,
        source: event.source,
        document: event.document,
        recorded_by: by.recordedBy,
        received_at: by.now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['enterprise_id', 'code', 'document']).where('ended_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow()
  const recorded = Number(numInsertedOrUpdatedRows ?? 0n)
  return { recorded, replaced: 0, unchanged: events.length - recorded }
}

export async function findEvent(db: Db<ScoringTables>, id: string): Promise<EventRow | undefined> {
  return db.selectFrom('scoring.negative_event').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Ends an event with its reason; false when it is ended already. A repaired one goes on in another row from that moment. */
export async function endEvent(tx: Db<ScoringTables>, id: string, reason: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.negative_event')
    .set({ ended_at: now, end_reason: reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** What events can be by the published models: from the newest of them the name, and of all the longest time until one expires. */
const kinds = sql`
  select d."code" as code, (array_agg(d."name" order by m.published_at desc, m.id desc))[1] as name,
    case when bool_or(d."expiresAfterDays" is null) then null else max(d."expiresAfterDays") end as expires_after_days,
    bool_or(d."isVeto") as is_veto
  from scoring.model m
  cross join lateral jsonb_to_recordset(m.document->'deductions'->'items')
    as d("code" text, "name" jsonb, "expiresAfterDays" int, "isVeto" boolean)
  where m.state = 'published'
  group by d."code"`

/** Events with their state on a day. */
const judged = (today: LocalDate) => sql`
  select n.*, k.name, coalesce(k.is_veto, false) as is_veto, n.occurred_on + k.expires_after_days as expires_on, coalesce(n.occurred_on + k.expires_after_days <= ${today}::date, false) as is_expired,
    case when n.ended_at is null then case when n.repaired_on is null then 'open' else 'repaired' end
      when exists (select 1 from scoring.negative_event s where s.id <> n.id and s.enterprise_id = n.enterprise_id and s.code = n.code
        and s.document = n.document and s.received_at = n.ended_at) then 'replaced'
      else 'ended' end as state
  from scoring.negative_event n left join kinds k on k.code = n.code`

export type JudgedEventRow = EventRow & {
  readonly name: { readonly zh: string; readonly en: string } | null
  readonly is_veto: boolean
  readonly expires_on: LocalDate | null
  readonly is_expired: boolean
  readonly state: NegativeEvent['state']
}

export async function listEventsOf(db: Db<ScoringTables>, enterpriseId: string, today: LocalDate): Promise<JudgedEventRow[]> {
  const { rows } = await sql<JudgedEventRow>`
    with kinds as (${kinds}) ${judged(today)} where n.enterprise_id = ${enterpriseId} order by n.occurred_on desc, n.id desc`.execute(db)
  return rows
}

export type DeductionRules = Pick<Model, 'name' | 'version' | 'deductions'>

/** What events cost by the model of the run that counts for everybody; by the newest published one as long as there is none. */
export async function findDeductionRules(db: Db<ScoringTables>): Promise<DeductionRules | undefined> {
  const { rows } = await sql<DeductionRules>`
    select m.document->'name' as name, m.model_version as version, m.document->'deductions' as deductions from scoring.model m
    left join scoring_pub.final_run f on f.model_code = m.code and f.model_version = m.model_version
    where m.state = 'published' or f.run_id is not null
    order by f.run_id is null, m.published_at desc, m.id desc limit 1`.execute(db)
  return rows[0]
}

type ToldEventRow = Pick<EventRow, 'id' | 'enterprise_id' | 'code' | 'occurred_on' | 'document' | 'end_reason'> & {
  readonly source: Source
  readonly name: { readonly zh: string; readonly en: string } | null
  readonly organisation_id: string
}

/** Events of enterprises with an account, with what tells those about them. */
export async function listEventsToTell(db: Db<ScoringTables>, ids: readonly string[]): Promise<ToldEventRow[]> {
  const { rows } = await sql<ToldEventRow>`
    with kinds as (${kinds})
    select n.id, n.enterprise_id, n.code, n.occurred_on, n.document, n.end_reason, n.source, k.name, o.id as organisation_id
    from scoring.negative_event n
    join scoring.enterprise e on e.id = n.enterprise_id
    join people_pub.organisation o on o.uscc = e.credit_code and o.kind = 'enterprise' and o.status = 'verified'
    left join kinds k on k.code = n.code
    where n.id = any(${[...ids]}::uuid[]) order by n.id`.execute(db)
  return rows
}

/** Events that an import wrote, while it is the last that happened to them. */
export async function listEventsOfImport(db: Db<ScoringTables>, importId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select n.id from scoring.fact_import i
    join scoring.negative_event n on n.received_at = i.finished_at and n.recorded_by is not distinct from i.created_by
    where i.id = ${importId} and i.content = 'events' and n.ended_at is null order by n.id`.execute(db)
  return rows.map(({ id }) => id)
}

export type NamedEventRow = JudgedEventRow & { readonly enterprise_name: string; readonly credit_code: string }

/** Events of the district, the latest first. */
export async function listEvents(
  db: Db<ScoringTables>,
  filter: {
    code: string | undefined
    state: NegativeEvent['state'] | 'all' | undefined
    isExpired: boolean | undefined
    words: string | undefined
    today: LocalDate
    after: { occurredOn: LocalDate; id: string } | undefined
    limit: number
  },
): Promise<NamedEventRow[]> {
  const { code, state, isExpired, words, today, after } = filter
  const pattern = words && `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<NamedEventRow>`
    with kinds as (${kinds}), judged as (${judged(today)})
    select n.*, e.name as enterprise_name, e.credit_code from judged n join scoring.enterprise e on e.id = n.enterprise_id
    where ${code ? sql`n.code = ${code}` : sql`true`}
      and ${state === 'all' ? sql`true` : state ? sql`n.state = ${state}` : sql`n.ended_at is null`}
      and ${isExpired === undefined ? sql`true` : sql`n.is_expired = ${isExpired}`}
      and ${pattern ? sql`(e.name ilike ${pattern} or e.credit_code ilike ${pattern} or n.document ilike ${pattern})` : sql`true`}
      and ${after ? sql`(n.occurred_on, n.id) < (${after.occurredOn}::date, ${after.id}::uuid)` : sql`true`}
    order by n.occurred_on desc, n.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

export type EventKindRow = {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string } | null
  readonly expires_after_days: number | null
  readonly is_veto: boolean
  readonly open: number
  readonly repaired: number
  readonly expired: number
}

/** Every kind of event that a published model counts or that is recorded, those that exclude from scores first. */
export async function listEventKinds(db: Db<ScoringTables>, today: LocalDate): Promise<EventKindRow[]> {
  const { rows } = await sql<EventKindRow>`
    with kinds as (${kinds}), counted as (
      select code, count(*) filter (where state = 'open' and not is_expired)::int as open,
        count(*) filter (where state = 'repaired' and not is_expired)::int as repaired, count(*) filter (where is_expired)::int as expired
      from (${judged(today)} where n.ended_at is null) n group by code
    )
    select coalesce(k.code, c.code) as code, k.name, k.expires_after_days, coalesce(k.is_veto, false) as is_veto,
      coalesce(c.open, 0) as open, coalesce(c.repaired, 0) as repaired, coalesce(c.expired, 0) as expired
    from kinds k full join counted c on c.code = k.code
    order by is_veto desc, code`.execute(db)
  return rows
}
