import { type ChangeTerms, stateAt } from '../cancellation.ts'

/** Days that a booking which was given back stays in feeds as cancelled, so that calendars which read seldom learn of it. */
export const CANCELLED_DAYS = 14

/** What feeds show around now. */
export const FEED_PAST_DAYS = 31
export const FEED_AHEAD_DAYS = 400

/** A calendar program gets no more than this from one address; what starts first comes first. */
export const MAX_FEED_ENTRIES = 5_000

/** STATUS of RFC 5545 §3.8.1.11: a request, and a booking that an outage displaced, are not certain yet. */
export type EntryStatus = 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'

type Shown = Pick<ChangeTerms, 'state' | 'heldUntil' | 'decideUntil' | 'isDisplaced'>

/** How a reservation stands in a calendar at `now`; undefined when it does not appear: holds, and what came of them, are nobody's appointment. */
export function entryStatus(row: Shown & { readonly wasRequest: boolean }, now: Date): EntryStatus | undefined {
  switch (stateAt(row, now)) {
    case 'held':
    case 'released':
      return undefined
    case 'pending':
      return 'TENTATIVE'
    case 'cancelled':
    case 'declined':
      return 'CANCELLED'
    case 'expired':
      return row.wasRequest ? 'CANCELLED' : undefined
    default:
      return row.isDisplaced ? 'TENTATIVE' : 'CONFIRMED'
  }
}

/**
 * SEQUENCE of RFC 5545 §3.8.7.4: grows with every change, so that a calendar takes the latest. A request that ran out counts as changed
 * before anything has written it down.
 */
export function entrySequence(row: Shown & { readonly version: number }, now: Date): number {
  return stateAt(row, now) === row.state ? row.version - 1 : row.version
}
