import type { Problem } from '@jiju/kernel/problem'
import { minutesIn, type TimeRange } from '@jiju/kernel/time-range'
import type { FairShare } from '../calendar-rules.ts'
import type { Standing, Week } from './standing.ts'

type Wanted = { readonly during: TimeRange; readonly weeks: readonly Week[] }

/** Every limit that the booking would pass, each with what is left. The provider may waive them. */
export function findLimitProblems(limits: FairShare, standing: Standing, wanted: Wanted): Problem[] {
  return [
    ...weekProblems(
      'booking.person_week_limit',
      limits.personWeekHours,
      wanted,
      standing.weeks.map((week) => week.personMinutes),
    ),
    ...weekProblems(
      'booking.organisation_week_limit',
      limits.organisationWeekHours,
      wanted,
      standing.weeks.map((week) => week.organisationMinutes),
    ),
    ...openProblems(limits.openBookings, standing),
    ...aheadProblems(limits.aheadHours, standing, minutesIn(wanted.during)),
  ]
}

function weekProblems(code: string, limitHours: number | null, { during, weeks }: Wanted, used: readonly number[]): Problem[] {
  if (limitHours === null) return []
  return weeks.flatMap((week, index) => {
    const minutes = minutesInside(during, week.range)
    const usedMinutes = used[index] ?? 0
    if (usedMinutes + minutes <= limitHours * 60) return []
    const params = {
      limitHours,
      usedHours: hours(usedMinutes),
      leftHours: hours(Math.max(0, limitHours * 60 - usedMinutes)),
      week: week.monday,
    }
    return [{ code, kind: 'refused', params, field: '/start', waivable: true } as const]
  })
}

function openProblems(limit: number | null, { openBookings, firstOpenStart }: Standing): Problem[] {
  if (limit === null || openBookings < limit) return []
  const params = { limit, openBookings, nextStart: firstOpenStart?.toISOString() ?? '' }
  return [{ code: 'booking.open_bookings_limit', kind: 'refused', params, waivable: true }]
}

function aheadProblems(limitHours: number | null, { aheadMinutes }: Standing, minutes: number): Problem[] {
  if (limitHours === null || aheadMinutes + minutes <= limitHours * 60) return []
  const params = { limitHours, usedHours: hours(aheadMinutes), leftHours: hours(Math.max(0, limitHours * 60 - aheadMinutes)) }
  return [{ code: 'booking.ahead_limit', kind: 'refused', params, field: '/end', waivable: true }]
}

function minutesInside(range: TimeRange, bounds: TimeRange): number {
  const start = Math.max(range.start.getTime(), bounds.start.getTime())
  const end = Math.min(range.end.getTime(), bounds.end.getTime())
  return Math.max(0, end - start) / 60_000
}

function hours(minutes: number): number {
  return Math.round(minutes / 6) / 10
}
