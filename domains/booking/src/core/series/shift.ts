import { addDays, daysBetween } from '@jiju/kernel/local-date'
import { addMinutes, minutesIn, type TimeRange } from '@jiju/kernel/time-range'
import { instantAt, localDayOf, minuteOfDayAt } from '@jiju/kernel/zoned-time'

/** How the first of several uses moves: by local days, to a time of day, with a length. */
type Shift = { readonly days: number; readonly minuteOfDay: number; readonly minutes: number }

export function shiftBetween(from: TimeRange, to: TimeRange, zone: string): Shift {
  return {
    days: daysBetween(localDayOf(from.start, zone), localDayOf(to.start, zone)),
    minuteOfDay: minuteOfDayAt(to.start, zone),
    minutes: minutesIn(to),
  }
}

/** The same move for another use; the wall clock decides, also across a change of the clock. */
export function shifted(range: TimeRange, shift: Shift, zone: string): TimeRange {
  const start = instantAt(addDays(localDayOf(range.start, zone), shift.days), shift.minuteOfDay, zone)
  return { start, end: addMinutes(start, shift.minutes) }
}

/** Uses in the order in which they can move without meeting each other: the last first when they move later, else the first. */
export function inMovingOrder<T extends TimeRange>(uses: readonly T[], isLater: boolean): T[] {
  return [...uses].sort((a, b) => (a.start.getTime() - b.start.getTime()) * (isLater ? -1 : 1))
}
