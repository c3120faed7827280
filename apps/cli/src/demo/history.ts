import type { Context, Row } from './context.ts'
import { timedId } from './stable-id.ts'

/**
 * Audit entries of the bookings that people look at: those to come, and those of one enterprise. The log of a district that never ran would
 * otherwise be as long as its calendars, for nobody.
 */
export function generateHistory(context: Context, reservations: readonly Row[], organisationId: string): Row[] {
  const random = context.random('history')
  const rows: Row[] = []
  for (const row of reservations) {
    const [start, end] = String(row.during).slice(1, -1).split(',') as [string, string]
    if (row.kind === 'outage' || (row.organisation_id !== organisationId && new Date(end) <= context.now)) continue
    const detail = {
      reservationId: row.id,
      resourceId: row.resource_id,
      providerId: row.provider_id,
      organisationId: row.organisation_id,
      bookerId: row.booker_id,
      start,
      end,
      priceFen: row.price_fen,
      actorUserId: row.booker_id,
      actorOrganisationId: row.organisation_id,
    }
    const entry = (at: Date, action: string, more: Row = {}): Row => ({
      id: timedId(at.getTime(), random),
      at,
      actor_user_id: row.booker_id,
      actor_organisation_id: row.organisation_id,
      action,
      subject_type: 'reservation',
      subject_id: row.id,
      detail: { ...detail, ...more },
    })
    rows.push(entry(row.created_at as Date, row.state === 'pending' ? 'booking.reservation.request' : 'booking.reservation.place'))
    if (row.state === 'cancelled')
      rows.push(entry(row.ended_at as Date, 'booking.reservation.cancel', { feeFen: row.cancel_fee_fen, reason: row.end_reason }))
  }
  return rows
}
