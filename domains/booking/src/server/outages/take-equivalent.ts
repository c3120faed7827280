import { Refusal } from '@jiju/kernel/problem'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { Transaction } from 'kysely'
import { getTransition } from '../../core/reservation-states.ts'
import { moveReservation } from '../move-reservation.ts'
import { voidMoveRequest } from '../moves/void-move-request.ts'
import type { BookingTables } from '../needs.ts'
import { placeInTransaction } from '../place-in-transaction.ts'
import { RESERVATION_MISSING } from '../problems.ts'
import { eventDetail } from '../reservation-row.ts'
import { endReservation } from '../sql/changes.ts'
import { lockOpenDisplacement, resolveDisplacements } from '../sql/outages/displacements.ts'
import { findReservation, type ReservationRow } from '../sql/reservations.ts'

type Take = {
  readonly reservationId: string
  readonly organisationId: string
  readonly userId: string
  readonly version: number
  readonly resourceId: string
  readonly during: { readonly start: Date; readonly end: Date }
}

const NOT_DISPLACED = { code: 'booking.not_displaced', kind: 'conflict' } as const

/**
 * Moves a displaced booking to another slot, free: to another time of its resource, or by a new booking elsewhere that replaces it at the price
 * there. The new slot is taken and the old booking ended together, or neither. Returns the booking that holds now.
 */
export async function takeEquivalent(tx: Transaction<BookingTables>, command: Command, take: Take): Promise<ReservationRow> {
  const row = await findReservation(tx, take.reservationId, take.organisationId)
  if (row?.organisation_id !== take.organisationId) throw new Refusal(RESERVATION_MISSING)
  if (row.version !== take.version) throw new Refusal(VERSION_STALE)
  if (!(await lockOpenDisplacement(tx, row.id))) throw new Refusal(NOT_DISPLACED)
  const target = { id: row.id, organisationId: take.organisationId, version: take.version }
  if (take.resourceId === row.resource_id)
    return moveReservation(tx, command, { ...target, during: take.during, operation: undefined, reason: undefined })

  const placed = await placeInTransaction(tx, {
    wish: {
      resourceId: take.resourceId,
      during: take.during,
      operation: undefined,
      customerId: row.organisation_id,
      actorOrganisationId: take.organisationId,
      now: command.now,
    },
    state: 'booked',
    bookerId: row.booker_id,
    placedBy: take.userId,
    project: row.project,
    note: row.note,
    requestId: command.requestId,
  })
  await replace(tx, command, row, placed, take.userId)
  return placed
}

async function replace(
  tx: Transaction<BookingTables>,
  command: Command,
  old: ReservationRow,
  placed: ReservationRow,
  userId: string,
): Promise<void> {
  const { now } = command
  const transition = getTransition(old.state, 'replace')
  const target = { id: old.id, resourceId: old.resource_id, version: old.version }
  if (!(await endReservation(tx, target, transition, { by: userId, reason: null, feeFen: 0n, now }))) throw new Refusal(VERSION_STALE)
  await voidMoveRequest(tx, command, old.id, now)
  await resolveDisplacements(tx, [old.id], { replacedBy: placed.id, now })
  const detail = {
    ...eventDetail(old, { actorUserId: userId, actorOrganisationId: old.organisation_id }),
    feeFen: '0',
    cause: 'outage_replaced',
    replacedBy: placed.id,
  }
  await command.audit({ action: 'booking.reservation.replace', subjectType: 'reservation', subjectId: old.id, detail })
  if (transition.event) await command.publish(transition.event, detail)
}
