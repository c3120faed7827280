import type { ChargeBasis } from '../../core/prices/tariff.ts'
import type { Awaited, CustomerClass, Operation, RequestCause, ReservationKind, ReservationState } from '../../core/vocabulary.ts'
import type { StatementRunner } from '../needs.ts'
import type { StoredPriceLine } from './reservations.ts'
import { CATALOGUE_FINGERPRINT } from './resource-facts.ts'

/**
 * Places reservations in one statement. For each: the calendar and the catalogue are still what the rules were checked against, the customer is
 * still verified and of that class, the booker has no counted no-show that nobody judged, the slot is free; then reservation, audit entry, event and receipt are written together or not at all.
 *
 * `on conflict do nothing` and not a caught exclusion error: under a crowd of conflicting inserts the plain form waits in circles
 * (deadlocks, stalls of a minute were measured), this one answers at once. Rows go in order of resource, at most one of each, so that two
 * statements never wait for each other. The facts are compared in a subquery, which looks up each row by its key whatever the planner expects.
 */
const PLACE = {
  name: 'booking-place',
  text: `
with asked as materialized (
  select * from json_to_recordset($1::json) as row (
    id uuid, resource_id uuid, calendar_version int, fingerprint bigint, customer_id uuid, customer_kind text, customer_district text,
    provider_id uuid, provider_district text, number text, kind text, state text, start timestamptz, "end" timestamptz, blocked_start timestamptz, blocked_end timestamptz,
    held_until timestamptz, booker_id uuid, placed_by uuid, placed_by_organisation_id uuid, customer_class text, operation text, project text, note text,
    price_fen bigint, price_lines jsonb, free_cancel_until timestamptz, late_cancel_percent int, at timestamptz, entry_id uuid, entry_at timestamptz, detail jsonb,
    unit int, group_id uuid, is_hold_extended boolean, charge_by text, no_show_fee_fen bigint, decide_until timestamptz, awaits text, request_cause text, is_judged boolean, request_id text, actor_id text, key text, request_hash text, body jsonb, headers jsonb)
), current as materialized (
  select * from asked where fingerprint = (
    select ${CATALOGUE_FINGERPRINT}
    from booking.calendar c, catalog_pub.resource r, people_pub.organisation o, people_pub.organisation p
    where c.resource_id = asked.resource_id and c.version = asked.calendar_version and r.id = asked.resource_id
      and o.id = asked.customer_id and o.status = 'verified' and o.kind = asked.customer_kind and o.district = asked.customer_district
      and p.id = c.provider_id and p.district = asked.provider_district)
    and (asked.is_judged or not exists (
      select 1 from booking.no_show n
      where n.person_id = asked.booker_id and n.provider_id = asked.provider_id and n.is_upheld is not true and n.expires_at > asked.at))
), placed as (
  insert into booking.reservation (id, resource_id, provider_id, number, kind, state, during, blocked, held_until, organisation_id, booker_id, placed_by,
    customer_class, operation, project, note, price_fen, price_lines, free_cancel_until, late_cancel_percent, created_at, updated_at,
    unit, group_id, is_hold_extended, charge_by, no_show_fee_fen, decide_until, awaits, request_cause)
  select id, resource_id, provider_id, number, kind, state, tstzrange(start, "end"), tstzrange(blocked_start, blocked_end), held_until, customer_id,
    booker_id, placed_by, customer_class, operation, project, note, price_fen, price_lines, free_cancel_until, late_cancel_percent, at, at,
    coalesce(unit, 1), group_id, coalesce(is_hold_extended, false), coalesce(charge_by, 'booked'),
    coalesce(no_show_fee_fen, 0), decide_until, awaits, request_cause
  from current order by resource_id
  on conflict on constraint reservation_no_overlap do nothing
  returning id
), event as (
  insert into platform.outbox_event (id, topic, payload)
  select c.entry_id, case c.state when 'pending' then 'booking.reservation_requested' else 'booking.reservation_placed' end, c.detail
  from current c join placed using (id) where c.state <> 'held'
), audit as (
  insert into platform.audit_entry (id, at, actor_user_id, actor_organisation_id, action, subject_type, subject_id, detail, request_id)
  select c.entry_id, c.entry_at, c.placed_by, c.placed_by_organisation_id,
    case c.state when 'held' then 'booking.reservation.hold' when 'pending' then 'booking.reservation.request' else 'booking.reservation.place' end, 'reservation', c.id::text, c.detail, c.request_id
  from current c join placed using (id)
), receipt as (
  insert into platform.command_receipt (actor_id, key, request_hash, status, body, headers)
  select c.actor_id, c.key, decode(c.request_hash, 'hex'), 201, c.body, c.headers from current c join placed using (id) where c.key is not null
)
select current.id, placed.id is not null as is_placed from current left join placed using (id)`,
}

/** A reservation as the statement takes it: the same names as in its column list. */
export type PlacedRow = {
  readonly id: string
  readonly resource_id: string
  readonly calendar_version: number
  readonly fingerprint: string
  readonly customer_id: string
  readonly customer_kind: string
  readonly customer_district: string
  readonly provider_id: string
  readonly provider_district: string
  readonly number: string
  readonly kind: ReservationKind
  readonly state: ReservationState
  readonly start: Date
  readonly end: Date
  readonly blocked_start: Date
  readonly blocked_end: Date
  readonly held_until: Date | null
  readonly booker_id: string
  readonly placed_by: string
  readonly placed_by_organisation_id: string | null
  readonly customer_class: CustomerClass
  readonly operation: Operation
  readonly project: string | null
  readonly note: string | null
  readonly price_fen: string
  readonly price_lines: readonly StoredPriceLine[]
  readonly free_cancel_until: Date
  readonly late_cancel_percent: number
  /** The first unit when absent. */
  readonly unit?: number
  /** The series or bundle that it is part of. */
  readonly group_id?: string
  /** False when absent. */
  readonly is_hold_extended?: boolean
  /** `booked` when absent. */
  readonly charge_by?: ChargeBasis
  /** Nothing when absent. */
  readonly no_show_fee_fen?: string
  readonly decide_until?: Date
  readonly awaits?: Awaited
  readonly request_cause?: RequestCause
  /** True when the caller has read the booker's standing in its transaction; otherwise a booker with no-show points is `stale`. */
  readonly is_judged?: boolean
  readonly at: Date
  /** Of the audit entry and the event. */
  readonly entry_id: string
  readonly entry_at: Date
  readonly detail: Readonly<Record<string, unknown>>
  readonly request_id: string
  /** The receipt of an Idempotency-Key that commits with the reservation. */
  readonly actor_id?: string
  readonly key?: string
  readonly request_hash?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** `stale`: the facts have changed or the booker's standing must be judged, nothing was done; `taken`: another live reservation overlaps; `placed`: committed, or part of the caller's transaction. */
export type Placement = 'placed' | 'taken' | 'stale'

/** Places all rows in one transaction, at most one for each resource; says of each what became of it. */
export async function insertReservations(statements: StatementRunner, rows: readonly PlacedRow[]): Promise<Placement[]> {
  const result = await statements.query({ ...PLACE, values: [JSON.stringify(rows)] })
  const current = new Map((result.rows as { id: string; is_placed: boolean }[]).map((row) => [row.id, row.is_placed]))
  return rows.map(({ id }) => {
    const isPlaced = current.get(id)
    return isPlaced === undefined ? 'stale' : isPlaced ? 'placed' : 'taken'
  })
}
