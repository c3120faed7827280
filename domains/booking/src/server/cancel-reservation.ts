import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { cancelFee, findCancelProblems } from '../core/cancellation.ts'
import type { BookingTables } from './needs.ts'
import { eventDetail } from './place-reservation.ts'
import { sideOf, termsOf } from './present.ts'
import { RESERVATION_MISSING } from './problems.ts'
import { endReservation } from './sql/changes.ts'
import { findReservation, type ReservationRow } from './sql/reservations.ts'

/** Gives the slot back at the fee that the frozen terms say. A hold is released without a word to anybody. */
export async function cancelReservation(
  tx: Db<BookingTables>,
  command: Command,
  cancel: { id: string; organisationId: string; version: number; reason: string | undefined },
): Promise<ReservationRow> {
  const row = await findReservation(tx, cancel.id, cancel.organisationId)
  if (!row) throw new Refusal(RESERVATION_MISSING)
  if (row.version !== cancel.version) throw new Refusal(VERSION_STALE)
  const { now } = command
  const terms = termsOf(row)
  const change = { side: sideOf(row, cancel.organisationId), now, reason: cancel.reason }
  const problems = findCancelProblems(terms, change)
  if (problems.length > 0) throw new Refusal(...problems)

  const feeFen = cancelFee(terms, change)
  const by = command.actor?.userId ?? row.booker_id
  const target = { id: row.id, resourceId: row.resource_id, version: cancel.version }
  if (!(await endReservation(tx, target, { by, reason: cancel.reason ?? null, feeFen, now }))) throw new Refusal(VERSION_STALE)
  const ended = await findReservation(tx, cancel.id, cancel.organisationId)
  if (!ended) throw new Error(`reservation ${cancel.id} vanished while it was cancelled`)
  const detail = {
    ...eventDetail(ended, { actorUserId: command.actor?.userId ?? null, actorOrganisationId: cancel.organisationId }),
    feeFen: feeFen.toString(),
    ...(cancel.reason && { reason: cancel.reason }),
  }
  const action = row.state === 'held' ? 'booking.reservation.release' : 'booking.reservation.cancel'
  await command.audit({ action, subjectType: 'reservation', subjectId: row.id, detail })
  if (row.state !== 'held') await command.publish('booking.reservation_cancelled', detail)
  return ended
}
