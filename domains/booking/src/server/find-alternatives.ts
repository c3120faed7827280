import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { SlotRange } from '../contract/calendars.ts'
import { bookableWindow, findFreeStarts, nearestStarts } from '../core/free-slots.ts'
import { takenByUnit } from '../core/units.ts'
import type { BookingTables } from './needs.ts'
import { listTaken } from './sql/busy.ts'
import type { ResourceFacts } from './sql/resource-facts.ts'

const DAY_MS = 86_400_000
const DAYS_BEFORE = 7
const DAYS_AFTER = 28

/** Up to `limit` free slots nearest to `near`, in order of time; none when the resource takes no bookings. */
export async function findAlternatives(
  db: Db<BookingTables>,
  facts: ResourceFacts,
  wish: { near: Date; minutes: number; limit: number; now: Date },
): Promise<SlotRange[]> {
  const { rules, site } = facts
  if (!rules.isAccepting) return []
  const window = bookableWindow(rules, site.zone, wish.now)
  const minutes = Math.min(Math.max(Math.ceil(wish.minutes / rules.stepMinutes) * rules.stepMinutes, rules.minMinutes), rules.maxMinutes)
  const earliest = window.earliest.getTime()
  const last = window.until.getTime()
  const near = Math.min(Math.max(wish.near.getTime(), earliest), last)
  const from = Math.max(near - DAYS_BEFORE * DAY_MS, earliest)
  const until = Math.min(near + DAYS_AFTER * DAY_MS, last)
  const reach = (minutes + rules.bufferBeforeMinutes + rules.bufferAfterMinutes) * 60_000
  const rows = await listTaken(db, facts.resourceId, { from: new Date(from - reach), until: new Date(until + reach), now: wish.now })
  const taken = takenByUnit(rows, rules.capacity)
  const starts = findFreeStarts({ site, rules, taken, minutes, from, firstDay: localDayOf(new Date(from), site.zone), until }, 5_000)
  return nearestStarts(starts, near, minutes, wish.limit).map((start) => ({
    start: new Date(start).toISOString(),
    end: new Date(start + minutes * 60_000).toISOString(),
  }))
}
