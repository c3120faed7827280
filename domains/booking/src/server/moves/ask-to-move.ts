import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { partsToHold } from '../../core/moves.ts'
import { draftMove, type Move } from '../draft-move.ts'
import { chargeBasisOf, noShowFeeOf } from '../draft-reservation.ts'
import type { BookingTables } from '../needs.ts'
import { storePriceLines } from '../present.ts'
import { RESERVATION_MISSING, SLOT_TAKEN } from '../problems.ts'
import { lockCalendar } from '../sql/changes.ts'
import { releaseOverlapping } from '../sql/expiry.ts'
import { findOpenMoveRequest, holdParts, insertMoveRequest, lockReservation } from '../sql/move-requests.ts'
import { getReservation, type ReservationRow } from '../sql/reservations.ts'
import { findFreeUnit } from '../sql/units.ts'
import { actorIds } from '../use/writer.ts'
import { expireMoveRequest } from './expire-move-requests.ts'
import { moveEventDetail } from './move-event.ts'

const AT_ONCE = { code: 'booking.move_at_once', kind: 'refused' } as const

/**
 * The customer asks the provider to move a booking that it has confirmed. The booking keeps its time; the wished time is held, at its price of
 * now, until the provider has answered or its limit has passed.
 */
export async function askToMove(
  tx: Db<BookingTables>,
  command: Command,
  wish: Omit<Move, 'reason' | 'asGroup'> & { words: string | undefined },
): Promise<ReservationRow> {
  const { now, actor } = command
  const { row, draft, request } = await draftMove(tx, { ...wish, reason: undefined }, now, (found, asked) =>
    found.organisation_id !== wish.organisationId || found.state === 'held' || (found.state === 'confirmed' && asked === null)
      ? [AT_ONCE]
      : [],
  )
  if (!actor || !request) throw new Refusal(RESERVATION_MISSING)
  // An answer after the booking has begun would come too late.
  const decideUntil = request.decideUntil < row.start ? request.decideUntil : row.start

  await lockCalendar(tx, row.resource_id)
  await lockReservation(tx, { id: row.id, resourceId: row.resource_id })
  const seen = await getReservation(tx, row.id, wish.organisationId)
  if (seen.version !== wish.version) throw new Refusal(VERSION_STALE)
  await refuseSecond(tx, command, seen)

  const { blocked, facts } = draft
  const slot = { resourceId: row.resource_id, blockedStart: blocked.start, blockedEnd: blocked.end }
  await releaseOverlapping(tx, { ...slot, now })
  const unit = await findFreeUnit(tx, { ...slot, capacity: facts.rules.capacity, except: row.id, prefer: row.unit })
  if (unit === undefined) throw new Refusal(SLOT_TAKEN)
  const parts = partsToHold(blocked, { start: seen.blocked_start, end: seen.blocked_end }, unit === seen.unit)
  if ((await holdParts(tx, seen, { parts, unit, decideUntil, by: actor.userId, now })) < parts.length) throw new Refusal(SLOT_TAKEN)

  const asked = {
    id: newId(now.getTime()),
    start: draft.during.start,
    end: draft.during.end,
    blocked_start: blocked.start,
    blocked_end: blocked.end,
    unit,
    held_parts: parts.length,
    operation: draft.operation,
    price_fen: draft.price.totalFen,
    price_lines: storePriceLines(draft.price.lines),
    charge_by: chargeBasisOf(facts, draft.during),
    free_cancel_until: draft.freeCancelUntil,
    late_cancel_percent: facts.rules.lateCancelPercent,
    no_show_fee_fen: noShowFeeOf(facts, draft.during, { priceFen: draft.price.totalFen, customerClass: draft.customerClass }),
    words: wish.words ?? null,
    decide_until: decideUntil,
  }
  await insertMoveRequest(tx, seen, { ...asked, askedBy: actor.userId, now })
  const detail = { ...moveEventDetail(seen, asked, actorIds(command)), ...(wish.words && { reason: wish.words }) }
  await command.audit({ action: 'booking.reservation.ask_move', subjectType: 'reservation', subjectId: row.id, detail })
  await command.publish('booking.move_requested', detail)
  return getReservation(tx, row.id, wish.organisationId)
}

/** One wish at a time; one whose limit has passed makes way. */
async function refuseSecond(tx: Db<BookingTables>, command: Command, row: ReservationRow): Promise<void> {
  const open = await findOpenMoveRequest(tx, row.id)
  if (!open) return
  if (open.decide_until > command.now)
    throw new Refusal({ code: 'booking.move_already_asked', kind: 'conflict', params: { decideUntil: open.decide_until.toISOString() } })
  await expireMoveRequest(tx, { ...command, actor: null }, open, row)
}
