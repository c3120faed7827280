import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import use from './use.json' with { type: 'json' }

/** What people are told about uses, charges and corrections. */
export const USE_NOTICES: NoticeKinds = {
  'booking.use_inferred': { group: 'bookings', mail: 'at_once', texts: use['booking.use_inferred'] },
  'booking.overrun_next': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: use['booking.overrun_next'] },
  'booking.overrun_own': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: use['booking.overrun_own'] },
  'booking.charge_created': { group: 'bookings', mail: 'at_once', texts: use['booking.charge_created'] },
  'booking.charge_corrected': { group: 'bookings', mail: 'at_once', texts: use['booking.charge_corrected'] },
  'booking.charge_objected': { group: 'calendar', mail: 'at_once', texts: use['booking.charge_objected'] },
  'booking.no_show_charged': { group: 'bookings', mail: 'at_once', texts: use['booking.no_show_charged'] },
  'booking.training_charged': { group: 'qualification', mail: 'at_once', texts: use['booking.training_charged'] },
  'booking.fee_waived': { group: 'bookings', mail: 'at_once', texts: use['booking.fee_waived'] },
  'booking.evaluation_replied': { group: 'bookings', mail: 'at_once', texts: use['booking.evaluation_replied'] },
  'booking.correction_proposed': { group: 'calendar', mail: 'at_once', texts: use['booking.correction_proposed'] },
}
