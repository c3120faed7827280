import { addDays, type LocalDate } from '@jiju/kernel/local-date'
import type { Problem } from '@jiju/kernel/problem'
import { addMinutes, minutesIn, type TimeRange, widen } from '@jiju/kernel/time-range'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { CalendarRules } from './calendar-rules.ts'
import { earliestStart, horizonDay, isOnStep } from './free-slots.ts'
import { isWithin, openMinutes, type SiteHours, siteDay, siteDayKind } from './opening-hours.ts'
import type { Operation } from './vocabulary.ts'

type SlotRequest = {
  readonly during: TimeRange
  readonly operation: Operation
  readonly now: Date
  /** The provider's staff may waive notice, horizon and lengths; opening hours, step and the slot itself hold for everybody. */
  readonly isByProvider: boolean
}

const MAX_DAYS_TO_NEXT_OPEN = 60
// The longest use that a calendar allows, and a day of grace.
const MAX_DAYS_OF_USE = 32

/** The range that a use takes away from others: with set-up before and clean-up after. */
export function blockedRange(during: TimeRange, rules: Pick<CalendarRules, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>): TimeRange {
  return widen(during, rules.bufferBeforeMinutes, rules.bufferAfterMinutes)
}

/**
 * Every rule that the request breaks, each with what would pass, so that all can be put right at once.
 * Whether the slot is free is not asked here: only the database can promise that it is sold once.
 */
export function findSlotProblems(rules: CalendarRules, site: SiteHours, request: SlotRequest): Problem[] {
  const { during } = request
  if (during.end <= during.start) return [{ code: 'booking.end_not_after_start', kind: 'invalid', field: '/end' }]
  const problems = [
    ...findAcceptingProblems(rules),
    ...findTimeProblems(rules, site, request),
    ...findLengthProblems(rules, site.zone, during),
    ...findOpeningProblems(site, during),
    ...findOperationProblems(rules, request.operation),
  ]
  return request.isByProvider ? problems.filter((problem) => !problem.waivable) : problems
}

function findAcceptingProblems(rules: CalendarRules): Problem[] {
  return rules.isAccepting ? [] : [{ code: 'booking.resource_closed', kind: 'refused' }]
}

function findTimeProblems(rules: CalendarRules, site: SiteHours, { during, now }: SlotRequest): Problem[] {
  const earliest = earliestStart(rules, now)
  const lastDay = horizonDay(rules, site.zone, now)
  const next = () => nextOnStep(earliest, rules.stepMinutes, site.zone).toISOString()
  if (during.start < now) return [{ code: 'booking.in_the_past', kind: 'refused', params: { earliest: next() }, field: '/start' }]
  if (during.start < earliest) {
    const params = { minNoticeMinutes: rules.minNoticeMinutes, earliest: next() }
    return [{ code: 'booking.too_short_notice', kind: 'refused', params, field: '/start', waivable: true }]
  }
  if (localDayOf(during.start, site.zone) > lastDay) {
    const params = { horizonDays: rules.horizonDays, lastDay }
    return [{ code: 'booking.beyond_horizon', kind: 'refused', params, field: '/start', waivable: true }]
  }
  return []
}

function findLengthProblems(rules: CalendarRules, zone: string, during: TimeRange): Problem[] {
  const { stepMinutes, minMinutes, maxMinutes } = rules
  const minutes = minutesIn(during)
  const problems: Problem[] = []
  if (!isOnStep(during.start, stepMinutes, zone) || minutes % stepMinutes !== 0) {
    const start = nextOnStep(addMinutes(during.start, 1 - stepMinutes), stepMinutes, zone)
    const length = Math.min(Math.max(Math.ceil(minutes / stepMinutes) * stepMinutes, minMinutes), maxMinutes)
    const params = { stepMinutes, start: start.toISOString(), end: addMinutes(start, length).toISOString() }
    problems.push({ code: 'booking.not_on_step', kind: 'refused', params, field: '/start' })
  }
  const shown = Math.round(minutes * 10) / 10
  if (minutes < minMinutes)
    problems.push({ code: 'booking.too_short', kind: 'refused', params: { minutes: shown, minMinutes }, field: '/end', waivable: true })
  if (minutes > maxMinutes)
    problems.push({ code: 'booking.too_long', kind: 'refused', params: { minutes: shown, maxMinutes }, field: '/end', waivable: true })
  return problems
}

function findOpeningProblems(site: SiteHours, during: TimeRange): Problem[] {
  const day = localDayOf(during.start, site.zone)
  const daysAhead = Math.min(Math.ceil(minutesIn(during) / 1440), MAX_DAYS_OF_USE)
  if (isWithin(siteDay(site, day, daysAhead).open, during.start.getTime(), during.end.getTime())) return []
  const open = openMinutes(site, day)
  if (open.length > 0) return [{ code: 'booking.outside_opening', kind: 'refused', params: { open: writeRanges(open) }, field: '/start' }]
  const nextDay = nextOpenDay(site, day)
  if (!nextDay) return [{ code: 'booking.never_open', kind: 'refused', field: '/start' }]
  const code = siteDayKind(site, day) === 'holiday' ? 'booking.closed_on_holiday' : 'booking.closed_that_day'
  return [{ code, kind: 'refused', params: { day, nextDay }, field: '/start' }]
}

function findOperationProblems(rules: CalendarRules, operation: Operation): Problem[] {
  if (rules.operations.includes(operation)) return []
  const code = operation === 'self_service' ? 'booking.operator_only' : 'booking.self_service_only'
  return [{ code, kind: 'refused', field: '/operation' }]
}

function nextOpenDay(site: SiteHours, day: LocalDate): LocalDate | undefined {
  for (let i = 1; i <= MAX_DAYS_TO_NEXT_OPEN; i += 1) {
    const next = addDays(day, i)
    if (openMinutes(site, next).length > 0) return next
  }
  return undefined
}

/** The first instant on the step at or after `from`. */
function nextOnStep(from: Date, stepMinutes: number, zone: string): Date {
  let at = new Date(Math.ceil(from.getTime() / 60_000) * 60_000)
  for (let i = 0; i < 1440 && !isOnStep(at, stepMinutes, zone); i += 1) at = addMinutes(at, 1)
  return at
}

function writeRanges(ranges: readonly { start: number; end: number }[]): string {
  const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return ranges.map(({ start, end }) => `${clock(start)}—${clock(end)}`).join(', ')
}
