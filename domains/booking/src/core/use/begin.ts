import type { Problem } from '@jiju/kernel/problem'
import { addMinutes } from '@jiju/kernel/time-range'
import type { ReservationKind, ReservationState } from '../vocabulary.ts'
import type { UseRules } from './rules.ts'

/** What decides whether the use of a booking can begin or end. */
type UseTerms = {
  readonly kind: ReservationKind
  readonly state: ReservationState
  readonly start: Date
  readonly end: Date
  readonly isDisplaced: boolean
}

const NOT_CONFIRMED: Partial<Record<ReservationState, string>> = {
  in_use: 'booking.use_already_begun',
  completed: 'booking.use_already_ended',
  no_show: 'booking.use_was_missed',
  pending: 'booking.use_not_approved',
  held: 'booking.use_not_approved',
}

/** Why the use of a booking cannot begin at `at`: from a little before the booked start until the booked end. */
export function findBeginProblems(terms: UseTerms, rules: Pick<UseRules, 'earlyMinutes'>, at: Date): Problem[] {
  if (terms.kind === 'outage') return [{ code: 'booking.is_outage', kind: 'refused' }]
  if (terms.state !== 'confirmed') return [{ code: NOT_CONFIRMED[terms.state] ?? 'booking.already_ended', kind: 'conflict' }]
  if (terms.isDisplaced) return [{ code: 'booking.use_displaced', kind: 'refused' }]
  const from = addMinutes(terms.start, -rules.earlyMinutes)
  if (at < from)
    return [{ code: 'booking.use_too_early', kind: 'refused', params: { from: from.toISOString(), start: terms.start.toISOString() } }]
  if (at >= terms.end) return [{ code: 'booking.use_too_late', kind: 'refused', params: { end: terms.end.toISOString() } }]
  return []
}

/** Why the use of a booking cannot end now. */
export function findEndProblems({ state }: Pick<UseTerms, 'state'>): Problem[] {
  if (state === 'in_use') return []
  if (state === 'completed') return [{ code: 'booking.use_already_ended', kind: 'conflict' }]
  return [{ code: state === 'confirmed' ? 'booking.use_not_begun' : 'booking.already_ended', kind: 'conflict' }]
}

/** Minutes after the booked start at which a use began; 0 when in time. */
export function lateMinutes(bookedStart: Date, startedAt: Date): number {
  return Math.max(0, Math.floor((startedAt.getTime() - bookedStart.getTime()) / 60_000))
}
