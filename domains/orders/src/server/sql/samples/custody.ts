import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Condition, CustodyKind } from '../../../core/samples/vocabulary.ts'
import type { Side } from '../../../core/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

export type NewEvent = {
  readonly id: string
  readonly sampleId: string
  readonly kind: CustodyKind
  readonly side: Exclude<Side, 'operator'>
  readonly personId: string | null
  readonly at: Date
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  readonly place?: string | null | undefined
  readonly quantity?: string | null | undefined
  readonly celsius?: number | null | undefined
  readonly condition?: Condition | null | undefined
  readonly words?: string | null | undefined
  readonly trackingNumber?: string | null | undefined
  readonly taskId?: string | null | undefined
  readonly correctsId?: string | null | undefined
  readonly fileIds?: readonly string[]
}

/** The caller has locked the order, so that the events of a sample are counted without a gap. */
export async function insertEvent(tx: Db<OrdersTables>, event: NewEvent): Promise<void> {
  const { from = null, to = null, place = null, quantity = null, celsius = null, condition = null, words = null } = event
  await sql`
    insert into orders.custody_event (id, sample_id, seq, kind, side, person_id, at, from_name, to_name, place, quantity, celsius, condition, words,
      tracking_number, task_id, corrects_id)
    select ${event.id}, ${event.sampleId}, coalesce(max(seq), 0) + 1, ${event.kind}, ${event.side}, ${event.personId}, ${event.at}, ${from}, ${to}, ${place},
      ${quantity}::numeric, ${celsius}, ${condition}, ${words}, ${event.trackingNumber || null}, ${event.taskId ?? null}, ${event.correctsId ?? null}
    from orders.custody_event where sample_id = ${event.sampleId}`.execute(tx)
  if (event.fileIds?.length)
    await sql`
      insert into orders.custody_file (event_id, position, file_id)
      select ${event.id}, f.position, f.id from unnest(${event.fileIds}::uuid[]) with ordinality f (id, position)`.execute(tx)
}

export type EventRow = {
  readonly id: string
  readonly sample_id: string
  readonly sample_number: string
  readonly unit: string
  readonly kind: CustodyKind
  readonly side: Side
  readonly person_name: string | null
  readonly at: Date
  readonly from_name: string | null
  readonly to_name: string | null
  readonly place: string | null
  readonly quantity: string | null
  readonly celsius: string | null
  readonly condition: Condition | null
  readonly words: string | null
  readonly tracking_number: string | null
  readonly corrects_id: string | null
  readonly files: readonly { readonly id: string; readonly name: string; readonly media_type: string }[]
}

/** Everything that happened to the samples of an order, or to one of them, oldest first. */
export async function listEvents(db: Db<OrdersTables>, of: { orderId: string } | { sampleId: string }): Promise<EventRow[]> {
  const which = 'orderId' in of ? sql`s.order_id = ${of.orderId}` : sql`s.id = ${of.sampleId}`
  const { rows } = await sql<EventRow>`
    select e.id, e.sample_id, s.number as sample_number, s.unit, e.kind, e.side, p.name as person_name, e.at, e.from_name, e.to_name, e.place,
      e.quantity::text, e.celsius::text, e.condition, e.words, e.tracking_number, e.corrects_id,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'media_type', f.media_type) order by c.position)
        from orders.custody_file c join platform.file f on f.id = c.file_id where c.event_id = e.id), '[]') as files
    from orders.custody_event e
    join orders.sample s on s.id = e.sample_id
    left join people_pub.person p on p.id = e.person_id
    where ${which} order by e.at, e.seq, s.declared_at, s.id`.execute(db)
  return rows
}

/** Whether an event is one of the sample's own. */
export async function isEventOf(db: Db<OrdersTables>, eventId: string, sampleId: string): Promise<boolean> {
  const { rows } = await sql`select from orders.custody_event where id = ${eventId} and sample_id = ${sampleId}`.execute(db)
  return rows.length === 1
}

export async function isFileOf(db: Db<OrdersTables>, fileId: string, sampleId: string): Promise<boolean> {
  const { rows } = await sql`
    select from orders.custody_file f join orders.custody_event e on e.id = f.event_id
    where f.file_id = ${fileId} and e.sample_id = ${sampleId} limit 1`.execute(db)
  return rows.length === 1
}

/** How many of the files were uploaded by the organisation. */
export async function countOwnFiles(db: Db<OrdersTables>, organisationId: string, fileIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from platform.file where id = any(${fileIds}::uuid[]) and owner_organisation_id = ${organisationId}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** From now on `personId` holds the sample. Refused by the database while somebody else does. */
export async function beginCustody(
  tx: Db<OrdersTables>,
  period: { id: string; sampleId: string; personId: string; now: Date },
): Promise<void> {
  await sql`
    insert into orders.custody_period (id, sample_id, person_id, held_from)
    values (${period.id}, ${period.sampleId}, ${period.personId}, ${period.now})`.execute(tx)
}

/** Whoever holds the sample holds it no more; false when it was not `personId` (or nobody did). */
export async function endCustody(tx: Db<OrdersTables>, sampleId: string, now: Date, personId?: string): Promise<boolean> {
  const whose = personId ? sql`and person_id = ${personId}` : sql``
  const { numAffectedRows } = await sql`
    update orders.custody_period set held_until = greatest(held_from, ${now}) where sample_id = ${sampleId} and held_until is null ${whose}`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

export type HandoverRow = {
  readonly id: string
  readonly sample_id: string
  readonly from_person_id: string
  readonly from_name: string
  readonly to_person_id: string
  readonly to_name: string
  readonly place_id: string | null
}

export async function insertHandover(
  tx: Db<OrdersTables>,
  offer: { id: string; sampleId: string; from: string; to: string; placeId: string | null; words: string | null; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.sample_handover (id, sample_id, from_person_id, to_person_id, place_id, words, offered_at)
    values (${offer.id}, ${offer.sampleId}, ${offer.from}, ${offer.to}, ${offer.placeId}, ${offer.words}, ${offer.now})
    on conflict (sample_id) where state = 'offered' do nothing`.execute(tx)
  return numAffectedRows === 1n
}

export async function findHandover(db: Db<OrdersTables>, id: string): Promise<HandoverRow | undefined> {
  const { rows } = await sql<HandoverRow>`
    select x.id, x.sample_id, x.from_person_id, f.name as from_name, x.to_person_id, t.name as to_name, x.place_id
    from orders.sample_handover x join people_pub.person f on f.id = x.from_person_id join people_pub.person t on t.id = x.to_person_id
    where x.id = ${id}`.execute(db)
  return rows[0]
}

/** False when it was answered or withdrawn before. */
export async function endHandover(
  tx: Db<OrdersTables>,
  id: string,
  state: 'confirmed' | 'refused' | 'withdrawn',
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.sample_handover set state = ${state}, answered_at = ${now} where id = ${id} and state = 'offered'`.execute(tx)
  return numAffectedRows === 1n
}

/** A sample that is gone is offered to nobody. */
export async function withdrawOffers(tx: Db<OrdersTables>, sampleId: string, now: Date): Promise<void> {
  await sql`
    update orders.sample_handover set state = 'withdrawn', answered_at = ${now} where sample_id = ${sampleId} and state = 'offered'`.execute(
    tx,
  )
}

/** Active people of a provider who work with samples. */
export async function listHandlers(db: Db<OrdersTables>, providerId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from people_pub.membership m join people_pub.person p on p.id = m.person_id
    where m.organisation_id = ${providerId} and m.status = 'active'
      and m.roles && array['provider:owner', 'provider:lab_manager', 'provider:lab_staff']
    order by p.name, p.id`.execute(db)
  return rows
}

export async function findPersonName(db: Db<OrdersTables>, id: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from people_pub.person where id = ${id}`.execute(db)
  return rows[0]?.name ?? ''
}
