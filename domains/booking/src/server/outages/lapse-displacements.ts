import type { Kysely } from 'kysely'
import { transitionOf } from '../../core/reservation-states.ts'
import { voidMoveRequest } from '../moves/void-move-request.ts'
import type { BookingTables } from '../needs.ts'
import { eventDetail } from '../reservation-row.ts'
import { endReservation } from '../sql/changes.ts'
import { listLapsed, lockOpenDisplacement, resolveDisplacements } from '../sql/outages/displacements.ts'
import { findReservationForLetters } from '../sql/reservations.ts'
import { platformWriter } from '../use/writer.ts'

/** Cancels free what nobody answered by its limit, each in a transaction of its own; returns how many were looked at. */
export async function lapseDisplacements(db: Kysely<BookingTables>, now: Date, limit: number): Promise<number> {
  const lapsed = await listLapsed(db, now, limit)
  for (const { reservation_id: reservationId } of lapsed)
    await db.transaction().execute(async (tx) => {
      // The customer may answer at this very moment: who locks first wins.
      if (!(await lockOpenDisplacement(tx, reservationId))) return
      const row = await findReservationForLetters(tx, reservationId)
      const transition = row && transitionOf(row.state, 'lapse')
      const isLapsed =
        row && transition
          ? await endReservation(tx, { id: row.id, resourceId: row.resource_id, version: row.version }, transition, {
              by: null,
              reason: null,
              feeFen: 0n,
              now,
            })
          : false
      await resolveDisplacements(tx, [reservationId], { state: isLapsed ? 'lapsed' : 'cancelled', now })
      if (!row || !isLapsed) return
      const writer = platformWriter(tx, now)
      await voidMoveRequest(tx, writer, row.id, now)
      const detail = { ...eventDetail(row, { actorUserId: null, actorOrganisationId: null }), feeFen: '0', cause: 'outage_lapsed' }
      await writer.audit({ action: 'booking.reservation.lapse', subjectType: 'reservation', subjectId: row.id, detail })
      await writer.publish('booking.reservation_cancelled', detail)
    })
  return lapsed.length
}
