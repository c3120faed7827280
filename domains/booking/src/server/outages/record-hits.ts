import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { answerUntil } from '../../core/outages/effects.ts'
import { moveEventDetail } from '../moves/move-event.ts'
import type { BookingTables } from '../needs.ts'
import type { MoveRequestRow } from '../sql/move-requests.ts'
import { insertDisplacement } from '../sql/outages/displacements.ts'
import { findReservationForLetters } from '../sql/reservations.ts'
import type { Hit } from './occupy-resource.ts'

/** Notes what an outage did to bookings, and says so: in their histories, and to whoever reacts to events. */
export async function recordHits(
  tx: Db<BookingTables>,
  command: Pick<Command, 'audit' | 'publish' | 'now'>,
  outage: { readonly id: string; readonly providerId: string; readonly during: TimeRange },
  hits: readonly Hit[],
): Promise<void> {
  const { now } = command
  for (const hit of hits) {
    if (hit.effect === 'unwished') {
      await tellWishEnded(tx, command, hit.request)
      continue
    }
    const { effect, booking } = hit
    const isOpen = effect === 'displaced'
    const until = isOpen ? answerUntil(booking.start, now, undefined) : null
    const displacementId = await insertDisplacement(tx, {
      outageId: outage.id,
      reservationId: booking.id,
      resourceId: booking.resource_id,
      providerId: outage.providerId,
      organisationId: booking.organisation_id,
      bookerId: booking.booker_id,
      start: booking.start,
      end: booking.end,
      priceFen: booking.price_fen,
      state: isOpen ? 'open' : 'interrupted',
      answerUntil: until,
      now,
    })
    const detail = {
      displacementId,
      outageId: outage.id,
      reservationId: booking.id,
      resourceId: booking.resource_id,
      providerId: outage.providerId,
      organisationId: booking.organisation_id,
      bookerId: booking.booker_id,
      kind: booking.kind,
      start: booking.start.toISOString(),
      end: booking.end.toISOString(),
      priceFen: booking.price_fen.toString(),
      ...(until ? { answerUntil: until.toISOString() } : { usedUntil: outage.during.start.toISOString() }),
    }
    const verb = isOpen ? 'displace' : 'interrupt'
    await command.audit({ action: `booking.reservation.${verb}`, subjectType: 'reservation', subjectId: booking.id, detail })
    await command.publish(isOpen ? 'booking.outage_displaced' : 'booking.outage_interrupted', detail)
  }
}

/** The customer is told as of a refusal by the provider, with the reason that an outage is. */
async function tellWishEnded(tx: Db<BookingTables>, command: Pick<Command, 'audit' | 'publish'>, request: MoveRequestRow): Promise<void> {
  const row = await findReservationForLetters(tx, request.reservation_id)
  if (!row) return
  const by = { actorUserId: null, actorOrganisationId: request.provider_id }
  const detail = { ...moveEventDetail(row, request, by), declineReason: 'instrument_condition' }
  await command.audit({ action: 'booking.reservation.decline_move', subjectType: 'reservation', subjectId: row.id, detail })
  await command.publish('booking.move_declined', detail)
}
