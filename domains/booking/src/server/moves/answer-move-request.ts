import { Refusal } from '@jiju/kernel/problem'
import { type Db, sqlStateOf } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { DeclineRequest } from '../../contract/requests.ts'
import { findMoveEndedProblems, type MoveRequestState } from '../../core/moves.ts'
import { findDeclineProblems } from '../../core/requests.ts'
import type { BookingTables } from '../needs.ts'
import { SLOT_TAKEN } from '../problems.ts'
import { publishFreed } from '../slot-freed.ts'
import { lockCalendar, moveReservation as updateTime } from '../sql/changes.ts'
import { dropParts, endMoveRequest, findMoveRequest, lockReservation, type MoveRequestRow } from '../sql/move-requests.ts'
import { resolveDisplacements } from '../sql/outages/displacements.ts'
import { getReservation, type ReservationRow } from '../sql/reservations.ts'
import { actorIds } from '../use/writer.ts'
import { moveEventDetail } from './move-event.ts'
import { giveBackWish } from './void-move-request.ts'

const MOVE_MISSING = { code: 'booking.move_missing', kind: 'missing' } as const
const EXCLUSION_VIOLATION = '23P01'

/** A request to move as one side saw it when it answered. */
type SeenMove = { readonly id: string; readonly organisationId: string }

/** The provider says yes: the booking leaves its time and takes the one that was held, at the price that was asked for, in one transaction. */
export async function approveMove(tx: Db<BookingTables>, command: Command, seen: SeenMove): Promise<ReservationRow> {
  const { now } = command
  const found = await getMoveRequest(tx, seen, 'provider_id')
  await lockCalendar(tx, found.resource_id)
  const { request, row } = await end(tx, command, seen, found, 'approved')
  const held = await dropParts(tx, request, now)
  // Somebody whose clock was past the limit has taken a part of it already.
  if (held.length < request.held_parts)
    throw new Refusal({ code: 'booking.move_expired', kind: 'conflict', params: { decideUntil: request.decide_until.toISOString() } })
  const isMoved = await updateTime(tx, { id: row.id, resourceId: row.resource_id, version: row.version }, 'confirmed', {
    during: request,
    blocked: { start: request.blocked_start, end: request.blocked_end },
    unit: request.unit,
    operation: request.operation,
    priceFen: request.price_fen,
    priceLines: request.price_lines,
    chargeBy: request.charge_by,
    freeCancelUntil: request.free_cancel_until,
    lateCancelPercent: request.late_cancel_percent,
    noShowFeeFen: request.no_show_fee_fen,
    now,
  }).catch((error: unknown) => {
    if (sqlStateOf(error) === EXCLUSION_VIOLATION) throw new Refusal(SLOT_TAKEN)
    throw error
  })
  if (!isMoved) throw new Refusal(VERSION_STALE)
  if (row.unit < 0) await resolveDisplacements(tx, [row.id], { state: 'moved', now })
  const detail = moveEventDetail(row, request, actorIds(command))
  await command.audit({ action: 'booking.reservation.approve_move', subjectType: 'reservation', subjectId: row.id, detail })
  await command.publish('booking.reservation_moved', detail)
  await publishFreed(command, row)
  return getReservation(tx, row.id, seen.organisationId)
}

/** The provider says no, with a reason: the booking stays as it is. */
export async function declineMove(
  tx: Db<BookingTables>,
  command: Command,
  seen: SeenMove,
  { reason, words }: DeclineRequest,
): Promise<ReservationRow> {
  const problems = findDeclineProblems(reason, words)
  if (problems.length > 0) throw new Refusal(...problems)
  const found = await getMoveRequest(tx, seen, 'provider_id')
  return keepTime(tx, command, seen, { found, state: 'declined', more: { declineReason: reason, ...(words && { reason: words }) } })
}

/** The customer takes the wish back: the booking stays as it is. */
export async function withdrawMove(tx: Db<BookingTables>, command: Command, seen: SeenMove): Promise<ReservationRow> {
  const found = await getMoveRequest(tx, seen, 'organisation_id')
  return keepTime(tx, command, seen, { found, state: 'withdrawn', more: {} })
}

const ACTS = { declined: 'decline_move', withdrawn: 'withdraw_move' } as const

async function keepTime(
  tx: Db<BookingTables>,
  command: Command,
  seen: SeenMove,
  ending: { found: MoveRequestRow; state: keyof typeof ACTS; more: Readonly<Record<string, string>> },
): Promise<ReservationRow> {
  const { state } = ending
  const { request, row } = await end(tx, command, seen, ending.found, state)
  await giveBackWish(tx, command, request, command.now)
  const detail = { ...moveEventDetail(row, request, actorIds(command)), ...ending.more }
  await command.audit({ action: `booking.reservation.${ACTS[state]}`, subjectType: 'reservation', subjectId: row.id, detail })
  await command.publish(`booking.move_${state}`, detail)
  return getReservation(tx, row.id, seen.organisationId)
}

/** Locks the booking and ends the request within its limit; whoever was too slow is told what became of it. */
async function end(
  tx: Db<BookingTables>,
  command: Command,
  seen: SeenMove,
  { id, reservation_id, resource_id }: MoveRequestRow,
  state: Exclude<MoveRequestState, 'open'>,
): Promise<{ request: MoveRequestRow; row: ReservationRow }> {
  const { now } = command
  await lockReservation(tx, { id: reservation_id, resourceId: resource_id })
  const isEnded = await endMoveRequest(tx, id, { state, by: command.actor?.userId ?? null, now })
  const request = await findMoveRequest(tx, id)
  if (!request) throw new Refusal(MOVE_MISSING)
  if (!isEnded) throw new Refusal(...findMoveEndedProblems({ state: request.state, decideUntil: request.decide_until }, now))
  return { request, row: await getReservation(tx, reservation_id, seen.organisationId) }
}

/** The request of the side that acts; to anybody else it does not exist. */
async function getMoveRequest(tx: Db<BookingTables>, seen: SeenMove, side: 'provider_id' | 'organisation_id'): Promise<MoveRequestRow> {
  const request = await findMoveRequest(tx, seen.id)
  if (request?.[side] !== seen.organisationId) throw new Refusal(MOVE_MISSING)
  return request
}
