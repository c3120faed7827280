import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { DeclineRequest } from '../../contract/requests.ts'
import { findDeclineProblems } from '../../core/requests.ts'
import { type Act, getTransition, type Transition } from '../../core/reservation-states.ts'
import type { Awaited, DeclineReason } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import { eventDetail, toldAsGroup } from '../reservation-row.ts'
import { publishFreed } from '../slot-freed.ts'
import { confirmRequest, endReservation } from '../sql/changes.ts'
import { lockAnswered } from '../sql/groups.ts'
import { getReservation, type ReservationRow } from '../sql/reservations.ts'
import { getOwnRequest, getRequestFor, refuseOvertaken, type SeenRequest } from './get-request.ts'

/** The provider says yes: the request is a booking at its frozen price. */
export function approveRequest(tx: Db<BookingTables>, command: Command, seen: SeenRequest): Promise<ReservationRow> {
  return confirm(tx, command, seen, { side: 'provider', act: 'approve' })
}

/** The customer takes the time that the provider proposed, at the price of that time. */
export function acceptProposal(tx: Db<BookingTables>, command: Command, seen: SeenRequest): Promise<ReservationRow> {
  return confirm(tx, command, seen, { side: 'customer', act: 'accept' })
}

/** The provider says no, with a reason that is counted. */
export async function declineRequest(
  tx: Db<BookingTables>,
  command: Command,
  seen: SeenRequest,
  { reason, words }: DeclineRequest,
): Promise<ReservationRow> {
  const problems = findDeclineProblems(reason, words)
  if (problems.length > 0) throw new Refusal(...problems)
  const row = await getRequestFor(tx, seen, 'provider', command.now)
  return end(tx, command, seen, { row, act: 'decline', words, declineReason: reason })
}

/** The customer does not want the proposed time; the request is over. */
export async function refuseProposal(
  tx: Db<BookingTables>,
  command: Command,
  seen: SeenRequest,
  words: string | undefined,
): Promise<ReservationRow> {
  const row = await getRequestFor(tx, seen, 'customer', command.now)
  return end(tx, command, seen, { row, act: 'refuse', words })
}

/** The customer takes the request back, whoever's turn it is; it costs nothing. */
export async function withdrawRequest(
  tx: Db<BookingTables>,
  command: Command,
  seen: SeenRequest,
  words: string | undefined,
): Promise<ReservationRow> {
  const row = await getOwnRequest(tx, seen, command.now)
  return end(tx, command, seen, { row, act: 'withdraw', words })
}

async function confirm(
  tx: Db<BookingTables>,
  command: Command,
  seen: SeenRequest,
  by: { side: Awaited; act: Act },
): Promise<ReservationRow> {
  const row = await getRequestFor(tx, seen, by.side, command.now)
  const transition = getTransition(row.state, by.act)
  for (const each of await lockAnswered(tx, row)) {
    const target = { id: each.id, resourceId: each.resource_id, version: each.version }
    if (!(await confirmRequest(tx, target, transition, { by: by.side, now: command.now }))) return refuseOvertaken(tx, seen, command.now)
    await tell(tx, command, { ...seen, id: each.id }, transition, {})
  }
  return answered(tx, command, seen, { row, act: by.act })
}

async function end(
  tx: Db<BookingTables>,
  command: Command,
  seen: SeenRequest,
  ending: { row: ReservationRow; act: Act; words: string | undefined; declineReason?: DeclineReason },
): Promise<ReservationRow> {
  const { row, words, declineReason } = ending
  const transition = getTransition(row.state, ending.act)
  const change = {
    by: command.actor?.userId ?? null,
    reason: words ?? null,
    ...(declineReason && { declineReason }),
    feeFen: 0n,
    now: command.now,
  }
  for (const each of await lockAnswered(tx, row)) {
    const target = { id: each.id, resourceId: each.resource_id, version: each.version }
    if (!(await endReservation(tx, target, transition, change))) return refuseOvertaken(tx, seen, command.now)
    const more = { ...(words && { reason: words }), ...(declineReason && { declineReason }) }
    await tell(tx, command, { ...seen, id: each.id }, transition, more)
    await publishFreed(command, each)
  }
  return answered(tx, command, seen, ending)
}

/** What belongs together has one answer, and people are told of it once. */
async function answered(
  tx: Db<BookingTables>,
  command: Command,
  seen: SeenRequest,
  { row, act, words, declineReason }: { row: ReservationRow; act: Act; words?: string | undefined; declineReason?: DeclineReason },
): Promise<ReservationRow> {
  if (row.group_id)
    await command.publish('booking.group_answered', {
      groupId: row.group_id,
      act,
      actorUserId: command.actor?.userId ?? null,
      actorOrganisationId: seen.organisationId,
      ...(words && { reason: words }),
      ...(declineReason && { declineReason }),
    })
  return getReservation(tx, seen.id, seen.organisationId)
}

async function tell(
  tx: Db<BookingTables>,
  command: Command,
  seen: SeenRequest,
  transition: Transition,
  more: Readonly<Record<string, string>>,
): Promise<void> {
  const row = await getReservation(tx, seen.id, seen.organisationId)
  const by = { actorUserId: command.actor?.userId ?? null, actorOrganisationId: seen.organisationId }
  const detail = { ...eventDetail(row, by), ...more, ...(row.group_id && toldAsGroup(row.group_id)) }
  await command.audit({ action: `booking.reservation.${transition.act}`, subjectType: 'reservation', subjectId: row.id, detail })
  if (transition.event) await command.publish(transition.event, detail)
}
