import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { Condition, Hazard, Rest, SampleOrigin, SampleState, Storage } from '../../../core/samples/vocabulary.ts'
import type { OrderState } from '../../../core/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

/** A sample with who holds it, where it lies and what waits for it. Quantities are decimals, days local days. */
export type SampleRow = {
  readonly id: string
  readonly order_id: string
  readonly order_number: string
  readonly order_state: OrderState
  readonly organisation_id: string
  readonly organisation_name: string
  readonly orderer_id: string
  readonly provider_id: string
  readonly provider_name: string
  readonly number: string
  readonly code: string
  readonly parent_id: string | null
  readonly origin: SampleOrigin
  readonly replaces_id: string | null
  readonly item_ids: readonly string[]
  readonly name: string
  readonly spec: string
  readonly batch: string
  readonly maker: string
  readonly packaging: string
  readonly appearance: string
  readonly quantity: string
  readonly remaining: string
  readonly unit: string
  readonly storage: Storage
  readonly hazards: readonly Hazard[]
  readonly rest: Rest
  readonly produced_on: string | null
  readonly expires_on: string | null
  readonly note: string
  readonly state: SampleState
  readonly condition: Condition | null
  readonly arrival_celsius: string | null
  readonly refusal: string | null
  readonly parcel: ParcelFacts | null
  readonly return_parcel: ParcelFacts | null
  readonly place_id: string | null
  readonly place_name: string | null
  readonly holder_id: string | null
  readonly holder_name: string | null
  readonly offer: {
    readonly id: string
    readonly from_id: string
    readonly from_name: string
    readonly to_id: string
    readonly to_name: string
    readonly words: string | null
    readonly offered_at: string
  } | null
  readonly destruction: {
    readonly id: string
    readonly method: string
    readonly by_id: string
    readonly by_name: string
    readonly proposed_at: string
  } | null
  readonly received_at: Date | null
  readonly retain_until: string | null
  readonly version: number
  readonly declared_at: Date
}

type ParcelFacts = { readonly carrier: string; readonly tracking_number: string; readonly sent_at: string }

/** How a place is called: its room, and its shelf when it has one. */
export const placeName = sql<string>`concat_ws(' / ', l.room, nullif(l.shelf, ''))`

const sampleColumns: RawBuilder<SampleRow> = sql`
  select s.id, s.order_id, o.number as order_number, o.state as order_state, o.organisation_id, c.name as organisation_name, o.person_id as orderer_id,
    o.provider_id, p.name as provider_name, s.number, s.code, s.parent_id, s.origin, s.replaces_id,
    coalesce((select jsonb_agg(i.order_item_id order by i.order_item_id) from orders.sample_item i where i.sample_id = s.id), '[]') as item_ids,
    s.name, s.spec, s.batch, s.maker, s.packaging, s.appearance, s.quantity::text, s.remaining::text, s.unit, s.storage, s.hazards, s.rest, s.produced_on,
    s.expires_on, s.note, s.state, s.condition, s.arrival_celsius::text, s.refusal,
    (select jsonb_build_object('carrier', x.carrier, 'tracking_number', x.tracking_number, 'sent_at', x.sent_at) from orders.parcel x where x.id = s.parcel_id) as parcel,
    (select jsonb_build_object('carrier', x.carrier, 'tracking_number', x.tracking_number, 'sent_at', x.sent_at) from orders.parcel x where x.id = s.return_parcel_id) as return_parcel,
    s.place_id, ${placeName} as place_name, k.person_id as holder_id, h.name as holder_name,
    (select jsonb_build_object('id', x.id, 'from_id', x.from_person_id, 'from_name', f.name, 'to_id', x.to_person_id, 'to_name', t.name, 'words', x.words,
        'offered_at', x.offered_at)
      from orders.sample_handover x join people_pub.person f on f.id = x.from_person_id join people_pub.person t on t.id = x.to_person_id
      where x.sample_id = s.id and x.state = 'offered') as offer,
    (select jsonb_build_object('id', x.id, 'method', x.method, 'by_id', x.proposed_by, 'by_name', f.name, 'proposed_at', x.proposed_at)
      from orders.sample_destruction x join people_pub.person f on f.id = x.proposed_by where x.sample_id = s.id and x.state = 'proposed') as destruction,
    s.received_at, s.retain_until, s.version, s.declared_at
  from orders.sample s
  join orders.service_order o on o.id = s.order_id
  join people_pub.organisation c on c.id = o.organisation_id
  join people_pub.organisation p on p.id = o.provider_id
  left join orders.custody_period k on k.sample_id = s.id and k.held_until is null
  left join people_pub.person h on h.id = k.person_id
  left join orders.storage_place l on l.id = s.place_id`

export async function findSample(db: Db<OrdersTables>, id: string): Promise<SampleRow | undefined> {
  const { rows } = await sql<SampleRow>`${sampleColumns} where s.id = ${id}`.execute(db)
  return rows[0]
}

export async function listSamplesOfOrder(db: Db<OrdersTables>, orderId: string): Promise<SampleRow[]> {
  const { rows } = await sql<SampleRow>`
    ${sampleColumns} where s.order_id = ${orderId} order by string_to_array(substr(s.number, 2), '-')::int[], s.id`.execute(db)
  return rows
}

/** The order to which a sample belongs; never changes. */
export async function findOrderOfSample(db: Db<OrdersTables>, sampleId: string): Promise<string | undefined> {
  const { rows } = await sql<{ order_id: string }>`select order_id from orders.sample where id = ${sampleId}`.execute(db)
  return rows[0]?.order_id
}

export async function findSampleByCode(
  db: Db<OrdersTables>,
  code: string,
): Promise<Pick<SampleRow, 'id' | 'order_id' | 'order_state' | 'organisation_id' | 'provider_id'> | undefined> {
  const { rows } = await sql<Pick<SampleRow, 'id' | 'order_id' | 'order_state' | 'organisation_id' | 'provider_id'>>`
    select s.id, s.order_id, o.state as order_state, o.organisation_id, o.provider_id from orders.sample s join orders.service_order o on o.id = s.order_id
    where s.code = ${code}`.execute(db)
  return rows[0]
}

type NewSample = {
  readonly id: string
  readonly orderId: string
  readonly number: string
  readonly code: string
  readonly parentId: string | null
  readonly origin: SampleOrigin
  readonly replacesId: string | null
  readonly description: Description
  readonly state: SampleState
  readonly placeId: string | null
  readonly by: string
  readonly now: Date
}

export type Description = {
  readonly name: string
  readonly spec: string
  readonly batch: string
  readonly maker: string
  readonly packaging: string
  readonly appearance: string
  readonly quantity: string
  readonly unit: string
  readonly storage: Storage
  readonly hazards: readonly Hazard[]
  readonly rest: Rest
  readonly producedOn: string | null
  readonly expiresOn: string | null
  readonly note: string
  readonly itemIds: readonly string[]
}

export async function insertSample(tx: Db<OrdersTables>, sample: NewSample): Promise<void> {
  const { description: d } = sample
  const receivedAt = sample.state === 'received' ? sample.now : null
  await sql`
    insert into orders.sample (id, order_id, number, code, parent_id, origin, replaces_id, name, spec, batch, maker, packaging, appearance, quantity,
      remaining, unit, storage, hazards, rest, produced_on, expires_on, note, state, place_id, received_at, declared_by, declared_at)
    values (${sample.id}, ${sample.orderId}, ${sample.number}, ${sample.code}, ${sample.parentId}, ${sample.origin}, ${sample.replacesId}, ${d.name},
      ${d.spec}, ${d.batch}, ${d.maker}, ${d.packaging}, ${d.appearance}, ${d.quantity}::numeric, ${d.quantity}::numeric, ${d.unit}, ${d.storage},
      ${d.hazards}::text[], ${d.rest}, ${d.producedOn}, ${d.expiresOn}, ${d.note}, ${sample.state}, ${sample.placeId}, ${receivedAt}, ${sample.by},
      ${sample.now})`.execute(tx)
  await insertItems(tx, sample.id, d.itemIds)
}

async function insertItems(tx: Db<OrdersTables>, sampleId: string, itemIds: readonly string[]): Promise<void> {
  await sql`
    insert into orders.sample_item (sample_id, order_item_id)
    select ${sampleId}, i.id from (select distinct unnest(${itemIds}::uuid[]) as id) i`.execute(tx)
}

/** False when it is not as it was seen, or was sent meanwhile. */
export async function describeSample(tx: Db<OrdersTables>, target: { id: string; version: number }, d: Description): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.sample set name = ${d.name}, spec = ${d.spec}, batch = ${d.batch}, maker = ${d.maker}, packaging = ${d.packaging},
      appearance = ${d.appearance}, quantity = ${d.quantity}::numeric, remaining = ${d.quantity}::numeric, unit = ${d.unit}, storage = ${d.storage},
      hazards = ${d.hazards}::text[], rest = ${d.rest}, produced_on = ${d.producedOn}, expires_on = ${d.expiresOn}, note = ${d.note}, version = version + 1
    where id = ${target.id} and version = ${target.version} and state = 'declared'`.execute(tx)
  if (numAffectedRows !== 1n) return false
  await sql`delete from orders.sample_item where sample_id = ${target.id}`.execute(tx)
  await insertItems(tx, target.id, d.itemIds)
  return true
}

/** Columns that change together with the state. */
type SampleChange = {
  readonly state?: SampleState
  readonly parcelId?: string
  readonly returnParcelId?: string
  readonly condition?: Condition
  readonly celsius?: number | null
  readonly refusal?: string | null
  readonly placeId?: string | null
  readonly receivedAt?: Date
  readonly retainUntil?: string | null
  readonly rest?: Rest
}

const COLUMNS: Record<keyof SampleChange, string> = {
  state: 'state',
  parcelId: 'parcel_id',
  returnParcelId: 'return_parcel_id',
  condition: 'condition',
  celsius: 'arrival_celsius',
  refusal: 'refusal',
  placeId: 'place_id',
  receivedAt: 'received_at',
  retainUntil: 'retain_until',
  rest: 'rest',
}

/** Changes a sample that still stands in one of `from`; false when it does not. */
export async function moveSample(tx: Db<OrdersTables>, id: string, from: readonly SampleState[], change: SampleChange): Promise<boolean> {
  const sets = Object.entries(change).map(([key, value]) => sql`${sql.ref(COLUMNS[key as keyof SampleChange])} = ${value}`)
  // A new day of disposal is announced anew.
  if (change.retainUntil !== undefined) sets.push(sql`retention_noticed_at = null`)
  const { numAffectedRows } = await sql`
    update orders.sample set ${sql.join([...sets, sql`version = version + 1`])} where id = ${id} and state = any(${from}::text[])`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

/** Takes from what is left; false when there is less. What is empty is used up, or gone as `whenEmpty` says. */
export async function takeFromSample(
  tx: Db<OrdersTables>,
  id: string,
  quantity: string,
  whenEmpty: Extract<SampleState, 'used_up' | 'lost' | 'broken'> = 'used_up',
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.sample set remaining = remaining - ${quantity}::numeric,
      state = case when remaining = ${quantity}::numeric then ${whenEmpty} else state end, version = version + 1
    where id = ${id} and state = 'received' and remaining >= ${quantity}::numeric`.execute(tx)
  return numAffectedRows === 1n
}

/** What was counted holds from now on; false when it is more than was declared. */
export async function countSample(tx: Db<OrdersTables>, id: string, remaining: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.sample set remaining = ${remaining}::numeric, version = version + 1,
      state = case when ${remaining}::numeric > 0 then 'received' when state = 'received' then 'used_up' else state end
    where id = ${id} and state in ('received', 'used_up', 'lost', 'broken') and quantity >= ${remaining}::numeric`.execute(tx)
  return numAffectedRows === 1n
}

/** What stands in the way of reviewing an order as received, and whether it is decided. */
export async function listArrivals(
  db: Db<OrdersTables>,
  orderId: string,
): Promise<{ id: string; number: string; state: SampleState; isDecided: boolean }[]> {
  const { rows } = await sql<{ id: string; number: string; state: SampleState; isDecided: boolean }>`
    select s.id, s.number, s.state, exists (select from orders.deviation d where d.sample_id = s.id and d.kind = 'sample_refused'
        and (d.decision in ('go_on', 'stop') or d.decision = 'replace' and exists (select from orders.sample r where r.replaces_id = s.id))) as "isDecided"
    from orders.sample s where s.order_id = ${orderId} and s.origin = 'declared' order by s.declared_at, s.id`.execute(db)
  return rows
}

/** From the report, or the end without one, the clock of retention runs for all that the provider still has. */
export async function startRetention(tx: Db<OrdersTables>, orderId: string, until: string): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    update orders.sample set retain_until = ${until}::date, retention_noticed_at = null, version = version + 1
    where order_id = ${orderId} and state in ('received', 'refused', 'broken') and retain_until is null returning id`.execute(tx)
  return rows
}

/** The work goes on after the report: nothing is disposed of. */
export async function stopRetention(tx: Db<OrdersTables>, orderId: string): Promise<void> {
  await sql`
    update orders.sample set retain_until = null, retention_noticed_at = null, version = version + 1
    where order_id = ${orderId} and retain_until is not null and state in ('received', 'refused', 'broken')`.execute(tx)
}

/** What was declared and never sent when an order ends. */
export async function withdrawUnsent(tx: Db<OrdersTables>, orderId: string): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    update orders.sample set state = 'withdrawn', version = version + 1 where order_id = ${orderId} and state = 'declared' returning id`.execute(
    tx,
  )
  return rows
}

/** Samples whose retention ends by `day` and of which nobody was told; taken by this call, so that two runs tell once. */
export async function claimRetentionNotices(
  tx: Db<OrdersTables>,
  { day, now, limit }: { day: string; now: Date; limit: number },
): Promise<{ id: string; order_id: string }[]> {
  const { rows } = await sql<{ id: string; order_id: string }>`
    update orders.sample set retention_noticed_at = ${now} where id in (
      select id from orders.sample where retain_until <= ${day}::date and retention_noticed_at is null and state in ('received', 'refused', 'broken')
      order by retain_until, id limit ${limit} for update skip locked)
    returning id, order_id`.execute(tx)
  return rows
}

type SampleFilter = {
  readonly party: { readonly client: string } | { readonly provider: string }
  readonly personId: string
  readonly view: 'to_send' | 'on_the_way' | 'held' | 'offered' | 'own' | 'due' | 'ended' | 'all'
  readonly dueBy: string
  readonly placeId: string | undefined
  readonly q: string | undefined
  readonly after: { at: Date; id: string } | undefined
  readonly limit: number
}

const liveOrder = sql`o.state not in ('declined', 'withdrawn', 'cancelled', 'lapsed', 'settled', 'awaiting_approval')`

function viewOf({ view, personId, dueBy }: Pick<SampleFilter, 'view' | 'personId' | 'dueBy'>): RawBuilder<unknown> {
  switch (view) {
    case 'to_send':
      return sql`s.state = 'declared' and ${liveOrder}`
    case 'on_the_way':
      return sql`s.state in ('sent', 'returning')`
    case 'held':
      return sql`s.state in ('received', 'refused', 'broken')`
    case 'offered':
      return sql`exists (select from orders.sample_handover x where x.sample_id = s.id and x.state = 'offered' and x.to_person_id = ${personId})`
    case 'own':
      return sql`s.state in ('received', 'refused', 'broken') and k.person_id = ${personId}`
    case 'due':
      return sql`s.state in ('received', 'refused', 'broken') and (s.retain_until <= ${dueBy}::date or s.expires_on <= ${dueBy}::date)`
    case 'ended':
      return sql`s.state in ('used_up', 'returned', 'destroyed', 'lost', 'withdrawn')`
    case 'all':
      return sql`true`
  }
}

/** Samples of one party, the last declared first; `limit + 1` rows say whether there is more. */
export async function listSamples(db: Db<OrdersTables>, filter: SampleFilter): Promise<SampleRow[]> {
  const { party, placeId, q, after } = filter
  const conditions: RawBuilder<unknown>[] = [
    'client' in party ? sql`o.organisation_id = ${party.client}` : sql`o.provider_id = ${party.provider}`,
    viewOf(filter),
  ]
  if (placeId) conditions.push(sql`s.place_id = ${placeId}`)
  if (q) {
    const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
    conditions.push(sql`(s.code = upper(${q}) or o.number = upper(${q}) or s.name ilike ${like} or s.batch ilike ${like}
      or exists (select from orders.parcel x where x.id in (s.parcel_id, s.return_parcel_id) and x.tracking_number = ${q}))`)
  }
  if (after) conditions.push(sql`(s.declared_at, s.id) < (${after.at}, ${after.id}::uuid)`)
  const { rows } = await sql<SampleRow>`
    ${sampleColumns} where ${sql.join(conditions, sql` and `)} order by s.declared_at desc, s.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

export async function countSamples(
  db: Db<OrdersTables>,
  { party, personId, dueBy }: Pick<SampleFilter, 'party' | 'personId' | 'dueBy'>,
): Promise<{ toSend: number; onTheWay: number; held: number; offered: number; due: number }> {
  const of = (view: SampleFilter['view']) => sql`(count(*) filter (where ${viewOf({ view, personId, dueBy })}))::int`
  const { rows } = await sql<{ toSend: number; onTheWay: number; held: number; offered: number; due: number }>`
    select ${of('to_send')} as "toSend", ${of('on_the_way')} as "onTheWay", ${of('held')} as held, ${of('offered')} as offered, ${of('due')} as due
    from orders.sample s join orders.service_order o on o.id = s.order_id
    where ${'client' in party ? sql`o.organisation_id = ${party.client}` : sql`o.provider_id = ${party.provider}`}`.execute(db)
  return rows[0] ?? { toSend: 0, onTheWay: 0, held: 0, offered: 0, due: 0 }
}
