import type { CustomerClass, Operation, ReservationKind, ReservationState } from '../../core/vocabulary.ts'
import type { StatementRunner } from '../needs.ts'
import type { StoredPriceLine } from './reservations.ts'
import { CATALOGUE_FINGERPRINT } from './resource-facts.ts'

/**
 * Places a reservation in one statement: the calendar and the catalogue are still what the rules were checked against, the customer is still
 * verified and of that class, the slot is free; then reservation, audit entry, event and receipt are written together or not at all.
 *
 * `on conflict do nothing` and not a caught exclusion error: under a crowd of conflicting inserts the plain form waits in circles
 * (deadlocks, stalls of a minute were measured), this one answers at once.
 */
const PLACE = {
  name: 'booking-place',
  text: `
with current as (
  select 1
  from booking.calendar c
  join catalog_pub.resource r on r.id = c.resource_id
  where c.resource_id = $2::uuid and c.version = $3::int and ${CATALOGUE_FINGERPRINT} = $4::text
    and exists (select 1 from people_pub.organisation o
      where o.id = $5::uuid and o.status = 'verified' and o.kind = $6::text and o.district is not distinct from $7::text)
), placed as (
  insert into booking.reservation (id, resource_id, provider_id, number, kind, state, during, blocked, held_until, organisation_id, booker_id, placed_by,
    customer_class, operation, project, note, price_fen, price_lines, free_cancel_until, late_cancel_percent, created_at, updated_at)
  select $1::uuid, $2::uuid, $8::uuid, $9::text, $10::text, $11::text, tstzrange($12::timestamptz, $13::timestamptz), tstzrange($14::timestamptz, $15::timestamptz),
    $16::timestamptz, $5::uuid, $17::uuid, $18::uuid, $19::text, $20::text, $21::text, $22::text, $23::bigint, $24::jsonb, $25::timestamptz, $26::int,
    $27::timestamptz, $27::timestamptz
  from current
  on conflict on constraint reservation_no_overlap do nothing
  returning id
), event as (
  insert into platform.outbox_event (id, topic, payload) select $28::uuid, 'booking.reservation_placed', $29::jsonb from placed where $11::text <> 'held'
), audit as (
  insert into platform.audit_entry (id, at, actor_user_id, actor_organisation_id, action, subject_type, subject_id, detail, request_id)
  select $28::uuid, $27::timestamptz, $18::uuid, $30::uuid, $31::text, 'reservation', $1::uuid::text, $29::jsonb, $32::text from placed
), receipt as (
  insert into platform.command_receipt (actor_id, key, request_hash, status, body, headers)
  select $33::text, $34::text, $35::bytea, 201, $36::jsonb, $37::jsonb from placed where $34::text is not null
)
select (select count(*) from current)::int as current, (select count(*) from placed)::int as placed`,
}

export type PlacedReservation = {
  readonly id: string
  readonly resourceId: string
  readonly calendarVersion: number
  readonly fingerprint: string
  readonly customer: { readonly id: string; readonly kind: string; readonly district: string | null }
  readonly providerId: string
  readonly number: string
  readonly kind: ReservationKind
  readonly state: ReservationState
  readonly start: Date
  readonly end: Date
  readonly blockedStart: Date
  readonly blockedEnd: Date
  readonly heldUntil: Date | null
  readonly bookerId: string
  readonly placedBy: string
  readonly placedByOrganisationId: string | null
  readonly customerClass: CustomerClass
  readonly operation: Operation
  readonly project: string | null
  readonly note: string | null
  readonly priceFen: bigint
  readonly priceLines: readonly StoredPriceLine[]
  readonly freeCancelUntil: Date
  readonly lateCancelPercent: number
  readonly at: Date
  readonly entryId: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly requestId: string
}

export type Receipt = {
  readonly actorId: string
  readonly key: string
  readonly requestHash: Buffer
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** `stale`: the facts have changed, nothing was done; `taken`: another live reservation overlaps; `placed`: committed (or part of the caller's transaction). */
export async function insertReservation(
  statements: StatementRunner,
  row: PlacedReservation,
  receipt: Receipt | undefined,
): Promise<'placed' | 'taken' | 'stale'> {
  const { rows } = await statements.query({
    ...PLACE,
    values: [
      row.id,
      row.resourceId,
      row.calendarVersion,
      row.fingerprint,
      row.customer.id,
      row.customer.kind,
      row.customer.district,
      row.providerId,
      row.number,
      row.kind,
      row.state,
      row.start,
      row.end,
      row.blockedStart,
      row.blockedEnd,
      row.heldUntil,
      row.bookerId,
      row.placedBy,
      row.customerClass,
      row.operation,
      row.project,
      row.note,
      row.priceFen,
      JSON.stringify(row.priceLines),
      row.freeCancelUntil,
      row.lateCancelPercent,
      row.at,
      row.entryId,
      JSON.stringify(row.detail),
      row.placedByOrganisationId,
      row.state === 'held' ? 'booking.reservation.hold' : 'booking.reservation.place',
      row.requestId,
      receipt?.actorId ?? null,
      receipt?.key ?? null,
      receipt?.requestHash ?? null,
      receipt ? JSON.stringify(receipt.body) : null,
      receipt ? JSON.stringify(receipt.headers) : null,
    ],
  })
  const [counts] = rows as { current: number; placed: number }[]
  if (counts?.placed === 1) return 'placed'
  return counts?.current === 1 ? 'taken' : 'stale'
}
