import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Operation } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import type { StoredPriceLine } from './reservations.ts'

type Target = { readonly id: string; readonly resourceId: string; readonly version: number }

/** Moves of one resource go one after the other: two that swap places would otherwise wait for each other. */
export async function lockCalendar(db: Db<BookingTables>, resourceId: string): Promise<void> {
  await sql`select 1 from booking.calendar where resource_id = ${resourceId} for no key update`.execute(db)
}

/** False when the version is not the current one any more. Fails with 23P01 when the new time is taken. */
export async function moveReservation(
  db: Db<BookingTables>,
  target: Target,
  to: {
    during: TimeRange
    blocked: TimeRange
    operation: Operation
    priceFen: bigint
    priceLines: readonly StoredPriceLine[]
    freeCancelUntil: Date
    lateCancelPercent: number
    now: Date
  },
): Promise<boolean> {
  const result = await sql`
    update booking.reservation
    set during = tstzrange(${to.during.start}, ${to.during.end}), blocked = tstzrange(${to.blocked.start}, ${to.blocked.end}),
      operation = ${to.operation}, price_fen = ${to.priceFen}, price_lines = ${JSON.stringify(to.priceLines)}::jsonb,
      free_cancel_until = ${to.freeCancelUntil}, late_cancel_percent = ${to.lateCancelPercent}, version = version + 1, updated_at = ${to.now}
    where id = ${target.id} and resource_id = ${target.resourceId} and version = ${target.version}
      and (state in ('pending', 'confirmed') or (state = 'held' and held_until > ${to.now}))`.execute(db)
  return result.numAffectedRows === 1n
}

/** Gives the slot back: a hold is released, anything else cancelled. False when the version is not the current one any more. */
export async function endReservation(
  db: Db<BookingTables>,
  target: Target,
  end: { by: string; reason: string | null; feeFen: bigint; now: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.reservation
    set state = case state when 'held' then 'released' else 'cancelled' end, held_until = null, ended_at = ${end.now}, ended_by = ${end.by},
      end_reason = ${end.reason}, cancel_fee_fen = ${end.feeFen}, version = version + 1, updated_at = ${end.now}
    where id = ${target.id} and resource_id = ${target.resourceId} and version = ${target.version} and state in ('held', 'pending', 'confirmed')
  `.execute(db)
  return result.numAffectedRows === 1n
}

/** Turns a hold that still runs into a booking; false when it does not. */
export async function confirmHold(
  db: Db<BookingTables>,
  target: Omit<Target, 'version'>,
  words: { project: string | null; note: string | null; now: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.reservation
    set state = 'confirmed', held_until = null, project = ${words.project}, note = ${words.note}, version = version + 1, updated_at = ${words.now}
    where id = ${target.id} and resource_id = ${target.resourceId} and state = 'held' and held_until > ${words.now}`.execute(db)
  return result.numAffectedRows === 1n
}

/** Extends a hold that still runs, once; false when it ran out or was extended before. */
export async function extendHold(db: Db<BookingTables>, target: Omit<Target, 'version'>, until: Date, now: Date): Promise<boolean> {
  const result = await sql`
    update booking.reservation set held_until = ${until}, is_hold_extended = true, version = version + 1, updated_at = ${now}
    where id = ${target.id} and resource_id = ${target.resourceId} and state = 'held' and held_until > ${now} and not is_hold_extended`.execute(
    db,
  )
  return result.numAffectedRows === 1n
}
