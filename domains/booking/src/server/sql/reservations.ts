import type { LocalDate } from '@jiju/kernel/local-date'
import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { PriceLineCode, PriceLineUnit } from '../../core/prices/quote.ts'
import type { ChargeBasis } from '../../core/prices/tariff.ts'
import type {
  Awaited,
  CustomerClass,
  DeclineReason,
  GroupKind,
  Operation,
  RequestCause,
  ReservationKind,
  ReservationState,
} from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'

/** A price line as the reservation keeps it: fen as strings, because JSON has no exact integers of that size. */
export type StoredPriceLine = {
  readonly code: PriceLineCode
  readonly quantity: string
  readonly unit: PriceLineUnit
  readonly unitPriceFen: string
  readonly amountFen: string
  /** 100 when absent. */
  readonly percent?: number
  readonly nameZh?: string
  readonly nameEn?: string | null
  readonly validFrom?: LocalDate
}

/** A reservation with the names that people read beside it. */
export type ReservationRow = {
  readonly id: string
  readonly resource_id: string
  readonly provider_id: string
  readonly number: string
  readonly kind: ReservationKind
  readonly state: ReservationState
  readonly start: Date
  readonly end: Date
  readonly blocked_start: Date
  readonly blocked_end: Date
  readonly held_until: Date | null
  readonly is_hold_extended: boolean
  readonly unit: number
  readonly group_id: string | null
  readonly group_number: string | null
  readonly group_kind: GroupKind | null
  readonly decide_until: Date | null
  readonly awaits: Awaited | null
  readonly request_cause: RequestCause | null
  readonly asked_start: Date | null
  readonly asked_end: Date | null
  readonly decline_reason: DeclineReason | null
  readonly organisation_id: string
  readonly booker_id: string
  readonly customer_class: CustomerClass
  readonly operation: Operation
  readonly project: string | null
  readonly note: string | null
  readonly price_fen: bigint
  readonly price_lines: readonly StoredPriceLine[]
  readonly charge_by: ChargeBasis
  readonly free_cancel_until: Date
  readonly late_cancel_percent: number
  readonly no_show_fee_fen: bigint
  /** The booked end of a use that ended early and gave the rest back. */
  readonly booked_until: Date | null
  /** The provider answers first to bookings of this resource. */
  readonly needs_approval: boolean
  /** The time to which it is asked to be moved, until somebody answers; also past its limit. */
  readonly move_id: string | null
  readonly move_start: Date | null
  readonly move_end: Date | null
  readonly move_operation: Operation | null
  readonly move_price_fen: bigint | null
  readonly move_words: string | null
  readonly move_decide_until: Date | null
  readonly ended_at: Date | null
  readonly end_reason: string | null
  readonly cancel_fee_fen: bigint | null
  readonly version: number
  readonly created_at: Date
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly site_name: string | null
  readonly site_address: string | null
  readonly zone: string
  readonly provider_name: string
  readonly organisation_name: string
  readonly booker_name: string
}

export const reservationColumns: RawBuilder<ReservationRow> = sql`
  select b.id, b.resource_id, b.provider_id, b.number, b.kind, b.state, lower(b.during) as start, upper(b.during) as "end",
    lower(b.blocked) as blocked_start, upper(b.blocked) as blocked_end, b.held_until, b.is_hold_extended, b.unit, b.group_id, g.number as group_number, g.kind as group_kind, b.decide_until,
    b.awaits, b.request_cause, lower(b.asked_during) as asked_start, upper(b.asked_during) as asked_end, b.decline_reason, b.organisation_id, b.booker_id,
    b.customer_class, b.operation, b.project, b.note, b.price_fen, b.price_lines, b.charge_by, b.free_cancel_until, b.late_cancel_percent,
    b.no_show_fee_fen, b.booked_until, coalesce(k.confirmation = 'approval', false) as needs_approval,
    m.id as move_id, lower(m.during) as move_start, upper(m.during) as move_end, m.operation as move_operation, m.price_fen as move_price_fen,
    m.words as move_words, m.decide_until as move_decide_until, b.ended_at,
    b.end_reason, b.cancel_fee_fen, b.version, b.created_at, coalesce(r.name_zh, r.name_en, '') as resource_name, r.name_en as resource_name_en,
    r.site_name, r.site_address, coalesce(r.zone, 'Asia/Shanghai') as zone, coalesce(p.name, '') as provider_name,
    coalesce(o.name, '') as organisation_name, coalesce(u.name, '') as booker_name
  from booking.reservation b
  left join booking.calendar k on k.resource_id = b.resource_id
  left join catalog_pub.resource r on r.id = b.resource_id
  left join people_pub.organisation p on p.id = b.provider_id
  left join people_pub.organisation o on o.id = b.organisation_id
  left join people_pub.person u on u.id = b.booker_id
  left join booking.reservation_group g on g.id = b.group_id
  left join booking.move_request m on m.reservation_id = b.id and m.state = 'open'`

/** A reservation that `organisationId` may see: it booked it, or it owns the resource. Any other id does not exist for it. */
export async function findReservation(db: Db<BookingTables>, id: string, organisationId: string): Promise<ReservationRow | undefined> {
  const { rows } = await sql<ReservationRow>`
    ${reservationColumns} where b.id = ${id} and b.kind <> 'move' and (b.organisation_id = ${organisationId} or b.provider_id = ${organisationId})`.execute(
    db,
  )
  return rows[0]
}

/** The same for a reservation that the caller has just read or changed. */
export async function getReservation(db: Db<BookingTables>, id: string, organisationId: string): Promise<ReservationRow> {
  const row = await findReservation(db, id, organisationId)
  if (!row) throw new Error(`reservation ${id} vanished while it was changed`)
  return row
}

/** For handlers of events, which act for nobody. */
export async function findReservationForLetters(db: Db<BookingTables>, id: string): Promise<ReservationRow | undefined> {
  const { rows } = await sql<ReservationRow>`${reservationColumns} where b.id = ${id}`.execute(db)
  return rows[0]
}

type ReservationFilter = {
  readonly scope:
    | { readonly booker: string; readonly organisation: string }
    | { readonly organisation: string }
    | { readonly provider: string }
  readonly state?: ReservationState | undefined
  readonly resourceId?: string | undefined
  readonly endsAfter?: Date | undefined
  readonly endsBefore?: Date | undefined
  readonly startsBefore?: Date | undefined
  readonly order: 'start_asc' | 'start_desc'
  readonly after?: { readonly start: Date; readonly id: string } | undefined
  readonly limit: number
  /** Holds and requests that ran out before this instant count as expired. */
  readonly now: Date
}

/** One page of reservations by start and id; `limit + 1` rows say whether there is more. */
export async function listReservations(db: Db<BookingTables>, filter: ReservationFilter): Promise<ReservationRow[]> {
  const { scope } = filter
  const conditions: RawBuilder<unknown>[] = [sql`b.kind <> 'move'`]
  if ('provider' in scope)
    conditions.push(
      sql`b.provider_id = ${scope.provider} and b.resource_id in (select resource_id from booking.calendar where provider_id = ${scope.provider})`,
    )
  else conditions.push(sql`b.organisation_id = ${scope.organisation}`)
  if ('booker' in scope) conditions.push(sql`b.booker_id = ${scope.booker}`)
  if (filter.state === 'expired')
    conditions.push(
      sql`(b.state = 'expired' or (b.state = 'held' and b.held_until <= ${filter.now}) or (b.state = 'pending' and b.decide_until <= ${filter.now}))`,
    )
  else if (filter.state === 'held') conditions.push(sql`b.state = 'held' and b.held_until > ${filter.now}`)
  else if (filter.state === 'pending') conditions.push(sql`b.state = 'pending' and b.decide_until > ${filter.now}`)
  else if (filter.state) conditions.push(sql`b.state = ${filter.state}`)
  // A hold that led to nothing is no booking: only who asks for that state sees it. A request that nobody answered was one.
  else
    conditions.push(
      sql`b.state <> 'released' and (b.state <> 'expired' or b.request_cause is not null) and (b.state <> 'held' or b.held_until > ${filter.now})`,
    )
  if (filter.resourceId) conditions.push(sql`b.resource_id = ${filter.resourceId}`)
  if (filter.endsAfter) conditions.push(sql`upper(b.during) > ${filter.endsAfter}`)
  if (filter.endsBefore) conditions.push(sql`upper(b.during) <= ${filter.endsBefore}`)
  if (filter.startsBefore) conditions.push(sql`lower(b.during) < ${filter.startsBefore}`)
  const isAscending = filter.order === 'start_asc'
  const { after } = filter
  if (after)
    conditions.push(
      isAscending
        ? sql`(lower(b.during), b.id) > (${after.start}, ${after.id})`
        : sql`(lower(b.during), b.id) < (${after.start}, ${after.id})`,
    )
  const order = isAscending ? sql`lower(b.during), b.id` : sql`lower(b.during) desc, b.id desc`
  const { rows } = await sql<ReservationRow>`
    ${reservationColumns} where ${sql.join(conditions, sql` and `)} order by ${order} limit ${filter.limit + 1}`.execute(db)
  return rows
}
