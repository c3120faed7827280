import type { LocalDate } from '@jiju/kernel/local-date'
import type { TimeRange } from '@jiju/kernel/time-range'
import { addWorkingDays } from '@jiju/kernel/working-days'
import { dayRange, localDayOf } from '@jiju/kernel/zoned-time'
import type { CheckIn, UseSource } from './vocabulary.ts'

/** What a provider decided for the use of one resource. */
export type UseRules = {
  readonly checkIn: CheckIn
  /** How long before the booked start a use may begin. */
  readonly earlyMinutes: number
  /** After the booked start: who has not begun by then has not come. */
  readonly graceMinutes: number
  /** How long a use may run over its end before the platform closes it. */
  readonly overrunMinutes: number
  /** Whether the provider's own people may use the resource without a booking. */
  readonly allowsUnbooked: boolean
  /** Working days within which the customer answers a charge. */
  readonly answerDays: number
  /** Whether a use that ends early gives the rest of its slot back. */
  readonly freesRest: boolean
}

export const DEFAULT_USE_RULES: UseRules = {
  checkIn: 'optional',
  earlyMinutes: 15,
  graceMinutes: 30,
  overrunMinutes: 60,
  allowsUnbooked: true,
  answerDays: 5,
  freesRest: true,
}

/** A booking that nobody metered is closed as used as booked so long after its end: until then the provider may still say that nobody came. */
export const CLOSE_UNMETERED_AFTER_HOURS = 24

/**
 * From when the rest of a booking is free after a use that ended at `endedAt`: on the step of the calendar counted from the booked start, after one
 * step at least. Undefined when nothing is left.
 */
export function freedFrom(booked: TimeRange, endedAt: Date, stepMinutes: number): Date | undefined {
  const step = stepMinutes * 60_000
  const steps = Math.max(1, Math.ceil((endedAt.getTime() - booked.start.getTime()) / step))
  const from = new Date(booked.start.getTime() + steps * step)
  return from < booked.end ? from : undefined
}

/** The end of the local day on which the last working day for an answer falls. */
export function answerUntil(now: Date, answerDays: number, zone: string): Date {
  const last: LocalDate = addWorkingDays(localDayOf(now, zone), answerDays)
  return dayRange(last, zone).end
}

/** True when both ends were told by whoever or whatever was there. */
export function isMetered(startSource: UseSource, endSource: UseSource): boolean {
  return startSource !== 'inferred' && endSource !== 'inferred'
}
