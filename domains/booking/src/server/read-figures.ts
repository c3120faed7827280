import { addDays } from '@jiju/kernel/local-date'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { ResourceFacts as WireFacts } from '../contract/calendars.ts'
import { minutesWithin, openSpans, type SiteHours } from '../core/opening-hours.ts'
import type { BookingTables } from './needs.ts'
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

/** What was booked on one resource in the last 365 days. */
export async function readFigures(db: Db<BookingTables>, facts: ResourceFacts, now: Date): Promise<WireFacts> {
  const from = new Date(now.getTime() - YEAR_DAYS * DAY_MS)
  const [year] = await listBookedFigures(db, [facts.resourceId], { from, until: now })
  const utilisation = await readUtilisation(db, [facts], now)
  const hours = (minutes: number) => Math.round(minutes / 6) / 10
  const external = year?.external_minutes ?? 0
  return {
    resourceId: facts.resourceId,
    externalHours: hours(external),
    internalHours: hours((year?.booked_minutes ?? 0) - external),
    externalBookings: year?.external_bookings ?? 0,
    utilisationPercent: utilisation.get(facts.resourceId) ?? null,
    from: from.toISOString(),
    until: now.toISOString(),
  }
}
