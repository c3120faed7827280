import { addDays } from '@jiju/kernel/local-date'
import { dayRange, localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { ResourceFacts as WireFacts } from '../contract/calendars.ts'
import { openSecondsOf } from '../core/assessment/heat-map.ts'
import { minutesWithin, openSpans, type SiteHours } from '../core/opening-hours.ts'
import type { BookingTables } from './needs.ts'
import { listFigures } from './sql/assessment/figures.ts'
import { listBookedFigures } from './sql/figures.ts'
import type { ResourceFacts } from './sql/resource-facts.ts'

const DAY_MS = 86_400_000
const UTILISATION_DAYS = 28
const YEAR_DAYS = 365

/** One decimal; null when there was nothing to divide by. */
export function percentOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part / whole) * 1000) / 10 : null
}

/** Minutes that a site is open in the window. */
export function openMinutesIn(site: SiteHours, from: Date, until: Date): number {
  const first = addDays(localDayOf(from, site.zone), -1)
  const days = Math.ceil((until.getTime() - from.getTime()) / DAY_MS) + 2
  return minutesWithin(openSpans(site, first, days), from.getTime(), until.getTime())
}

/** Booked over open hours of the last 28 days, in percent, for each resource. */
export async function readUtilisation(
  db: Db<BookingTables>,
  resources: readonly ResourceFacts[],
  now: Date,
): Promise<Map<string, number | null>> {
  const from = new Date(now.getTime() - UTILISATION_DAYS * DAY_MS)
  const figures = await listBookedFigures(
    db,
    resources.map((resource) => resource.resourceId),
    { from, until: now },
  )
  const booked = new Map(figures.map((row) => [row.resource_id, row.booked_minutes]))
  return new Map(
    resources.map(({ resourceId, site, rules }) => [
      resourceId,
      percentOf(booked.get(resourceId) ?? 0, openMinutesIn(site, from, now) * rules.capacity),
    ]),
  )
}

/** What the meter log proves of one resource: a year of hours, four weeks of utilisation, up to yesterday. */
export async function readFigures(db: Db<BookingTables>, facts: ResourceFacts, now: Date): Promise<WireFacts> {
  const { zone } = facts.site
  const today = localDayOf(now, zone)
  const to = addDays(today, -1)
  const figuresOf = async (days: number) => {
    const period = { from: addDays(today, -days), to }
    const [row] = await listFigures(db, { resourceIds: [facts.resourceId], period, now })
    return { period, row }
  }
  const year = await figuresOf(YEAR_DAYS)
  const weeks = await figuresOf(UTILISATION_DAYS)
  const hours = (seconds: number) => Math.round(seconds / 360) / 10
  const external = year.row?.external_seconds ?? 0
  return {
    resourceId: facts.resourceId,
    externalHours: hours(external),
    internalHours: hours((year.row?.effective_seconds ?? 0) - external),
    externalBookings: year.row?.external_uses ?? 0,
    utilisationPercent: percentOf(weeks.row?.effective_seconds ?? 0, openSecondsOf(facts.site, weeks.period)),
    from: dayRange(year.period.from, zone).start.toISOString(),
    until: dayRange(to, zone).end.toISOString(),
  }
}
