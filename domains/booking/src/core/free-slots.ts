import { addDays, type LocalDate } from '@jiju/kernel/local-date'
import { addMinutes } from '@jiju/kernel/time-range'
import { dayRange, localDayOf, minuteOfDayAt } from '@jiju/kernel/zoned-time'
import type { CalendarRules } from './calendar-rules.ts'
import { type SiteHours, type Spans, siteDay } from './opening-hours.ts'
import { calibratedUntil } from './outages/calibration.ts'
import { freeOnAnyUnit } from './units.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

type SlotRules = Pick<CalendarRules, 'stepMinutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes'>

export type WindowRules = Pick<CalendarRules, 'minNoticeMinutes' | 'horizonDays' | 'calibration'>

/**
 * A booking made now starts at or after `earliest` and before `until`: notice from now, to the end of the horizon's or the calibration's last local day.
 * `until` is `earliest` where these leave no time.
 */
export function bookableWindow(rules: WindowRules, zone: string, now: Date): { earliest: Date; until: Date } {
  const earliest = earliestStart(rules, now).getTime()
  const horizon = dayRange(horizonDay(rules, zone, now), zone).end.getTime()
  const calibrated = calibratedUntil(rules.calibration, zone)?.getTime() ?? horizon
  return { earliest: new Date(earliest), until: new Date(Math.max(earliest, Math.min(horizon, calibrated))) }
}

/** The first instant at which a booking made now may start. */
export function earliestStart({ minNoticeMinutes }: Pick<CalendarRules, 'minNoticeMinutes'>, now: Date): Date {
  return addMinutes(now, minNoticeMinutes)
}

/** The last local day for which bookings are taken now. */
export function horizonDay({ horizonDays }: Pick<CalendarRules, 'horizonDays'>, zone: string, now: Date): LocalDate {
  return addDays(localDayOf(now, zone), horizonDays)
}

/**
 * The first instant at or after `at` where the wall clock shows a multiple of the step; `at` lies in the local day `day`.
 * Steps divide the day, so the grid is the same each day; it is not bound to the opening hour.
 */
function alignToStep(at: number, stepMinutes: number, day: { start: number; end: number }, zone: string): number {
  const step = stepMinutes * MINUTE_MS
  if (day.end - day.start === DAY_MS) return day.start + Math.ceil((at - day.start) / step) * step
  let minute = Math.ceil(at / MINUTE_MS) * MINUTE_MS
  while (minute < day.end && minuteOfDayAt(new Date(minute), zone) % stepMinutes !== 0) minute += MINUTE_MS
  return minute
}

/** True when the wall clock of `zone` shows a multiple of the step, to the second. */
export function isOnStep(at: Date, stepMinutes: number, zone: string): boolean {
  return at.getTime() % MINUTE_MS === 0 && minuteOfDayAt(at, zone) % stepMinutes === 0
}

/**
 * Spans in which a use can lie: open, and so far from what is `taken` (ranges with their buffers) that its own buffers fit between.
 * Buffers may reach beyond the opening hours: cleaning after closing time takes nobody's time.
 */
export function freeSpans(open: Spans, taken: Spans, rules: SlotRules): number[] {
  const before = rules.bufferBeforeMinutes * MINUTE_MS
  const after = rules.bufferAfterMinutes * MINUTE_MS
  const free: number[] = []
  let next = 0
  for (let i = 0; i < open.length; i += 2) {
    let start = open[i] ?? 0
    const end = open[i + 1] ?? 0
    while (next < taken.length && (taken[next + 1] ?? 0) + before <= start) next += 2
    for (let k = next; k < taken.length && start < end; k += 2) {
      const from = (taken[k] ?? 0) - after
      if (from >= end) break
      if (from > start) free.push(start, from)
      start = Math.max(start, (taken[k + 1] ?? 0) + before)
    }
    if (start < end) free.push(start, end)
  }
  return free
}

/** Spans in which a use can lie on one of the units; they may overlap where several are free. */
export function freeSpansOfUnits(open: Spans, takenByUnit: readonly Spans[], rules: SlotRules): number[] {
  return freeOnAnyUnit(takenByUnit.map((taken) => freeSpans(open, taken, rules)))
}

type SlotSearch = {
  readonly site: SiteHours
  readonly rules: SlotRules
  /** Blocked ranges of live reservations on each unit, sorted and disjoint. */
  readonly taken: readonly Spans[]
  readonly minutes: number
  /** Earliest start, and the local day of the site that it lies on. */
  readonly from: number
  readonly firstDay: LocalDate
  /** Starts lie before this instant. */
  readonly until: number
}

/** Starts of free slots of `minutes` on the step, in order; at most `limit`. Opens one day after the other, so that a slot tomorrow costs one day's work. */
export function findFreeStarts(search: SlotSearch, limit: number): number[] {
  const { site, rules, taken, minutes, from, until } = search
  const length = minutes * MINUTE_MS
  const daysAhead = Math.ceil(minutes / 1440)
  const starts: number[] = []
  for (let date = search.firstDay; ; ) {
    // Hours of the following days too: a use that starts today may end after midnight.
    const day = siteDay(site, date, daysAhead)
    if (day.start >= until) return starts
    const free = day.isOpen ? freeSpansOfUnits(day.open, taken, rules) : []
    for (let i = 0; i < free.length; i += 2) {
      // Spans of several units may overlap: a start that one of them gave is not given again.
      let start = alignToStep(Math.max(free[i] ?? 0, from, (starts.at(-1) ?? 0) + 1), rules.stepMinutes, day, site.zone)
      while (start + length <= (free[i + 1] ?? 0) && start < day.end && start < until) {
        if (starts.push(start) === limit) return starts
        start = alignToStep(start + MINUTE_MS, rules.stepMinutes, day, site.zone)
      }
    }
    date = day.next
  }
}

/** Of `starts`, up to `limit` that lie nearest to `near` without overlapping each other, in order of time. */
export function nearestStarts(starts: readonly number[], near: number, minutes: number, limit: number): number[] {
  const byDistance = [...starts].sort((a, b) => Math.abs(a - near) - Math.abs(b - near) || a - b)
  const chosen: number[] = []
  for (const start of byDistance) {
    if (chosen.length === limit) break
    if (chosen.every((other) => Math.abs(other - start) >= minutes * MINUTE_MS)) chosen.push(start)
  }
  return chosen.sort((a, b) => a - b)
}
