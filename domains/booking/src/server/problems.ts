import type { Problem } from '@jiju/kernel/problem'

export const RESOURCE_MISSING: Problem = { code: 'booking.resource_missing', kind: 'missing' }
export const RESERVATION_MISSING: Problem = { code: 'booking.reservation_missing', kind: 'missing' }
export const NO_SHOW_MISSING: Problem = { code: 'booking.no_show_missing', kind: 'missing' }
export const QUEUE_FULL: Problem = { code: 'booking.sample_queue_full', kind: 'refused' }
export const QUEUE_MISSING: Problem = { code: 'booking.sample_queue_missing', kind: 'missing' }
export const SUBMISSION_MISSING: Problem = { code: 'booking.sample_submission_missing', kind: 'missing' }
export const SLOT_TAKEN: Problem = { code: 'booking.slot_taken', kind: 'conflict' }
