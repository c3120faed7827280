import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { cancelFee, findCancelProblems } from '../core/cancellation.ts'
import { type Act, getTransition } from '../core/reservation-states.ts'
import type { ReservationState } from '../core/vocabulary.ts'
import { findBundledProblems } from './groups/bundled.ts'
import { voidMoveRequest } from './moves/void-move-request.ts'
import type { BookingTables } from './needs.ts'
import { sideOf, termsOf } from './present.ts'
import { RESERVATION_MISSING } from './problems.ts'
import { eventDetail, toldAsGroup } from './reservation-row.ts'
import { publishFreed } from './slot-freed.ts'
import { endReservation } from './sql/changes.ts'
import { resolveDisplacements } from './sql/outages/displacements.ts'
import { findReservation, getReservation, type ReservationRow } from './sql/reservations.ts'
import { settleOfferOf } from './waiting/settle-offer.ts'

/** What giving up means in each state. */
const GIVING_UP: Partial<Record<ReservationState, Act>> = { held: 'release', pending: 'withdraw', confirmed: 'cancel' }

/** Gives the slot back at the fee that the frozen terms say. A hold is released without a word to anybody. */
export async function cancelReservation(
  tx: Db<BookingTables>,
  command: Command,
  cancel: {
    id: string
    organisationId: string
    version: number
    reason: string | undefined
    /** The group of which it is told as a whole. */
    asGroup?: string | undefined
  },
): Promise<ReservationRow> {
  const row = await findReservation(tx, cancel.id, cancel.organisationId)
  if (!row) throw new Refusal(RESERVATION_MISSING)
  if (row.version !== cancel.version) throw new Refusal(VERSION_STALE)
  const { now } = command
  const terms = termsOf(row)
  const change = { side: sideOf(row, cancel.organisationId), now, reason: cancel.reason }
  const problems = [...(cancel.asGroup ? [] : findBundledProblems(row)), ...findCancelProblems(terms, change)]
  if (problems.length > 0) throw new Refusal(...problems)

  const act = GIVING_UP[row.state]
  if (!act) throw new Error(`a reservation that is ${row.state} was let through to be cancelled`)
  const transition = getTransition(row.state, act)
  const feeFen = cancelFee(terms, change)
  const by = command.actor?.userId ?? row.booker_id
  const target = { id: row.id, resourceId: row.resource_id, version: cancel.version }
  if (!(await endReservation(tx, target, transition, { by, reason: cancel.reason ?? null, feeFen, now }))) throw new Refusal(VERSION_STALE)
  if (row.state === 'held') await settleOfferOf(tx, row.id, 'declined', now)
  if (row.unit < 0) await resolveDisplacements(tx, [row.id], { state: 'cancelled', now })
  await voidMoveRequest(tx, command, row.id, now)
  const ended = await getReservation(tx, cancel.id, cancel.organisationId)
  const detail = {
    ...eventDetail(ended, { actorUserId: command.actor?.userId ?? null, actorOrganisationId: cancel.organisationId }),
    feeFen: feeFen.toString(),
    ...(cancel.reason && { reason: cancel.reason }),
    ...(cancel.asGroup && toldAsGroup(cancel.asGroup)),
  }
  await command.audit({ action: `booking.reservation.${act}`, subjectType: 'reservation', subjectId: row.id, detail })
  if (transition.event) await command.publish(transition.event, detail)
  await publishFreed(command, row)
  return ended
}
