import type { Db } from '@jiju/platform/database/pool'
import type { Kysely } from 'kysely'
import type { BookingTables } from '../needs.ts'
import { endMoveRequest, listExpiredMoveRequests, lockReservation, type MoveRequestRow } from '../sql/move-requests.ts'
import { findReservationForLetters, type ReservationRow } from '../sql/reservations.ts'
import { platformWriter, type Writer } from '../use/writer.ts'
import { moveEventDetail } from './move-event.ts'
import { giveBackWish } from './void-move-request.ts'

/** Ends up to `limit` requests that nobody answered in time, each in a transaction of its own; returns how many were looked at. */
export async function expireMoveRequests(db: Kysely<BookingTables>, now: Date, limit: number): Promise<number> {
  const expired = await listExpiredMoveRequests(db, now, limit)
  for (const request of expired)
    await db.transaction().execute(async (tx) => {
      await lockReservation(tx, { id: request.reservation_id, resourceId: request.resource_id })
      const row = await findReservationForLetters(tx, request.reservation_id)
      if (row) await expireMoveRequest(tx, platformWriter(tx, now), request, row)
    })
  return expired.length
}

/** Nobody answered: the wished time is given back, the booking stays as it is. The caller has locked the booking. */
export async function expireMoveRequest(
  tx: Db<BookingTables>,
  writer: Writer,
  request: MoveRequestRow,
  row: ReservationRow,
): Promise<void> {
  if (!(await endMoveRequest(tx, request.id, { state: 'expired', by: null, now: writer.now }))) return
  await giveBackWish(tx, writer, request, writer.now)
  const detail = moveEventDetail(row, request, { actorUserId: null, actorOrganisationId: null })
  await writer.audit({ action: 'booking.reservation.expire_move', subjectType: 'reservation', subjectId: row.id, detail })
  await writer.publish('booking.move_expired', detail)
}
