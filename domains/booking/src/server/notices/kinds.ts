import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import moves from './moves.json' with { type: 'json' }
import noShows from './no-shows.json' with { type: 'json' }
import requests from './requests.json' with { type: 'json' }
import reservations from './reservations.json' with { type: 'json' }
import samples from './samples.json' with { type: 'json' }

/** What booking tells people; each part's texts stand in a file of its own. */
export const BOOKING_NOTICES: NoticeKinds = {
  'booking.placed_customer': { group: 'bookings', mail: 'at_once', texts: reservations['booking.placed_customer'] },
  'booking.moved_customer': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: reservations['booking.moved_customer'] },
  'booking.cancelled_customer': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: reservations['booking.cancelled_customer'] },
  'booking.placed_provider': { group: 'calendar', mail: 'at_once', texts: reservations['booking.placed_provider'] },
  'booking.moved_provider': { group: 'calendar', mail: 'at_once', texts: reservations['booking.moved_provider'] },
  'booking.requested_customer': { group: 'bookings', mail: 'at_once', texts: requests['booking.requested_customer'] },
  'booking.approved_customer': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: requests['booking.approved_customer'] },
  'booking.declined_customer': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: requests['booking.declined_customer'] },
  'booking.proposed_customer': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: requests['booking.proposed_customer'] },
  'booking.expired_customer': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: requests['booking.expired_customer'] },
  'booking.requested_provider': { group: 'calendar', mail: 'at_once', isUrgent: true, texts: requests['booking.requested_provider'] },
  'booking.approved_provider': { group: 'calendar', mail: 'at_once', texts: requests['booking.approved_provider'] },
  'booking.expired_provider': { group: 'calendar', mail: 'at_once', texts: requests['booking.expired_provider'] },
  'booking.move_requested_customer': { group: 'bookings', mail: 'at_once', texts: moves['booking.move_requested_customer'] },
  'booking.move_requested_provider': {
    group: 'calendar',
    mail: 'at_once',
    isUrgent: true,
    texts: moves['booking.move_requested_provider'],
  },
  'booking.move_approved_customer': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: moves['booking.move_approved_customer'] },
  'booking.move_declined_customer': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: moves['booking.move_declined_customer'] },
  'booking.move_withdrawn_provider': { group: 'calendar', mail: 'at_once', texts: moves['booking.move_withdrawn_provider'] },
  'booking.move_expired_customer': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: moves['booking.move_expired_customer'] },
  'booking.move_expired_provider': { group: 'calendar', mail: 'at_once', texts: moves['booking.move_expired_provider'] },
  'booking.no_show_customer': { group: 'bookings', mail: 'at_once', texts: noShows['booking.no_show_customer'] },
  'booking.no_show_appealed': { group: 'calendar', mail: 'at_once', texts: noShows['booking.no_show_appealed'] },
  'booking.no_show_decided': { group: 'bookings', mail: 'at_once', texts: noShows['booking.no_show_decided'] },
  'booking.sample_submitted_customer': { group: 'bookings', mail: 'at_once', texts: samples['booking.sample_submitted_customer'] },
  'booking.sample_submitted_provider': { group: 'calendar', mail: 'at_once', texts: samples['booking.sample_submitted_provider'] },
  'booking.sample_promise_changed': { group: 'bookings', mail: 'at_once', texts: samples['booking.sample_promise_changed'] },
  'booking.sample_done': { group: 'bookings', mail: 'at_once', texts: samples['booking.sample_done'] },
  'booking.sample_cancelled': { group: 'bookings', mail: 'at_once', texts: samples['booking.sample_cancelled'] },
  'booking.cancelled_provider': { group: 'calendar', mail: 'at_once', texts: reservations['booking.cancelled_provider'] },
}
