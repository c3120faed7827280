import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import plans from './plans.json' with { type: 'json' }

/** What people are told about series, bundles and the waiting list. */
export const PLAN_NOTICES: NoticeKinds = {
  'booking.group_placed_customer': { group: 'bookings', mail: 'at_once', texts: plans['booking.group_placed_customer'] },
  'booking.group_placed_provider': { group: 'calendar', mail: 'at_once', texts: plans['booking.group_placed_provider'] },
  'booking.group_requested_customer': { group: 'bookings', mail: 'at_once', texts: plans['booking.group_requested_customer'] },
  'booking.group_requested_provider': {
    group: 'calendar',
    mail: 'at_once',
    isUrgent: true,
    texts: plans['booking.group_requested_provider'],
  },
  'booking.group_approved_customer': {
    group: 'bookings',
    mail: 'at_once',
    isUrgent: true,
    texts: plans['booking.group_approved_customer'],
  },
  'booking.group_declined_customer': {
    group: 'bookings',
    mail: 'at_once',
    isUrgent: true,
    texts: plans['booking.group_declined_customer'],
  },
  'booking.group_moved_customer': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: plans['booking.group_moved_customer'] },
  'booking.group_moved_provider': { group: 'calendar', mail: 'at_once', texts: plans['booking.group_moved_provider'] },
  'booking.group_cancelled_customer': {
    group: 'bookings',
    mail: 'at_once',
    isUrgent: true,
    texts: plans['booking.group_cancelled_customer'],
  },
  'booking.group_cancelled_provider': { group: 'calendar', mail: 'at_once', texts: plans['booking.group_cancelled_provider'] },
  'booking.group_invitation': { group: 'bookings', mail: 'at_once', isQuiet: true, texts: plans['booking.group_invitation'] },
  'booking.group_invitation_withdrawn': {
    group: 'bookings',
    mail: 'at_once',
    isQuiet: true,
    texts: plans['booking.group_invitation_withdrawn'],
  },
  'booking.waiting_offered': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: plans['booking.waiting_offered'] },
  'booking.waiting_expired': { group: 'bookings', mail: 'at_once', texts: plans['booking.waiting_expired'] },
}
