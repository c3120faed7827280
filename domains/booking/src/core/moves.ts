import type { Problem } from '@jiju/kernel/problem'
import { subtractRanges, type TimeRange } from '@jiju/kernel/time-range'

/** What became of a request to move a booking; `void`: the booking was cancelled, moved or begun before there was an answer. */
export type MoveRequestState = 'open' | 'approved' | 'declined' | 'withdrawn' | 'expired' | 'void'

/**
 * What has to be held for `wished` beside what the booking holds anyway: on its own unit only the parts outside of `own`, none to two ranges;
 * on another unit all of it.
 */
export function partsToHold(wished: TimeRange, own: TimeRange, isSameUnit: boolean): TimeRange[] {
  return isSameUnit ? subtractRanges([wished], [own]) : [{ start: wished.start, end: wished.end }]
}

const ENDED: Readonly<Record<Exclude<MoveRequestState, 'open' | 'expired'>, string>> = {
  approved: 'booking.move_already_approved',
  declined: 'booking.move_already_declined',
  withdrawn: 'booking.move_withdrawn',
  void: 'booking.move_void',
}

/** Why a request to move can no longer be answered or taken back: what became of it instead. */
export function findMoveEndedProblems(request: { readonly state: MoveRequestState; readonly decideUntil: Date }, now: Date): Problem[] {
  const { state, decideUntil } = request
  if (state === 'open' && now < decideUntil) return []
  if (state === 'open' || state === 'expired')
    return [{ code: 'booking.move_expired', kind: 'conflict', params: { decideUntil: decideUntil.toISOString() } }]
  return [{ code: ENDED[state], kind: 'conflict' }]
}
