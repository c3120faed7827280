import { addDays } from '@jiju/kernel/local-date'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { minutesIn, overlaps, type TimeRange } from '@jiju/kernel/time-range'
import { localDayOf, minuteOfDayAt } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { PreviewOutage } from '../../contract/outages.ts'
import { type SiteHours, siteDayKind } from '../../core/opening-hours.ts'
import { MAX_OCCURRENCES, occurrencesOf } from '../../core/outages/recurrence.ts'
import { findUnitProblems } from '../../core/outages/units.ts'
import type { BookingTables } from '../needs.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import { listResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'

type PlannedOutage = {
  readonly resources: readonly ResourceFacts[]
  readonly occurrences: readonly TimeRange[]
  readonly isSudden: boolean
  /** The units of the one resource that are out; all units of every resource when null. */
  readonly units: readonly number[] | null
}

const MINUTE_MS = 60_000
const MAX_DAYS = 366

/** The resources and times that a wish for an outage means, in order; refuses what cannot be. */
export async function planOutage(db: Db<BookingTables>, wish: PreviewOutage, providerId: string, now: Date): Promise<PlannedOutage> {
  const ids = [...new Set(wish.resourceIds)].sort()
  const resources = (await listResourceFacts(db, ids)).filter((facts) => facts.providerId === providerId)
  const site = resources[0]?.site
  if (resources.length < ids.length || !site) throw new Refusal({ ...RESOURCE_MISSING, field: '/resourceIds' })
  const isSudden = wish.start === undefined
  const start = wish.start ? new Date(wish.start) : new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS)
  const first = { start, end: new Date(wish.end) }
  const capacity = resources.length === 1 ? (resources[0]?.rules.capacity ?? 1) : null
  const problems = [...findTimeProblems(first, now, isSudden), ...findUnitProblems(wish.units, capacity)]
  if (problems.length > 0) throw new Refusal(...problems)
  const occurrences = wish.recurrence ? repeat(first, wish.recurrence, site) : [first]
  if (occurrences.some((range, index) => index > 0 && overlaps(range, occurrences[index - 1] ?? range)))
    throw new Refusal({ code: 'booking.outage_repeats_too_soon', kind: 'refused', field: '/recurrence/every' })
  const units = wish.units && [...new Set(wish.units)].sort((a, b) => a - b)
  return {
    units: units && units.length < (capacity ?? 1) ? units : null,
    resources: resources.sort((a, b) => (a.resourceId < b.resourceId ? -1 : 1)),
    occurrences,
    isSudden,
  }
}

function findTimeProblems(range: TimeRange, now: Date, isSudden: boolean): Problem[] {
  if (range.end <= range.start) return [{ code: 'booking.end_not_after_start', kind: 'invalid', field: '/end' }]
  if (!isSudden && range.start < now) return [{ code: 'booking.outage_in_the_past', kind: 'refused', field: '/start' }]
  if (minutesIn(range) > MAX_DAYS * 1440)
    return [{ code: 'booking.outage_too_long', kind: 'refused', params: { maxDays: MAX_DAYS }, field: '/end' }]
  return []
}

function repeat(first: TimeRange, recurrence: NonNullable<PreviewOutage['recurrence']>, site: SiteHours): TimeRange[] {
  const firstDay = localDayOf(first.start, site.zone)
  if (recurrence.until < firstDay || recurrence.until > addDays(firstDay, 2 * MAX_DAYS))
    throw new Refusal({ code: 'booking.outage_series_end', kind: 'refused', params: { firstDay }, field: '/recurrence/until' })
  const rule = { unit: recurrence.unit, every: recurrence.every, firstDay, lastDay: recurrence.until, offDays: recurrence.offDays }
  const isWorkingDay = (day: string) => ['working_day', 'make_up_day'].includes(siteDayKind(site, day))
  const ranges = occurrencesOf(
    rule,
    { minuteOfDay: minuteOfDayAt(first.start, site.zone), minutes: minutesIn(first) },
    { zone: site.zone, isWorkingDay },
  )
  if (ranges.length === 0) throw new Refusal({ code: 'booking.outage_series_empty', kind: 'refused', field: '/recurrence' })
  if (ranges.length >= MAX_OCCURRENCES)
    throw new Refusal({
      code: 'booking.outage_series_too_long',
      kind: 'refused',
      params: { max: MAX_OCCURRENCES },
      field: '/recurrence/until',
    })
  return ranges
}
