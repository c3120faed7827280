import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ChargeBasis } from '../../core/prices/tariff.ts'
import type { Transition } from '../../core/reservation-states.ts'
import type { Awaited, DeclineReason, Operation, RequestCause } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import { runsAt } from './live.ts'
import type { StoredPriceLine } from './reservations.ts'

/** Every change compares version and state, and that a hold or a request still runs; false when that is not so any more. */
type Target = { readonly id: string; readonly resourceId: string; readonly version: number }

const isStill = (target: Target, from: Transition['from'], now: Date) => sql`
  id = ${target.id} and resource_id = ${target.resourceId} and version = ${target.version} and state = ${from} and ${runsAt(now)}`

/** Moves of one resource go one after the other: two that swap places would otherwise wait for each other. */
export async function lockCalendar(db: Db<BookingTables>, resourceId: string): Promise<void> {
  await sql`select 1 from booking.calendar where resource_id = ${resourceId} for no key update`.execute(db)
}

type NewTime = {
  readonly during: TimeRange
  readonly blocked: TimeRange
  readonly unit: number
  readonly operation: Operation
  readonly priceFen: bigint
  readonly priceLines: readonly StoredPriceLine[]
  readonly chargeBy: ChargeBasis
  readonly freeCancelUntil: Date
  readonly lateCancelPercent: number
  readonly noShowFeeFen: bigint
  readonly now: Date
}

const timeColumns = (to: NewTime) => sql`
  during = tstzrange(${to.during.start}, ${to.during.end}), blocked = tstzrange(${to.blocked.start}, ${to.blocked.end}), unit = ${to.unit},
  operation = ${to.operation}, price_fen = ${to.priceFen}, price_lines = ${JSON.stringify(to.priceLines)}::jsonb, charge_by = ${to.chargeBy},
  free_cancel_until = ${to.freeCancelUntil}, late_cancel_percent = ${to.lateCancelPercent},
  no_show_fee_fen = ${to.noShowFeeFen}, version = version + 1, updated_at = ${to.now}`

/** Fails with 23P01 when the new time is taken. */
export async function moveReservation(db: Db<BookingTables>, target: Target, from: Transition['from'], to: NewTime): Promise<boolean> {
  const result = await sql`update booking.reservation set ${timeColumns(to)} where ${isStill(target, from, to.now)}`.execute(db)
  return result.numAffectedRows === 1n
}

/** A request moves to the time that the provider proposes and waits for the customer. Fails with 23P01 when that time is taken. */
export async function proposeTime(
  db: Db<BookingTables>,
  target: Target,
  change: Transition,
  to: NewTime & { readonly decideUntil: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.reservation
    set ${timeColumns(to)}, asked_during = coalesce(asked_during, during), awaits = 'customer', decide_until = ${to.decideUntil}
    where ${isStill(target, change.from, to.now)} and awaits = 'provider'`.execute(db)
  return result.numAffectedRows === 1n
}

/** Ends a reservation and gives its slot back. */
export async function endReservation(
  db: Db<BookingTables>,
  target: Target,
  change: Transition,
  end: { by: string | null; reason: string | null; declineReason?: DeclineReason; feeFen: bigint; now: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.reservation
    set state = ${change.to}, held_until = null, decide_until = null, awaits = null, ended_at = ${end.now}, ended_by = ${end.by},
      end_reason = ${end.reason}, decline_reason = ${end.declineReason ?? null}, cancel_fee_fen = ${end.feeFen}, version = version + 1,
      updated_at = ${end.now}
    where ${isStill(target, change.from, end.now)}`.execute(db)
  return result.numAffectedRows === 1n
}

/** A request becomes a booking: the side that is asked says yes. One that an outage displaced has no slot to confirm. */
export async function confirmRequest(
  db: Db<BookingTables>,
  target: Target,
  change: Transition,
  answer: { by: Awaited; now: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.reservation
    set state = ${change.to}, decide_until = null, awaits = null, version = version + 1, updated_at = ${answer.now}
    where ${isStill(target, change.from, answer.now)} and awaits = ${answer.by} and unit > 0`.execute(db)
  return result.numAffectedRows === 1n
}

/** Turns a hold that still runs into a booking, or into a request where the provider answers first. */
export async function submitHold(
  db: Db<BookingTables>,
  target: Target,
  change: Transition,
  as: { project: string | null; note: string | null; request: { cause: RequestCause; decideUntil: Date } | null; now: Date },
): Promise<boolean> {
  const { request } = as
  const result = await sql`
    update booking.reservation
    set state = ${change.to}, held_until = null, decide_until = ${request?.decideUntil ?? null}, awaits = ${request ? 'provider' : null},
      request_cause = ${request?.cause ?? null}, project = ${as.project}, note = ${as.note}, version = version + 1, updated_at = ${as.now}
    where ${isStill(target, change.from, as.now)}`.execute(db)
  return result.numAffectedRows === 1n
}

/** Extends a hold that still runs, once. */
export async function extendHold(db: Db<BookingTables>, target: Omit<Target, 'version'>, until: Date, now: Date): Promise<boolean> {
  const result = await sql`
    update booking.reservation set held_until = ${until}, is_hold_extended = true, version = version + 1, updated_at = ${now}
    where id = ${target.id} and resource_id = ${target.resourceId} and state = 'held' and held_until > ${now} and not is_hold_extended`.execute(
    db,
  )
  return result.numAffectedRows === 1n
}
