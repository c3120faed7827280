import type { TimeRange } from '@jiju/kernel/time-range'
import { overlaps } from '@jiju/kernel/time-range'
import type { ReservationKind, ReservationState } from '../vocabulary.ts'

/** What an outage does to a reservation whose blocked range it touches. */
type OutageEffect =
  /** It cannot take place as booked: the customer chooses another slot or cancels, free. */
  | 'displaced'
  /** It is under way: its use ends where the outage begins. */
  | 'interrupted'
  /** Only its set-up or clean-up reaches into the outage: that part is given up. */
  | 'trimmed'
  /** It is only held while a form is filled in: the hold ends. */
  | 'released'
  /** It only holds the time to which a booking is asked to be moved: the request ends, the booking stays. */
  | 'unwished'
  /** It is over; it only makes way. */
  | 'finished'
  /** Another outage, or a displaced booking that one keeps the time for: the two have to be one. */
  | 'overlap'

type Booked = TimeRange & { readonly kind: ReservationKind; readonly state: ReservationState }

/** The effect of an outage declared at `now` on one live reservation that touches it. */
export function effectOf(booked: Booked, outage: TimeRange, now: Date): OutageEffect {
  if (booked.kind === 'outage') return 'overlap'
  if (booked.kind === 'move') return 'unwished'
  if (booked.state === 'held') return 'released'
  if (!overlaps(booked, outage)) return 'trimmed'
  if (booked.state === 'completed') return 'finished'
  const isRunning = booked.state === 'in_use' || (booked.state === 'confirmed' && booked.start <= now)
  return isRunning && booked.start < outage.start ? 'interrupted' : 'displaced'
}

/**
 * Until when the customer of a displaced booking answers before it is cancelled free: `answerHours` from `now`, but never past the start,
 * when it could not take place any more; a booking whose start has come lapses at once.
 */
export function answerUntil(start: Date, now: Date, answerHours: number | undefined): Date {
  const limit = answerHours === undefined ? start : new Date(now.getTime() + answerHours * 3_600_000)
  const soonest = limit < start ? limit : start
  return soonest > now ? soonest : now
}

/** What the customer of a displaced booking pays for another time of the same length: never more than was agreed. */
export function isPriceProtected(before: { readonly minutes: number; readonly priceFen: bigint }, after: typeof before): boolean {
  return after.minutes <= before.minutes && after.priceFen > before.priceFen
}
