import { eventDetail } from '../reservation-row.ts'
import type { MoveRequestRow } from '../sql/move-requests.ts'
import type { ReservationRow } from '../sql/reservations.ts'

/** What leaves with an event of a request to move: the wished time as the booking's, the time that the booking has as the one before. */
export function moveEventDetail(
  row: ReservationRow,
  request: Pick<MoveRequestRow, 'id' | 'start' | 'end' | 'price_fen' | 'decide_until'>,
  by: { actorUserId: string | null; actorOrganisationId: string | null },
): Record<string, unknown> {
  const { start, end, price_fen, decide_until } = request
  return {
    ...eventDetail({ ...row, start, end, price_fen, decide_until }, by),
    moveRequestId: request.id,
    fromStart: row.start.toISOString(),
    fromEnd: row.end.toISOString(),
  }
}
