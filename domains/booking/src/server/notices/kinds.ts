import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import reservations from './reservations.json' with { type: 'json' }

/** What booking tells people; each part's texts stand in a file of its own. */
export const BOOKING_NOTICES: NoticeKinds = {
  'booking.placed_customer': { group: 'bookings', mail: 'at_once', texts: reservations['booking.placed_customer'] },
  'booking.moved_customer': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: reservations['booking.moved_customer'] },
  'booking.cancelled_customer': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: reservations['booking.cancelled_customer'] },
  'booking.placed_provider': { group: 'calendar', mail: 'at_once', texts: reservations['booking.placed_provider'] },
  'booking.moved_provider': { group: 'calendar', mail: 'at_once', texts: reservations['booking.moved_provider'] },
  'booking.cancelled_provider': { group: 'calendar', mail: 'at_once', texts: reservations['booking.cancelled_provider'] },
}
