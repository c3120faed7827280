import type { LocalDate } from '@jiju/kernel/local-date'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { bookableWindow, findFreeStarts, type WindowRules } from '../core/free-slots.ts'
import { type HolidayRule, readHours, type SiteHours } from '../core/opening-hours.ts'
import type { BookingTables } from './needs.ts'
import { listSearchedCalendars, listTakenMinutes, type SearchedCalendar } from './sql/availability.ts'

const DAY_MS = 86_400_000
const FIRST_LOOK_DAYS = 2
const LOOK_GROWTH = 4

type FreeSlotWindow = { readonly from: Date; readonly to: Date; readonly minutes: number; readonly now?: Date }

/**
 * The first free slot of `minutes` in the window for each of many resources; a resource without one, or that cannot be booked for so long, is left out.
 * Looks at the first days of all, then further only for those that are still without, so that a near slot costs no reading of far bookings.
 */
export async function firstFreeSlots(
  db: Db<BookingTables>,
  resourceIds: readonly string[],
  window: FreeSlotWindow,
): Promise<Map<string, { start: Date; end: Date }>> {
  const now = window.now ?? new Date()
  const slots = new Map<string, { start: Date; end: Date }>()
  const shared = {
    hours: remembering<SiteHours>(),
    window: remembering<ReturnType<typeof bookableWindow>>(),
    day: remembering<LocalDate>(),
  }
  let open = (await listSearchedCalendars(db, resourceIds))
    .filter((calendar) => fitsLength(calendar, window.minutes))
    .map((row) => prepare(row, shared, window, now))
  let from = window.from.getTime()
  for (let days = FIRST_LOOK_DAYS; open.length > 0 && from < window.to.getTime(); days *= LOOK_GROWTH) {
    const until = Math.min(from + days * DAY_MS, window.to.getTime())
    const taken = await readTaken(db, open, { from, until, minutes: window.minutes, now })
    const takenOf = (search: Search) =>
      Array.from({ length: search.capacity }, (_, index) => taken.get(`${search.resourceId} ${index + 1}`) ?? [])
    for (const search of open) {
      const start = Math.max(from, search.earliest)
      const [found] = findFreeStarts(
        {
          site: search.site,
          rules: search.rules,
          taken: takenOf(search),
          minutes: window.minutes,
          from: start,
          firstDay: shared.day(`${start} ${search.site.zone}`, () => localDayOf(new Date(start), search.site.zone)),
          until: Math.min(until, search.latest),
        },
        1,
      )
      if (found !== undefined) slots.set(search.resourceId, { start: new Date(found), end: new Date(found + window.minutes * 60_000) })
    }
    open = open.filter((search) => !slots.has(search.resourceId) && until < search.latest)
    from = until
  }
  return slots
}

type Search = {
  readonly resourceId: string
  readonly site: SiteHours
  readonly capacity: number
  readonly rules: { stepMinutes: number; bufferBeforeMinutes: number; bufferAfterMinutes: number }
  readonly earliest: number
  readonly latest: number
}

function fitsLength(row: SearchedCalendar, minutes: number): boolean {
  return minutes >= row.min_minutes && minutes <= row.max_minutes && minutes % row.step_minutes === 0
}

/** What many resources have in common, so that it is worked out once per search. */
type Shared = {
  readonly hours: Remembered<SiteHours>
  readonly window: Remembered<ReturnType<typeof bookableWindow>>
}

function prepare(row: SearchedCalendar, shared: Shared, window: FreeSlotWindow, now: Date): Search {
  const site = shared.hours(`${row.zone}|${row.holiday_rule}|${row.opening}|${row.day_exceptions}`, () => readSite(row))
  const due = row.blocks_when_overdue ? row.calibration_due_on : null
  const bookable = shared.window(`${site.zone} ${row.min_notice_minutes} ${row.horizon_days} ${due}`, () =>
    bookableWindow(windowRules(row), site.zone, now),
  )
  return {
    resourceId: row.resource_id,
    site,
    capacity: row.capacity,
    rules: { stepMinutes: row.step_minutes, bufferBeforeMinutes: row.buffer_before_minutes, bufferAfterMinutes: row.buffer_after_minutes },
    earliest: Math.max(bookable.earliest.getTime(), window.from.getTime()),
    latest: Math.min(bookable.until.getTime(), window.to.getTime()),
  }
}

/** What decides when a booking of that resource may start. */
export function windowRules(row: SearchedCalendar): WindowRules {
  return {
    minNoticeMinutes: row.min_notice_minutes,
    horizonDays: row.horizon_days,
    calibration: { dueOn: row.calibration_due_on, blocksWhenOverdue: row.blocks_when_overdue },
  }
}

/** Taken spans by resource and unit. */
async function readTaken(
  db: Db<BookingTables>,
  open: readonly Search[],
  look: { from: number; until: number; minutes: number; now: Date },
): Promise<Map<string, number[]>> {
  const buffer = Math.max(...open.map(({ rules }) => Math.max(rules.bufferBeforeMinutes, rules.bufferAfterMinutes)))
  const from = look.from - buffer * 60_000
  const until = look.until + (look.minutes + buffer) * 60_000
  const rows = await listTakenMinutes(
    db,
    open.map(({ resourceId }) => resourceId),
    { from: new Date(from), until: new Date(until), now: look.now },
  )
  return new Map(
    rows.map((row) => [`${row.resource_id} ${row.unit}`, row.taken.split(' ').map((minute) => from + Number(minute) * 60_000)]),
  )
}

function readSite(row: SearchedCalendar): SiteHours {
  return readHours({
    zone: row.zone,
    holidayRule: row.holiday_rule as HolidayRule,
    opening: JSON.parse(row.opening),
    dayExceptions: JSON.parse(row.day_exceptions),
  })
}

type Remembered<Value> = (key: string, compute: () => Value) => Value

function remembering<Value>(): Remembered<Value> {
  const known = new Map<string, Value>()
  return (key, compute) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = compute()
    known.set(key, value)
    return value
  }
}
