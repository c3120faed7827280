import { addDays, daysBetween, type LocalDate } from '@jiju/kernel/local-date'
import type { TimeRange } from '@jiju/kernel/time-range'
import { addMinutes } from '@jiju/kernel/time-range'
import { instantAt } from '@jiju/kernel/zoned-time'

/** What to do with an occurrence that falls on no working day. */
export const OFF_DAY_RULES = ['next_working_day', 'skip', 'keep'] as const
export type OffDayRule = (typeof OFF_DAY_RULES)[number]

/** Every n weeks on the weekday, or every n months on the day, of `firstDay`; the last one not after `lastDay`. */
export type Recurrence = {
  readonly unit: 'week' | 'month'
  readonly every: number
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  readonly offDays: OffDayRule
}

/** Upper limit of occurrences that are declared together. */
export const MAX_OCCURRENCES = 120

/**
 * The days of a recurrence, in order and each once. A month without the day has its last day instead; one that moves to a working day after
 * `lastDay` still counts. `isWorkingDay` knows the calendar of the site.
 */
export function occurrenceDays(rule: Recurrence, isWorkingDay: (day: LocalDate) => boolean): LocalDate[] {
  const days: LocalDate[] = []
  for (let index = 0; days.length < MAX_OCCURRENCES; index += 1) {
    const nominal = rule.unit === 'week' ? addDays(rule.firstDay, index * rule.every * 7) : addMonths(rule.firstDay, index * rule.every)
    if (nominal > rule.lastDay) break
    const day =
      isWorkingDay(nominal) || rule.offDays === 'keep'
        ? nominal
        : rule.offDays === 'skip'
          ? undefined
          : nextWorkingDay(nominal, isWorkingDay)
    if (day && days.at(-1) !== day) days.push(day)
  }
  return days
}

/** The ranges of a recurrence by the wall clock of `zone`: each as long as the first and at its time of day. */
export function occurrencesOf(
  rule: Recurrence,
  first: { readonly minuteOfDay: number; readonly minutes: number },
  site: { readonly zone: string; readonly isWorkingDay: (day: LocalDate) => boolean },
): TimeRange[] {
  return occurrenceDays(rule, site.isWorkingDay).map((day) => {
    const start = instantAt(day, first.minuteOfDay, site.zone)
    return { start, end: addMinutes(start, first.minutes) }
  })
}

const MAX_DAYS_TO_WORK = 30

function nextWorkingDay(day: LocalDate, isWorkingDay: (day: LocalDate) => boolean): LocalDate | undefined {
  for (let next = addDays(day, 1); daysBetween(day, next) <= MAX_DAYS_TO_WORK; next = addDays(next, 1)) if (isWorkingDay(next)) return next
  return undefined
}

function addMonths(day: LocalDate, months: number): LocalDate {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7)) - 1 + months
  const first = new Date(Date.UTC(year, month, 1))
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(Number(day.slice(8)), last))
  return first.toISOString().slice(0, 10)
}
