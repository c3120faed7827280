import type { Problem } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'

/** Nothing is corrected that lies so far back: it has been reported and settled. */
const CORRECT_WITHIN_DAYS = 366

/** Why these times cannot stand for a use: the order, the future, a length that no use has. */
export function findCorrectionProblems(proposed: TimeRange, now: Date): Problem[] {
  if (proposed.end < proposed.start) return [{ code: 'booking.end_not_after_start', kind: 'invalid', field: '/end' }]
  if (proposed.end > now)
    return [{ code: 'booking.correction_in_future', kind: 'refused', params: { now: now.toISOString() }, field: '/end' }]
  if (now.getTime() - proposed.start.getTime() > CORRECT_WITHIN_DAYS * 86_400_000)
    return [{ code: 'booking.correction_too_old', kind: 'refused', params: { days: CORRECT_WITHIN_DAYS }, field: '/start' }]
  return []
}

type Waiting = { readonly state: string; readonly proposedBy: string }

/** Why this person cannot decide: it is decided, or it is their own. */
export function findDecideProblems({ state, proposedBy }: Waiting, person: string): Problem[] {
  if (state !== 'proposed') return [{ code: 'booking.correction_decided', kind: 'conflict' }]
  return proposedBy === person ? [{ code: 'booking.correction_own', kind: 'refused' }] : []
}

/** Only who proposed a correction takes it back. */
export function findWithdrawProblems({ state, proposedBy }: Waiting, person: string): Problem[] {
  if (state !== 'proposed') return [{ code: 'booking.correction_decided', kind: 'conflict' }]
  return proposedBy === person ? [] : [{ code: 'booking.correction_not_own', kind: 'refused' }]
}
