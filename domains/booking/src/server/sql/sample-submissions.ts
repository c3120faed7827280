import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import { OPEN_SAMPLE_STATES, type SampleState } from '../../core/samples/sample-states.ts'
import type { CustomerClass } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'

export type SampleRow = {
  readonly id: string
  readonly number: string
  readonly resource_id: string
  readonly provider_id: string
  readonly organisation_id: string
  readonly booker_id: string
  readonly state: SampleState
  readonly position: bigint
  readonly sample_count: number
  readonly sample_kind: string
  readonly project: string | null
  readonly note: string | null
  readonly customer_class: CustomerClass
  readonly unit_price_fen: bigint
  readonly price_fen: bigint
  readonly first_promised_day: string
  readonly promised_day: string
  readonly received_at: Date | null
  readonly started_at: Date | null
  readonly ended_at: Date | null
  readonly end_reason: string | null
  readonly version: number
  readonly created_at: Date
  readonly instructions: string | null
  readonly samples_ahead: number
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly site_name: string | null
  readonly site_address: string | null
  readonly zone: string
  readonly provider_name: string
  readonly organisation_name: string
  readonly booker_name: string
}

const OPEN = sql.raw(`(${OPEN_SAMPLE_STATES.map((state) => `'${state}'`).join(', ')})`)

const sampleColumns: RawBuilder<SampleRow> = sql`
  select s.id, s.number, s.resource_id, s.provider_id, s.organisation_id, s.booker_id, s.state, s.position, s.sample_count, s.sample_kind, s.project,
    s.note, s.customer_class, s.unit_price_fen, s.price_fen, s.first_promised_day, s.promised_day, s.received_at, s.started_at, s.ended_at,
    s.end_reason, s.version, s.created_at, q.instructions,
    case when s.state in ${OPEN} then coalesce((
      select sum(a.sample_count) from booking.sample_submission a
      where a.resource_id = s.resource_id and a.state in ${OPEN} and (a.position, a.id) < (s.position, s.id)), 0)::int else 0 end as samples_ahead,
    coalesce(r.name_zh, r.name_en, '') as resource_name, r.name_en as resource_name_en, r.site_name, r.site_address,
    coalesce(r.zone, 'Asia/Shanghai') as zone, coalesce(p.name, '') as provider_name, coalesce(o.name, '') as organisation_name,
    coalesce(u.name, '') as booker_name
  from booking.sample_submission s
  join booking.sample_queue q on q.resource_id = s.resource_id
  left join catalog_pub.resource r on r.id = s.resource_id
  left join people_pub.organisation p on p.id = s.provider_id
  left join people_pub.organisation o on o.id = s.organisation_id
  left join people_pub.person u on u.id = s.booker_id`

/** A submission that `organisationId` may see: it sent it, or it owns the resource. */
export async function findSubmission(db: Db<BookingTables>, id: string, organisationId: string): Promise<SampleRow | undefined> {
  const { rows } = await sql<SampleRow>`
    ${sampleColumns} where s.id = ${id} and (s.organisation_id = ${organisationId} or s.provider_id = ${organisationId})`.execute(db)
  return rows[0]
}

/** What stands in the queues, in order. */
export async function listQueued(db: Db<BookingTables>, resourceIds: readonly string[]): Promise<SampleRow[]> {
  const { rows } = await sql<SampleRow>`
    ${sampleColumns} where s.resource_id = any(${resourceIds}::uuid[]) and s.state in ${OPEN} order by s.resource_id, s.position, s.id`.execute(
    db,
  )
  return rows
}

/** Newest first. */
export async function listSubmissions(
  db: Db<BookingTables>,
  filter: {
    scope: { booker: string; organisation: string } | { organisation: string } | { provider: string }
    show: 'open' | 'ended' | 'all'
    resourceId: string | undefined
    after: { at: Date; id: string } | undefined
    limit: number
  },
): Promise<SampleRow[]> {
  const { scope, after } = filter
  const conditions: RawBuilder<unknown>[] = [
    'provider' in scope ? sql`s.provider_id = ${scope.provider}` : sql`s.organisation_id = ${scope.organisation}`,
  ]
  if ('booker' in scope) conditions.push(sql`s.booker_id = ${scope.booker}`)
  if (filter.show === 'open') conditions.push(sql`s.state in ${OPEN}`)
  if (filter.show === 'ended') conditions.push(sql`s.state not in ${OPEN}`)
  if (filter.resourceId) conditions.push(sql`s.resource_id = ${filter.resourceId}`)
  if (after) conditions.push(sql`(s.created_at, s.id) < (${after.at}, ${after.id}::uuid)`)
  const { rows } = await sql<SampleRow>`
    ${sampleColumns} where ${sql.join(conditions, sql` and `)} order by s.created_at desc, s.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

export async function insertSubmission(
  tx: Db<BookingTables>,
  row: {
    id: string
    number: string
    resourceId: string
    providerId: string
    organisationId: string
    bookerId: string
    samples: number
    sampleKind: string
    project: string | null
    note: string | null
    customerClass: CustomerClass
    unitPriceFen: bigint
    priceFen: bigint
    promisedDay: string
    now: Date
  },
): Promise<void> {
  await sql`
    insert into booking.sample_submission (id, number, resource_id, provider_id, organisation_id, booker_id, position, sample_count, sample_kind, project,
      note, customer_class, unit_price_fen, price_fen, first_promised_day, promised_day, created_at, updated_at)
    select ${row.id}, ${row.number}, ${row.resourceId}, ${row.providerId}, ${row.organisationId}, ${row.bookerId},
      coalesce(max(position), 0) + 1, ${row.samples}, ${row.sampleKind}, ${row.project}, ${row.note}, ${row.customerClass}, ${row.unitPriceFen},
      ${row.priceFen}, ${row.promisedDay}, ${row.promisedDay}, ${row.now}, ${row.now}
    from booking.sample_submission where resource_id = ${row.resourceId} and state in ${OPEN}`.execute(tx)
}

/** False when the submission has changed since it was seen. */
export async function changeSubmission(
  tx: Db<BookingTables>,
  target: { id: string; version: number; from: SampleState },
  to: { state: SampleState; by: string | null; reason: string | null; now: Date },
): Promise<boolean> {
  const isEnd = to.state === 'done' || to.state === 'cancelled'
  const result = await sql`
    update booking.sample_submission
    set state = ${to.state}, received_at = case when ${to.state} = 'received' then ${to.now} else received_at end,
      started_at = case when ${to.state} = 'running' then ${to.now} else started_at end, ended_at = ${isEnd ? to.now : null},
      ended_by = ${isEnd ? to.by : null}, end_reason = ${to.reason}, version = version + 1, updated_at = ${to.now}
    where id = ${target.id} and version = ${target.version} and state = ${target.from}`.execute(tx)
  return result.numAffectedRows === 1n
}

/** Positions by the order of `ids`, behind what is being run. */
export async function orderSubmissions(tx: Db<BookingTables>, ids: readonly string[], now: Date): Promise<void> {
  await sql`
    update booking.sample_submission s set position = wanted.n, updated_at = ${now}
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, n) where s.id = wanted.id`.execute(tx)
}

export async function setPromisedDay(tx: Db<BookingTables>, id: string, day: string, now: Date): Promise<void> {
  await sql`update booking.sample_submission set promised_day = ${day}, version = version + 1, updated_at = ${now} where id = ${id}`.execute(
    tx,
  )
}
