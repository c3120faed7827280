import type { LocalDate } from '@jiju/kernel/local-date'
import { addWorkingDays, workingDaysBetween } from '@jiju/kernel/working-days'
import { instantAt, localDayOf } from '@jiju/kernel/zoned-time'

/** The zone by whose days limits between organisations of the district run. */
export const ORDER_ZONE = 'Asia/Shanghai'
const OFFICE_ENDS = 18 * 60

/** The end of the office day that lies `days` working days after `from`. */
export function limitAfter(from: Date, days: number): Date {
  return instantAt(addWorkingDays(localDayOf(from, ORDER_ZONE), days), OFFICE_ENDS, ORDER_ZONE)
}

/** The clock of the promised turnaround: it starts when the work can begin and stands still while something is missing. Days are local days. */
export type Clock = {
  readonly turnaroundDays: number
  readonly startedOn: LocalDate | null
  readonly stoppedOn: LocalDate | null
  readonly stoppedDays: number
}

/** The promised day: turnaround plus the days that the clock stood still, in working days; null until it starts and while it stands. */
export function dueDayOf({ turnaroundDays, startedOn, stoppedOn, stoppedDays }: Clock): LocalDate | null {
  if (startedOn === null || stoppedOn !== null) return null
  return addWorkingDays(startedOn, turnaroundDays + stoppedDays)
}

export function startClock(clock: Clock, on: LocalDate): Clock {
  return clock.startedOn === null ? { ...clock, startedOn: on } : clock
}

export function stopClock(clock: Clock, on: LocalDate): Clock {
  return clock.startedOn === null || clock.stoppedOn !== null ? clock : { ...clock, stoppedOn: on }
}

/** Working days on which it stood still do not count. */
export function resumeClock(clock: Clock, on: LocalDate): Clock {
  if (clock.stoppedOn === null) return clock
  return { ...clock, stoppedOn: null, stoppedDays: clock.stoppedDays + workingDaysBetween(clock.stoppedOn, on) }
}
