import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import qualification from './qualification.json' with { type: 'json' }

/** What people are told about qualifications, trainings and bookings that lose their ground. */
export const QUALIFICATION_NOTICES: NoticeKinds = {
  'booking.qualification_granted': { group: 'qualification', mail: 'at_once', texts: qualification['booking.qualification_granted'] },
  'booking.qualification_suspended': {
    group: 'qualification',
    mail: 'at_once',
    isUrgent: true,
    texts: qualification['booking.qualification_suspended'],
  },
  'booking.qualification_resumed': { group: 'qualification', mail: 'at_once', texts: qualification['booking.qualification_resumed'] },
  'booking.qualification_lapses': { group: 'qualification', mail: 'at_once', texts: qualification['booking.qualification_lapses'] },
  'booking.qualification_disused': { group: 'qualification', mail: 'at_once', texts: qualification['booking.qualification_disused'] },
  'booking.ground_lost_customer': {
    group: 'bookings',
    mail: 'at_once',
    isUrgent: true,
    texts: qualification['booking.ground_lost_customer'],
  },
  'booking.ground_lost_provider': {
    group: 'calendar',
    mail: 'at_once',
    isUrgent: true,
    texts: qualification['booking.ground_lost_provider'],
  },
  'booking.ground_taken_over': { group: 'bookings', mail: 'at_once', isUrgent: true, texts: qualification['booking.ground_taken_over'] },
  'booking.training_enrolled': { group: 'qualification', mail: 'at_once', texts: qualification['booking.training_enrolled'] },
  'booking.training_waiting': { group: 'qualification', mail: 'at_once', texts: qualification['booking.training_waiting'] },
  'booking.training_promoted': {
    group: 'qualification',
    mail: 'at_once',
    isUrgent: true,
    texts: qualification['booking.training_promoted'],
  },
  'booking.training_cancelled': {
    group: 'qualification',
    mail: 'at_once',
    isUrgent: true,
    texts: qualification['booking.training_cancelled'],
  },
  'booking.training_reminder': {
    group: 'qualification',
    mail: 'at_once',
    isUrgent: true,
    texts: qualification['booking.training_reminder'],
  },
  'booking.passport_shared': { group: 'calendar', mail: 'at_once', texts: qualification['booking.passport_shared'] },
}
