import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { findMissProblems } from '../../core/no-shows.ts'
import { getTransition } from '../../core/reservation-states.ts'
import { voidMoveRequest } from '../moves/void-move-request.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { RESERVATION_MISSING } from '../problems.ts'
import { eventDetail } from '../reservation-row.ts'
import { publishFreed } from '../slot-freed.ts'
import { endReservation } from '../sql/changes.ts'
import { findReservation, getReservation, type ReservationRow } from '../sql/reservations.ts'
import { chargeNoShow } from '../use/charge-fee.ts'

/** The provider says that nobody came; the points follow from the event. */
export async function markNoShow(
  tx: Db<BookingTables>,
  command: Command,
  needs: BookingNeeds,
  seen: { id: string; organisationId: string; version: number },
): Promise<ReservationRow> {
  const row = await findReservation(tx, seen.id, seen.organisationId)
  if (row?.provider_id !== seen.organisationId) throw new Refusal(RESERVATION_MISSING)
  const { now } = command
  const problems = findMissProblems(row, now)
  if (problems.length > 0) throw new Refusal(...problems)
  const transition = getTransition(row.state, 'miss')
  const target = { id: row.id, resourceId: row.resource_id, version: seen.version }
  const end = { by: command.actor?.userId ?? null, reason: null, feeFen: 0n, now }
  if (!(await endReservation(tx, target, transition, end))) throw new Refusal(VERSION_STALE)
  await voidMoveRequest(tx, command, row.id, now)
  const missed = await getReservation(tx, seen.id, seen.organisationId)
  const detail = eventDetail(missed, { actorUserId: end.by, actorOrganisationId: seen.organisationId })
  await command.audit({ action: 'booking.reservation.miss', subjectType: 'reservation', subjectId: row.id, detail })
  if (transition.event) await command.publish(transition.event, detail)
  await chargeNoShow(tx, command, needs, missed)
  if (now < row.end) await publishFreed(command, row)
  return missed
}
