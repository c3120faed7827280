import { newId } from '@jiju/kernel/ids'
import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { DisplacementState } from '../../../core/outages/vocabulary.ts'
import type { ReservationState } from '../../../core/vocabulary.ts'
import type { BookingTables } from '../../needs.ts'
import { LIVE } from '../live.ts'

export type OfferRow = {
  readonly resource_id: string
  readonly start: string
  readonly end: string
  readonly price_fen: string
}

export type DisplacementRow = {
  readonly id: string
  readonly outage_id: string
  readonly reservation_id: string
  readonly reservation_number: string
  readonly reservation_state: ReservationState
  readonly reservation_version: number
  readonly resource_id: string
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly zone: string
  readonly provider_id: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly booker_id: string
  readonly booker_name: string
  readonly start: Date
  readonly end: Date
  readonly price_fen: bigint
  readonly state: DisplacementState
  readonly answer_until: Date | null
  readonly proposed_at: Date | null
  readonly replaced_by: string | null
  readonly resolved_at: Date | null
  readonly offers: readonly OfferRow[]
}

const displacementColumns: RawBuilder<DisplacementRow> = sql`
  select d.id, d.outage_id, d.reservation_id, b.number as reservation_number, b.state as reservation_state, b.version as reservation_version,
    d.resource_id, coalesce(r.name_zh, r.name_en, '') as resource_name, r.name_en as resource_name_en, coalesce(r.zone, 'Asia/Shanghai') as zone,
    d.provider_id, d.organisation_id, coalesce(o.short_name, o.name, '') as organisation_name, d.booker_id, coalesce(u.name, '') as booker_name,
    lower(d.during) as start, upper(d.during) as "end", d.price_fen, d.state, d.answer_until, d.proposed_at, d.replaced_by, d.resolved_at,
    coalesce((
      select jsonb_agg(jsonb_build_object('resource_id', f.resource_id, 'start', lower(f.during), 'end', upper(f.during), 'price_fen', f.price_fen::text)
        order by f.position)
      from booking.displacement_offer f where f.displacement_id = d.id), '[]') as offers
  from booking.displacement d
  join booking.reservation b on b.id = d.reservation_id and b.resource_id = d.resource_id
  left join catalog_pub.resource r on r.id = d.resource_id
  left join people_pub.organisation o on o.id = d.organisation_id
  left join people_pub.person u on u.id = d.booker_id`

/** What an outage hit, by time. */
export async function listDisplacements(db: Db<BookingTables>, outageId: string): Promise<DisplacementRow[]> {
  const { rows } = await sql<DisplacementRow>`
    ${displacementColumns} where d.outage_id = ${outageId} order by lower(d.during), d.id limit 1000`.execute(db)
  return rows
}

/** The open displacement of a booking, locked with the booking: of two answers the second waits and finds none. */
export async function lockOpenDisplacement(
  db: Db<BookingTables>,
  reservationId: string,
): Promise<{ id: string; outage_id: string } | undefined> {
  // The booking first, as cancelling and moving do: otherwise two answers could wait for each other.
  await sql`select 1 from booking.reservation where id = ${reservationId} for update`.execute(db)
  const { rows } = await sql<{ id: string; outage_id: string }>`
    select id, outage_id from booking.displacement where reservation_id = ${reservationId} and state = 'open' for update`.execute(db)
  return rows[0]
}

/** The last outage that hit a booking which `organisationId` may see. */
export async function findDisplacement(
  db: Db<BookingTables>,
  reservationId: string,
  organisationId: string,
): Promise<DisplacementRow | undefined> {
  const { rows } = await sql<DisplacementRow>`
    ${displacementColumns}
    where d.reservation_id = ${reservationId} and (d.organisation_id = ${organisationId} or d.provider_id = ${organisationId})
    order by d.found_at desc, d.id desc limit 1`.execute(db)
  return rows[0]
}

export async function findDisplacementForNotices(db: Db<BookingTables>, id: string): Promise<DisplacementRow | undefined> {
  const { rows } = await sql<DisplacementRow>`${displacementColumns} where d.id = ${id}`.execute(db)
  return rows[0]
}

type NewDisplacement = {
  readonly outageId: string
  readonly reservationId: string
  readonly resourceId: string
  readonly providerId: string
  readonly organisationId: string
  readonly bookerId: string
  readonly start: Date
  readonly end: Date
  readonly priceFen: bigint
  readonly state: 'open' | 'interrupted'
  readonly answerUntil: Date | null
  readonly now: Date
}

/** Notes that an outage hit a booking. Hit again by the same outage after it was given back, the note opens again. */
export async function insertDisplacement(db: Db<BookingTables>, row: NewDisplacement): Promise<string> {
  const resolvedAt = row.state === 'open' ? null : row.now
  const { rows } = await sql<{ id: string }>`
    insert into booking.displacement (id, outage_id, reservation_id, resource_id, provider_id, organisation_id, booker_id, during, price_fen, state,
      answer_until, found_at, resolved_at)
    values (${newId(row.now.getTime())}, ${row.outageId}, ${row.reservationId}, ${row.resourceId}, ${row.providerId}, ${row.organisationId},
      ${row.bookerId}, tstzrange(${row.start}, ${row.end}), ${row.priceFen}, ${row.state}, ${row.answerUntil}, ${row.now}, ${resolvedAt})
    on conflict on constraint displacement_once do update set state = excluded.state, during = excluded.during, price_fen = excluded.price_fen,
      answer_until = excluded.answer_until, found_at = excluded.found_at, resolved_at = excluded.resolved_at, proposed_at = null, replaced_by = null
    returning id`.execute(db)
  return rows[0]?.id ?? ''
}

/** Closes the open displacement of each booking; returns those that were open. */
export async function resolveDisplacements(
  db: Db<BookingTables>,
  reservationIds: readonly string[],
  to:
    | { readonly state: Exclude<DisplacementState, 'open' | 'replaced' | 'interrupted'>; readonly now: Date }
    | { readonly replacedBy: string; readonly now: Date },
): Promise<{ id: string; reservation_id: string; outage_id: string }[]> {
  const state = 'replacedBy' in to ? 'replaced' : to.state
  const replacedBy = 'replacedBy' in to ? to.replacedBy : null
  const { rows } = await sql<{ id: string; reservation_id: string; outage_id: string }>`
    update booking.displacement set state = ${state}, replaced_by = ${replacedBy}, answer_until = null, resolved_at = ${to.now}
    where reservation_id = any(${[...reservationIds]}::uuid[]) and state = 'open'
    returning id, reservation_id, outage_id`.execute(db)
  return rows
}

/** Open displacements whose limit has passed, up to `limit`; and those whose booking ended by another way. */
export async function listLapsed(
  db: Db<BookingTables>,
  now: Date,
  limit: number,
): Promise<{ reservation_id: string; outage_id: string; is_live: boolean }[]> {
  const { rows } = await sql<{ reservation_id: string; outage_id: string; is_live: boolean }>`
    select d.reservation_id, d.outage_id, b.state in ${LIVE} as is_live
    from booking.displacement d join booking.reservation b on b.id = d.reservation_id and b.resource_id = d.resource_id
    where d.state = 'open' and d.answer_until <= ${now}
    order by d.answer_until, d.id limit ${limit}`.execute(db)
  return rows
}

/** Replaces what was proposed for a displacement that is still open; false when it is not. */
export async function replaceOffers(
  db: Db<BookingTables>,
  displacementId: string,
  offers: readonly { readonly resourceId: string; readonly start: Date; readonly end: Date; readonly priceFen: bigint }[],
  terms: { readonly answerUntil: Date; readonly now: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.displacement set proposed_at = ${terms.now}, answer_until = ${terms.answerUntil}
    where id = ${displacementId} and state = 'open'`.execute(db)
  if (result.numAffectedRows !== 1n) return false
  await sql`delete from booking.displacement_offer where displacement_id = ${displacementId}`.execute(db)
  for (const [index, offer] of offers.entries())
    await sql`
      insert into booking.displacement_offer (displacement_id, position, resource_id, during, price_fen)
      values (${displacementId}, ${index + 1}, ${offer.resourceId}, tstzrange(${offer.start}, ${offer.end}), ${offer.priceFen})`.execute(db)
  return true
}
