import * as chineseDays from 'chinese-days'
import { addDays, type LocalDate, weekdayOf } from './local-date.ts'

// Node finds a CommonJS module, whose functions stand under `default`; bundlers for the browser find the functions by name.
const { getDayDetail } = 'getDayDetail' in chineseDays ? chineseDays : (chineseDays as { default: typeof chineseDays }).default

/** The last day whose make-up days the State Council has announced; later days follow the statutory list without make-up days. */
const LAST_ANNOUNCED_DAY: LocalDate = '2026-12-31'

// Statutory days of 2027 under the 2024 rules (lunar days computed); which weekends are worked is not announced yet.
const STATUTORY_2027 = new Set([
  '01-01',
  '02-05',
  '02-06',
  '02-07',
  '02-08',
  '04-05',
  '05-01',
  '05-02',
  '06-09',
  '09-15',
  '10-01',
  '10-02',
  '10-03',
])

export type DayKind = 'working_day' | 'weekend' | 'holiday' | 'make_up_day'

// chinese-days parses the day each time; calendars ask for the same few hundred days again and again.
const kinds = new Map<LocalDate, DayKind>()

/** What `day` is in mainland China: make-up days are weekend days that are worked. Source: State Council notices, by `chinese-days`. */
export function dayKind(day: LocalDate): DayKind {
  const known = kinds.get(day)
  if (known) return known
  const kind = findKind(day)
  kinds.set(day, kind)
  return kind
}

function findKind(day: LocalDate): DayKind {
  const isWeekend = weekdayOf(day) > 5
  if (day > LAST_ANNOUNCED_DAY) {
    if (day.startsWith('2027-') && STATUTORY_2027.has(day.slice(5))) return 'holiday'
    return isWeekend ? 'weekend' : 'working_day'
  }
  // The detail's name is the English weekday on plain days and `Festival,节日,n` on days of a notice.
  const { work, name } = getDayDetail(day)
  if (work) return isWeekend ? 'make_up_day' : 'working_day'
  return name.includes(',') ? 'holiday' : 'weekend'
}

/** True when offices work on `day`, make-up days included. */
export function isWorkingDay(day: LocalDate): boolean {
  const kind = dayKind(day)
  return kind === 'working_day' || kind === 'make_up_day'
}

/** The day `count` working days after `day`; the day itself does not count. `count` ≥ 0. */
export function addWorkingDays(day: LocalDate, count: number): LocalDate {
  let current = day
  for (let left = count; left > 0; ) {
    current = addDays(current, 1)
    if (isWorkingDay(current)) left -= 1
  }
  return current
}

/** Working days in `(from, to]`. */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1
  return count
}
