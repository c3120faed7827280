import { addDays } from '@jiju/kernel/local-date'
import { dayRange, localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { ResourceAvailability } from '../contract/calendars.ts'
import { bookableWindow, freeSpansOfUnits } from '../core/free-slots.ts'
import { type HolidayRule, minutesWithin, openSpans, readHours, type Spans } from '../core/opening-hours.ts'
import { joinSpans } from '../core/units.ts'
import { firstFreeSlots, windowRules } from './availability.ts'
import type { BookingTables } from './needs.ts'
import { listSearchedCalendars, listTakenMinutes, type SearchedCalendar } from './sql/availability.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const SHOWN_DAYS = 7
const SEARCHED_DAYS = 28

/** First free slot and free share of the coming week of many resources, in the order of `resourceIds`: what the rows of a search result show. */
export async function readAvailability(
  db: Db<BookingTables>,
  resourceIds: readonly string[],
  wish: { minutes: number; now: Date },
): Promise<ResourceAvailability[]> {
  const { now } = wish
  const calendars = await listSearchedCalendars(db, resourceIds)
  const from = new Date(now.getTime() - DAY_MS)
  const taken = await listTakenMinutes(db, resourceIds, { from, until: new Date(now.getTime() + (SHOWN_DAYS + 2) * DAY_MS), now })
  const takenOf = new Map(
    taken.map((row) => [
      `${row.resource_id} ${row.unit}`,
      row.taken.split(' ').map((minute) => from.getTime() + Number(minute) * MINUTE_MS),
    ]),
  )

  const byLength = new Map<number, SearchedCalendar[]>()
  for (const calendar of calendars) {
    const minutes = allowedLength(calendar, wish.minutes)
    byLength.set(minutes, [...(byLength.get(minutes) ?? []), calendar])
  }
  const window = { from: now, to: new Date(now.getTime() + SEARCHED_DAYS * DAY_MS), now }
  const slots = new Map<string, { start: Date; end: Date }>()
  for (const [minutes, group] of byLength) {
    const ids = group.map((calendar) => calendar.resource_id)
    for (const [id, slot] of await firstFreeSlots(db, ids, { ...window, minutes })) slots.set(id, slot)
  }

  const byId = new Map(calendars.map((calendar) => [calendar.resource_id, calendar]))
  return resourceIds.flatMap((resourceId) => {
    const calendar = byId.get(resourceId)
    if (!calendar) return []
    const slot = slots.get(resourceId)
    return {
      resourceId,
      minutes: allowedLength(calendar, wish.minutes),
      firstFree: slot ? { start: slot.start.toISOString(), end: slot.end.toISOString() } : null,
      days: daysOf(
        calendar,
        Array.from({ length: calendar.capacity }, (_, index) => takenOf.get(`${resourceId} ${index + 1}`) ?? []),
        now,
      ),
    }
  })
}

function allowedLength(calendar: SearchedCalendar, minutes: number): number {
  const onStep = Math.ceil(minutes / calendar.step_minutes) * calendar.step_minutes
  return Math.min(calendar.max_minutes, Math.max(calendar.min_minutes, onStep))
}

function daysOf(calendar: SearchedCalendar, taken: readonly Spans[], now: Date): ResourceAvailability['days'] {
  const site = readHours({
    zone: calendar.zone,
    holidayRule: calendar.holiday_rule as HolidayRule,
    opening: JSON.parse(calendar.opening),
    dayExceptions: JSON.parse(calendar.day_exceptions),
  })
  const rules = {
    stepMinutes: calendar.step_minutes,
    bufferBeforeMinutes: calendar.buffer_before_minutes,
    bufferAfterMinutes: calendar.buffer_after_minutes,
  }
  const { earliest, until } = bookableWindow(windowRules(calendar), site.zone, now)
  const today = localDayOf(now, site.zone)
  return Array.from({ length: SHOWN_DAYS }, (_, index) => {
    const day = addDays(today, index)
    const open = openSpans(site, day, 1)
    const start = dayRange(day, site.zone).start.getTime()
    return {
      day,
      freeMinutes: Math.floor(
        minutesWithin(joinSpans(freeSpansOfUnits(open, taken, rules)), Math.max(earliest.getTime(), start), until.getTime()),
      ),
      openMinutes: Math.floor(minutesWithin(open, start, Number.MAX_SAFE_INTEGER)),
    }
  })
}
