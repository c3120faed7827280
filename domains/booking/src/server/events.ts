import type { Db } from '@jiju/platform/database/pool'
import { type EventHandlers, mergeHandlers, publish } from '@jiju/platform/outbox/outbox'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import { z } from 'zod'
import { BOOKABLE_KINDS } from '../core/vocabulary.ts'
import { groupEvents } from './groups/group-events.ts'
import type { BookingDeps } from './needs.ts'
import { noShowRecorder } from './no-shows/record-points.ts'
import { reservationTeller } from './notices/tell-of-reservation.ts'
import { lapseTeller, outageEvents } from './outages/outage-events.ts'
import { openCalendar } from './sql/calendars.ts'
import { waitingEvents } from './waiting/sweep.ts'

const ResourcePayload = z.object({ resourceId: z.uuid() })

/** A published resource gets its calendar; people are told what happens to their bookings. A retired resource needs no handler: placing reads its status. */
export function bookingEvents(deps: BookingDeps): EventHandlers {
  return mergeHandlers(outageEvents(deps), groupEvents(deps), waitingEvents(deps), {
    'catalog.resource_published': {
      'booking.open_calendar': async (event) => {
        const { resourceId } = ResourcePayload.parse(event.payload)
        await deps.db.transaction().execute(async (tx) => {
          const isOpened = await openCalendar(tx, resourceId, BOOKABLE_KINDS)
          if (isOpened) await publish(tx as unknown as Db<PlatformTables>, { topic: 'booking.calendar_changed', payload: { resourceId } })
        })
      },
    },
    'booking.reservation_placed': { 'booking.letters': reservationTeller(deps, 'placed') },
    'booking.reservation_moved': { 'booking.letters': reservationTeller(deps, 'moved') },
    'booking.reservation_requested': { 'booking.tell': reservationTeller(deps, 'requested') },
    'booking.reservation_approved': { 'booking.tell': reservationTeller(deps, 'approved') },
    'booking.reservation_declined': { 'booking.tell': reservationTeller(deps, 'declined') },
    'booking.reservation_proposed': { 'booking.tell': reservationTeller(deps, 'proposed') },
    'booking.move_requested': { 'booking.tell': reservationTeller(deps, 'move_requested') },
    'booking.move_declined': { 'booking.tell': reservationTeller(deps, 'move_declined') },
    'booking.move_withdrawn': { 'booking.tell': reservationTeller(deps, 'move_withdrawn') },
    'booking.move_expired': { 'booking.tell': reservationTeller(deps, 'move_expired') },
    'booking.no_show': { 'booking.record_points': noShowRecorder(deps) },
    'booking.reservation_expired': { 'booking.tell': reservationTeller(deps, 'expired') },
    'booking.reservation_cancelled': {
      'booking.lapse_letters': lapseTeller(deps),
      'booking.letters': reservationTeller(deps, 'cancelled'),
    },
  })
}
