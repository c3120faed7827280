import type { Problem } from '@jiju/kernel/problem'
import { type ChangeTerms, stateAt } from './cancellation.ts'
import type { Awaited, DeclineReason, ReservationState } from './vocabulary.ts'

/** What a request needs to be answered: its terms, and whose answer it waits for. */
export type RequestTerms = Pick<ChangeTerms, 'state' | 'heldUntil' | 'decideUntil'> & { readonly awaits: Awaited | null }

const ANSWERED: Partial<Record<ReservationState, string>> = {
  confirmed: 'booking.request_already_approved',
  in_use: 'booking.request_already_approved',
  completed: 'booking.request_already_approved',
  no_show: 'booking.request_already_approved',
  declined: 'booking.request_already_declined',
  cancelled: 'booking.request_withdrawn',
}

/** Why the side `by` cannot answer now: what became of the request instead, or whose turn it is. `limit` is the one that passed. */
export function findAnswerProblems(terms: RequestTerms, by: { side: Awaited; now: Date; limit: Date }): Problem[] {
  const ended = findNotPendingProblems(terms, by)
  if (ended.length > 0 || terms.awaits === by.side) return ended
  const decideUntil = terms.decideUntil?.toISOString() ?? ''
  return [
    {
      code: terms.awaits === 'customer' ? 'booking.awaits_customer' : 'booking.awaits_provider',
      kind: 'conflict',
      params: { decideUntil },
    },
  ]
}

/** Why it is no request that waits for an answer. */
export function findNotPendingProblems(terms: RequestTerms, { now, limit }: { now: Date; limit: Date }): Problem[] {
  const state = stateAt(terms, now)
  if (state === 'pending') return []
  if (state === 'expired') return [{ code: 'booking.request_expired', kind: 'conflict', params: { decideUntil: limit.toISOString() } }]
  return [{ code: ANSWERED[state] ?? 'booking.not_pending', kind: 'conflict' }]
}

/** `other` says nothing by itself. */
export function findDeclineProblems(reason: DeclineReason, words: string | undefined): Problem[] {
  return reason === 'other' && !words ? [{ code: 'booking.decline_words_missing', kind: 'refused', field: '/words' }] : []
}
