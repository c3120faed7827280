import { Refusal } from '@jiju/kernel/problem'
import { minutesIn, type TimeRange } from '@jiju/kernel/time-range'
import { type Db, sqlStateOf } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { isPriceProtected } from '../core/outages/effects.ts'
import { draftMove, type Move } from './draft-move.ts'
import { chargeBasisOf, noShowFeeOf } from './draft-reservation.ts'
import { voidMoveRequest } from './moves/void-move-request.ts'
import type { BookingTables } from './needs.ts'
import { storePriceLines } from './present.ts'
import { SLOT_TAKEN } from './problems.ts'
import { eventDetail, toldAsGroup } from './reservation-row.ts'
import { publishFreed } from './slot-freed.ts'
import { lockCalendar, moveReservation as updateTime } from './sql/changes.ts'
import { releaseOverlapping } from './sql/expiry.ts'
import { lockReservation } from './sql/move-requests.ts'
import { resolveDisplacements } from './sql/outages/displacements.ts'
import { getReservation, type ReservationRow } from './sql/reservations.ts'
import { findFreeUnit } from './sql/units.ts'

const EXCLUSION_VIOLATION = '23P01'

/** Moves or resizes under the same rules as placing, at the price of the new time. */
export async function moveReservation(tx: Db<BookingTables>, command: Command, move: Move): Promise<ReservationRow> {
  const { now } = command
  const { row, draft } = await draftMove(tx, move, now, (found, request) =>
    // Moving is no way around the provider's answer.
    request && found.state === 'confirmed' ? [{ code: 'booking.move_needs_approval', kind: 'refused' }] : [],
  )

  await lockCalendar(tx, row.resource_id)
  await lockReservation(tx, { id: row.id, resourceId: row.resource_id })
  await voidMoveRequest(tx, command, row.id, now)
  const slot = { resourceId: row.resource_id, blockedStart: draft.blocked.start, blockedEnd: draft.blocked.end }
  await releaseOverlapping(tx, { ...slot, now })
  const unit = await findFreeUnit(tx, { ...slot, capacity: draft.facts.rules.capacity, except: row.id, prefer: row.unit })
  if (unit === undefined) throw new Refusal(SLOT_TAKEN)
  const target = { id: row.id, resourceId: row.resource_id, version: move.version }
  const price = keepsPrice(row, move.during, draft.price.totalFen)
    ? row
    : {
        price_fen: draft.price.totalFen,
        price_lines: storePriceLines(draft.price.lines),
        charge_by: chargeBasisOf(draft.facts, move.during),
        no_show_fee_fen: noShowFeeOf(draft.facts, move.during, { priceFen: draft.price.totalFen, customerClass: draft.customerClass }),
      }
  const isMoved = await updateTime(tx, target, row.state, {
    during: move.during,
    blocked: draft.blocked,
    unit,
    operation: draft.operation,
    priceFen: price.price_fen,
    priceLines: price.price_lines,
    chargeBy: price.charge_by,
    freeCancelUntil: draft.freeCancelUntil,
    lateCancelPercent: draft.facts.rules.lateCancelPercent,
    noShowFeeFen: price.no_show_fee_fen,
    now,
  }).catch((error: unknown) => {
    if (sqlStateOf(error) === EXCLUSION_VIOLATION) throw new Refusal(SLOT_TAKEN)
    throw error
  })
  if (!isMoved) throw new Refusal(VERSION_STALE)
  if (row.unit < 0) await resolveDisplacements(tx, [row.id], { state: 'moved', now })

  const moved = await getReservation(tx, move.id, move.organisationId)
  const detail = {
    ...eventDetail(moved, { actorUserId: command.actor?.userId ?? null, actorOrganisationId: move.organisationId }),
    fromStart: row.start.toISOString(),
    fromEnd: row.end.toISOString(),
    ...(move.reason && { reason: move.reason }),
    ...(move.asGroup && toldAsGroup(move.asGroup.id)),
  }
  await command.audit({ action: 'booking.reservation.move', subjectType: 'reservation', subjectId: row.id, detail })
  if (moved.state !== 'held') await command.publish('booking.reservation_moved', detail)
  await publishFreed(command, row)
  return moved
}

/** A booking that an outage displaced is moved at no higher price. */
function keepsPrice(row: ReservationRow, to: TimeRange, priceFen: bigint): boolean {
  return row.unit < 0 && isPriceProtected({ minutes: minutesIn(row), priceFen: row.price_fen }, { minutes: minutesIn(to), priceFen })
}
