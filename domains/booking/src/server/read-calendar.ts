import { addDays, type LocalDate } from '@jiju/kernel/local-date'
import { dayRange, localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { BusySlot, ResourceCalendar, SlotRange } from '../contract/calendars.ts'
import { bookableWindow, freeSpansOfUnits } from '../core/free-slots.ts'
import { openSpans, type Spans, siteDayKind } from '../core/opening-hours.ts'
import { NEVER_DUE } from '../core/outages/calibration.ts'
import { takenByUnit, takenOnAllUnits } from '../core/units.ts'
import type { BookingTables } from './needs.ts'
import type { Reader } from './present.ts'
import { type BusyRow, listBusy } from './sql/busy.ts'
import type { ResourceFacts } from './sql/resource-facts.ts'

const DAY_MS = 86_400_000

/** Some days of one resource. Everybody sees what is taken; whose it is, only the provider and the organisation that booked. */
export async function readCalendar(
  db: Db<BookingTables>,
  facts: ResourceFacts,
  query: { from: LocalDate | undefined; days: number },
  reader: Reader,
): Promise<ResourceCalendar> {
  const { rules, site } = facts
  const { now } = reader
  const from = query.from ?? localDayOf(now, site.zone)
  const start = dayRange(from, site.zone).start
  const end = dayRange(addDays(from, query.days - 1), site.zone).end
  // The provider may take the time of a resource whose calibration ran out, for the calibration itself.
  const isProvider = reader.organisationId === facts.providerId
  const window = bookableWindow(isProvider ? { ...rules, calibration: NEVER_DUE } : rules, site.zone, now)
  // A day on either side: a booking outside of the window keeps its buffers from a slot inside.
  const busy = await listBusy(db, [facts.resourceId], {
    from: new Date(start.getTime() - DAY_MS),
    until: new Date(end.getTime() + DAY_MS),
    now,
  })
  const taken = takenByUnit(
    busy.map((row) => ({ unit: row.unit, start: row.blocked_start.getTime(), end: row.blocked_end.getTime() })),
    rules.capacity,
  )
  const [earliest, until] = [window.earliest.getTime(), window.until.getTime()]
  return {
    resourceId: facts.resourceId,
    zone: site.zone,
    from,
    days: Array.from({ length: query.days }, (_, index) => {
      const day = addDays(from, index)
      const open = openSpans(site, day, 1)
      const free = rules.isAccepting ? freeSpansOfUnits(open, taken, rules) : []
      return { day, kind: siteDayKind(site, day), open: toRanges(open), free: toRanges(startable(free, earliest, until)) }
    }),
    busy: [
      ...busy
        .filter((row) => row.blocked_end > start && row.blocked_start < end && (rules.capacity === 1 || isMine(row, reader)))
        .map((row) => presentBusy(row, facts, reader)),
      ...(rules.capacity === 1 ? [] : fullyTaken(taken, start, end)),
    ],
    stepMinutes: rules.stepMinutes,
    minMinutes: rules.minMinutes,
    maxMinutes: rules.maxMinutes,
    bookableFrom: window.earliest.toISOString(),
    bookableUntil: window.until.toISOString(),
    isAccepting: rules.isAccepting,
    now: now.toISOString(),
  }
}

/** Where no unit is left: whose bookings they are is the provider's timeline's matter. */
function fullyTaken(taken: readonly Spans[], from: Date, until: Date): BusySlot[] {
  return toRanges(cut(takenOnAllUnits(taken), from.getTime(), until.getTime())).map(({ start, end }) => ({
    start,
    end,
    blockedStart: start,
    blockedEnd: end,
    kind: 'booked',
    isMine: false,
    isHeld: false,
  }))
}

function isMine(row: BusyRow, reader: Reader): boolean {
  return reader.organisationId !== null && row.organisation_id === reader.organisationId
}

/** Of `spans`, those in which a use can start in the window; one that starts at its end may run on for a day. */
function startable(spans: Spans, earliest: number, until: number): number[] {
  const reached = cut(spans, earliest, until + DAY_MS)
  return reached.filter((_, index) => (reached[index - (index % 2)] ?? 0) < until)
}

function cut(spans: Spans, from: number, until: number): number[] {
  const kept: number[] = []
  for (let i = 0; i < spans.length; i += 2) {
    const start = Math.max(spans[i] ?? 0, from)
    const end = Math.min(spans[i + 1] ?? 0, until)
    if (start < end) kept.push(start, end)
  }
  return kept
}

export function toRanges(spans: Spans): SlotRange[] {
  const ranges: SlotRange[] = []
  for (let i = 0; i < spans.length; i += 2)
    ranges.push({ start: new Date(spans[i] ?? 0).toISOString(), end: new Date(spans[i + 1] ?? 0).toISOString() })
  return ranges
}

function presentBusy(row: BusyRow, facts: ResourceFacts, reader: Reader): BusySlot {
  const isOwn = isMine(row, reader)
  const isKnown = isOwn || reader.organisationId === facts.providerId
  return {
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    blockedStart: row.blocked_start.toISOString(),
    blockedEnd: row.blocked_end.toISOString(),
    kind: row.kind === 'customer' || row.kind === 'move' ? 'booked' : row.kind,
    isMine: isOwn,
    isHeld: row.state === 'held',
    ...(isKnown && { reservationId: row.moves_id ?? row.id, label: isOwn ? (row.project ?? row.booker_name) : row.organisation_name }),
  }
}
