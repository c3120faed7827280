import { addDays, weekdayOf } from '@jiju/kernel/local-date'
import { isWorkingDay } from '@jiju/kernel/working-days'
import { instantAt, localDayOf } from '@jiju/kernel/zoned-time'
import { isMainlandZone } from './opening-hours.ts'

/** When offices answer, in minutes of a working day: 09:00 to 17:00. */
const OFFICE = { start: 9 * 60, end: 17 * 60 }

/** The instant at which `hours` of office time have passed since `from`: working days with make-up days, 09:00 to 17:00 by the clock of `zone`. */
export function addOfficeHours(from: Date, hours: number, zone: string): Date {
  let left = hours * 3_600_000
  let day = localDayOf(from, zone)
  for (;;) {
    const start = Math.max(from.getTime(), instantAt(day, OFFICE.start, zone).getTime())
    const end = instantAt(day, OFFICE.end, zone).getTime()
    if (isOfficeDay(day, zone) && start < end) {
      if (left <= end - start) return new Date(start + left)
      left -= end - start
    }
    day = addDays(day, 1)
  }
}

/** Until when an answer is due: within the office hours granted, and never after the time that is asked for begins. */
export function answerDue(from: Date, hours: number, zone: string, start: Date): Date {
  const due = addOfficeHours(from, hours, zone)
  return due < start ? due : start
}

function isOfficeDay(day: string, zone: string): boolean {
  return isMainlandZone(zone) ? isWorkingDay(day) : weekdayOf(day) < 6
}
