import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import outages from './outages.json' with { type: 'json' }

/** What people are told about outages, faults and calibrations. */
export const OUTAGE_NOTICES: NoticeKinds = {
  'booking.outage_displaced': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: outages['booking.outage_displaced'] },
  'booking.outage_proposed': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: outages['booking.outage_proposed'] },
  'booking.outage_interrupted': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: outages['booking.outage_interrupted'] },
  'booking.outage_lapsed': { group: 'bookings', mail: 'at_once', texts: outages['booking.outage_lapsed'] },
  'booking.outage_reinstated': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: outages['booking.outage_reinstated'] },
  'booking.fault_reported': { group: 'calendar', mail: 'at_once', texts: outages['booking.fault_reported'] },
  'booking.fault_triaged': { group: 'bookings', mail: 'at_once', texts: outages['booking.fault_triaged'] },
  'booking.fault_resolved': { group: 'bookings', mail: 'at_once', texts: outages['booking.fault_resolved'] },
  'booking.calibration_due': { group: 'calendar', mail: 'at_once', texts: outages['booking.calibration_due'] },
}
