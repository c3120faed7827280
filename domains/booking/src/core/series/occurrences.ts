import { addDays, daysBetween, type LocalDate, weekdayOf } from '@jiju/kernel/local-date'
import type { Problem } from '@jiju/kernel/problem'
import { addMinutes, type TimeRange } from '@jiju/kernel/time-range'
import { instantAt } from '@jiju/kernel/zoned-time'
import type { RuleDay, SeriesRule } from './rule.ts'

/** A rule applied to a first day, a time of day and a length, by the wall clock of `zone`. */
export type Recurring = {
  readonly rule: SeriesRule
  readonly firstDay: LocalDate
  readonly minuteOfDay: number
  readonly minutes: number
  readonly zone: string
  /** Days taken out of the rule (EXDATE) and added to it (RDATE), at the same time of day. */
  readonly excludedDays: readonly LocalDate[]
  readonly addedDays: readonly LocalDate[]
}

/** Most occurrences of a series, and how far ahead it reaches: what one transaction can place and a person can survey. */
export const MAX_OCCURRENCES = 60
const MAX_SERIES_DAYS = 366

/**
 * Every occurrence in order, each local day once. The time of day stays where the clock changes; a wall time that the clock skips moves forward.
 * COUNT counts the days that are excluded, as RFC 5545 says. The first day belongs to the series only when the rule names it.
 */
export function expandSeries(series: Recurring): { occurrences: TimeRange[]; problems: Problem[] } {
  const { rule, firstDay, minuteOfDay, minutes, zone } = series
  const { days, isCut } = ruleDays(rule, firstDay, (day) => instantAt(day, minuteOfDay, zone))
  const excluded = new Set(series.excludedDays)
  const lastPossible = addDays(firstDay, MAX_SERIES_DAYS)
  const kept = [...new Set([...days.filter((day) => !excluded.has(day)), ...series.addedDays])].sort()
  const problems: Problem[] = []
  if (isCut || kept.length > MAX_OCCURRENCES || kept.some((day) => day < firstDay || day > lastPossible))
    problems.push({
      code: 'booking.series_too_long',
      kind: 'refused',
      params: { maxOccurrences: MAX_OCCURRENCES, maxDays: MAX_SERIES_DAYS },
      field: '/rule',
    })
  else if (kept.length === 0) problems.push({ code: 'booking.series_empty', kind: 'refused', field: '/rule' })
  const occurrences = kept.slice(0, MAX_OCCURRENCES).map((day) => {
    const start = instantAt(day, minuteOfDay, zone)
    return { start, end: addMinutes(start, minutes) }
  })
  return { occurrences, problems: [...problems, ...overlapProblems(occurrences)] }
}

function overlapProblems(occurrences: readonly TimeRange[]): Problem[] {
  const isOverlapping = occurrences.some((range, index) => {
    const next = occurrences[index + 1]
    return next !== undefined && next.start < range.end
  })
  return isOverlapping ? [{ code: 'booking.series_overlaps_itself', kind: 'refused', field: '/end' }] : []
}

/** The days that the rule names from `firstDay` on; `isCut` when it names more than a series may have. */
function ruleDays(rule: SeriesRule, firstDay: LocalDate, startOf: (day: LocalDate) => Date): { days: LocalDate[]; isCut: boolean } {
  const { end } = rule
  const days: LocalDate[] = []
  for (let period = 0; ; period += 1) {
    const candidates = daysOfPeriod(rule, firstDay, period)
    if (candidates.begin > addDays(firstDay, MAX_SERIES_DAYS)) return { days, isCut: true }
    for (const day of candidates.days) {
      if (day < firstDay) continue
      const isOver = 'untilDay' in end ? day > end.untilDay : 'untilInstant' in end ? startOf(day) > end.untilInstant : false
      if (isOver) return { days, isCut: false }
      if (daysBetween(firstDay, day) > MAX_SERIES_DAYS) return { days, isCut: true }
      days.push(day)
      if ('count' in end && days.length === end.count) return { days, isCut: false }
    }
    // Nothing more can come once a whole period begins after the end.
    if ('untilDay' in end && candidates.begin > end.untilDay) return { days, isCut: false }
    if ('untilInstant' in end && startOf(candidates.begin) > end.untilInstant) return { days, isCut: false }
  }
}

/** The candidate days of the `index`-th period that the rule looks at, in order, and the first day of that period. */
function daysOfPeriod({ frequency, interval, days }: SeriesRule, firstDay: LocalDate, index: number) {
  if (frequency === 'DAILY') {
    const begin = addDays(firstDay, index * interval)
    return { begin, days: days.length === 0 || days.some(({ weekday }) => weekday === weekdayOf(begin)) ? [begin] : [] }
  }
  if (frequency === 'WEEKLY') {
    const begin = addDays(firstDay, 1 - weekdayOf(firstDay) + index * interval * 7)
    const weekdays = days.length === 0 ? [weekdayOf(firstDay)] : [...new Set(days.map(({ weekday }) => weekday))].sort()
    return { begin, days: weekdays.map((weekday) => addDays(begin, weekday - 1)) }
  }
  const begin = monthAfter(firstDay, index * interval)
  return { begin, days: daysOfMonth(begin, days, Number(firstDay.slice(8))) }
}

/** The days of the month that begins on `first`: those that BYDAY names, else its `dayOfMonth`; a month without that day has none. */
function daysOfMonth(first: LocalDate, byDay: readonly RuleDay[], dayOfMonth: number): LocalDate[] {
  const length = daysBetween(first, monthAfter(first, 1))
  if (byDay.length === 0) return dayOfMonth <= length ? [addDays(first, dayOfMonth - 1)] : []
  const named = new Set<LocalDate>()
  for (const { weekday, nth } of byDay) {
    const offset = (weekday - weekdayOf(first) + 7) % 7
    const all = Array.from({ length: Math.ceil((length - offset) / 7) }, (_, week) => addDays(first, offset + week * 7))
    for (const day of nth === undefined ? all : all.slice(nth > 0 ? nth - 1 : nth).slice(0, 1))
      if (nth === undefined || Math.abs(nth) <= all.length) named.add(day)
  }
  return [...named].sort()
}

/** The first day of the month `months` after the month of `day`. */
function monthAfter(day: LocalDate, months: number): LocalDate {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1)).toISOString().slice(0, 10)
}
