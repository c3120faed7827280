import type { Problem } from '@jiju/kernel/problem'
import { phaseAt } from './cancellation.ts'
import type { ReservationKind, ReservationState } from './vocabulary.ts'

/** How long after the end a provider may still say that nobody came. */
const MISS_WITHIN_DAYS = 14

/** An appeal can be made as long as the points count. */
export type NoShowTerms = {
  readonly expiresAt: Date
  readonly recordedBy: string | null
  readonly appealedAt: Date | null
  readonly decidedAt: Date | null
}

/** Why a booking cannot be recorded as missed now. Own use of the provider is nobody's fault but its own. */
export function findMissProblems(
  booking: { kind: ReservationKind; state: ReservationState; start: Date; end: Date },
  now: Date,
): Problem[] {
  if (booking.kind !== 'customer') return [{ code: 'booking.no_show_only_customers', kind: 'refused' }]
  if (booking.state !== 'confirmed') return [{ code: 'booking.no_show_not_confirmed', kind: 'conflict' }]
  if (phaseAt(booking, now) === 'upcoming')
    return [{ code: 'booking.no_show_too_early', kind: 'refused', params: { start: booking.start.toISOString() } }]
  const last = new Date(booking.end.getTime() + MISS_WITHIN_DAYS * 86_400_000)
  return now > last ? [{ code: 'booking.no_show_too_late', kind: 'refused', params: { days: MISS_WITHIN_DAYS } }] : []
}

export function findAppealProblems({ appealedAt, expiresAt }: NoShowTerms, now: Date): Problem[] {
  if (appealedAt !== null) return [{ code: 'booking.appeal_already_made', kind: 'conflict' }]
  return expiresAt <= now ? [{ code: 'booking.no_show_expired', kind: 'refused', params: { expiresAt: expiresAt.toISOString() } }] : []
}

/** Why `decider` cannot decide the appeal: it needs a second person. */
export function findDecisionProblems({ appealedAt, decidedAt, recordedBy }: NoShowTerms, decider: string): Problem[] {
  if (appealedAt === null) return [{ code: 'booking.appeal_missing', kind: 'conflict' }]
  if (decidedAt !== null) return [{ code: 'booking.appeal_already_decided', kind: 'conflict' }]
  return recordedBy === decider ? [{ code: 'booking.second_person_needed', kind: 'refused' }] : []
}
