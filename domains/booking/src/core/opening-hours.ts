import { addDays, type LocalDate, weekdayOf } from '@jiju/kernel/local-date'
import { type DayKind, dayKind } from '@jiju/kernel/working-days'
import { dayRange, instantAt } from '@jiju/kernel/zoned-time'

/** Minutes of a local day, half-open; `end` may be 1440. */
export type MinuteRange = { readonly start: number; readonly end: number }

/** What statutory holidays do to a site: `closed`; `as_weekday`: the weekly hours of that weekday; `open`: the hours of a working day. */
export type HolidayRule = 'closed' | 'open' | 'as_weekday'

/** Opening hours of a site by the wall clock of its zone. `weekly` is indexed by ISO weekday (0 is unused). */
export type SiteHours = {
  readonly zone: string
  readonly weekly: readonly (readonly MinuteRange[])[]
  readonly holidayRule: HolidayRule
  readonly exceptions: ReadonlyMap<LocalDate, readonly MinuteRange[]>
}

/** Opening hours as the catalogue writes them. */
export type WrittenHours = {
  readonly zone: string
  readonly opening: readonly { readonly weekday: number; readonly start: string; readonly end: string }[]
  readonly holidayRule: HolidayRule
  readonly dayExceptions: readonly { readonly day: string; readonly open: readonly { readonly start: string; readonly end: string }[] }[]
}

// The State Council's holidays and make-up days hold where these clocks run; a site elsewhere keeps to its week and its exceptions.
const MAINLAND_ZONES = new Set(['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Harbin', 'Asia/Kashgar', 'PRC'])

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

function rangesOf(written: readonly { readonly start: string; readonly end: string }[]): MinuteRange[] {
  const ranges = written.map(({ start, end }) => ({ start: minuteOf(start), end: minuteOf(end) })).filter(({ start, end }) => start < end)
  return ranges.sort((a, b) => a.start - b.start)
}

/** Reads the written form once, for many questions. A range that ends before it starts is never open. */
export function readHours(written: WrittenHours): SiteHours {
  return {
    zone: written.zone,
    weekly: [0, 1, 2, 3, 4, 5, 6, 7].map((weekday) => rangesOf(written.opening.filter((row) => row.weekday === weekday))),
    holidayRule: written.holidayRule,
    exceptions: new Map(written.dayExceptions.map(({ day, open }) => [day, rangesOf(open)])),
  }
}

/** True where the holidays of mainland China hold. */
export function isMainlandZone(zone: string): boolean {
  return MAINLAND_ZONES.has(zone)
}

/** What `day` is at the site; outside mainland China only the weekend is known. */
export function siteDayKind(site: SiteHours, day: LocalDate): DayKind {
  if (isMainlandZone(site.zone)) return dayKind(day)
  return weekdayOf(day) > 5 ? 'weekend' : 'working_day'
}

/**
 * When the site is open on `day`. An exception of that day wins over everything; a make-up day has the hours of the working day
 * beside it (Saturday those of Friday, Sunday those of Monday); a holiday follows the site's rule; any other day its weekday.
 */
export function openMinutes(site: SiteHours, day: LocalDate): readonly MinuteRange[] {
  const exception = site.exceptions.get(day)
  if (exception) return exception
  const weekday = weekdayOf(day)
  const asWorkingDay = weekday === 6 ? 5 : weekday === 7 ? 1 : weekday
  const kind = siteDayKind(site, day)
  if (kind === 'make_up_day') return site.weekly[asWorkingDay] ?? []
  if (kind === 'holiday' && site.holidayRule === 'closed') return []
  if (kind === 'holiday' && site.holidayRule === 'open') return site.weekly[asWorkingDay] ?? []
  return site.weekly[weekday] ?? []
}

/** Flat list of instants in milliseconds: start, end, start, end …; sorted, disjoint. The form in which many ranges are compared fast. */
export type Spans = readonly number[]

/** Open spans of `days` days from `first`; hours that meet at midnight are one span. An hour that the clock skips does not exist, one that it repeats counts twice. */
export function openSpans(site: SiteHours, first: LocalDate, days: number): number[] {
  const spans: number[] = []
  let day = first
  for (let i = 0; i < days; i += 1) {
    addOpenSpans(spans, site, day)
    day = addDays(day, 1)
  }
  return spans
}

function addOpenSpans(spans: number[], site: SiteHours, day: LocalDate): void {
  const ranges = openMinutes(site, day)
  if (ranges.length === 0) return
  const { start: midnight, end: nextMidnight } = dayRange(day, site.zone)
  const isPlainDay = nextMidnight.getTime() - midnight.getTime() === 86_400_000
  const at = (minute: number) =>
    isPlainDay
      ? midnight.getTime() + minute * 60_000
      : minute === 1440
        ? nextMidnight.getTime()
        : instantAt(day, minute, site.zone).getTime()
  for (const range of ranges) {
    const start = at(range.start)
    const end = at(range.end)
    const last = spans.length - 1
    if (last > 0 && start <= (spans[last] ?? 0)) spans[last] = Math.max(end, spans[last] ?? 0)
    else if (start < end) spans.push(start, end)
  }
}

/** True when `[start, end)` lies within one span. */
export function isWithin(spans: Spans, start: number, end: number): boolean {
  for (let i = 0; i < spans.length; i += 2) if ((spans[i] ?? 0) <= start && end <= (spans[i + 1] ?? 0)) return true
  return false
}

/** Minutes of `spans` that lie in `[from, until)`. */
export function minutesWithin(spans: Spans, from: number, until: number): number {
  let total = 0
  for (let i = 0; i < spans.length; i += 2) {
    const start = Math.max(spans[i] ?? 0, from)
    const end = Math.min(spans[i + 1] ?? 0, until)
    if (end > start) total += end - start
  }
  return total / 60_000
}

/** One day of a site, with the hours of the days after it that a use may reach into. */
type SiteDay = {
  readonly start: number
  readonly end: number
  readonly next: LocalDate
  readonly isOpen: boolean
  readonly open: Spans
}

// The same days of the same site are searched for every resource that stands there.
const daysOfSites = new WeakMap<SiteHours, Map<string, SiteDay>>()

/** The day with the open spans of itself and `daysAhead` further days; computed once for each site. */
export function siteDay(site: SiteHours, day: LocalDate, daysAhead: number): SiteDay {
  let days = daysOfSites.get(site)
  if (!days) {
    days = new Map()
    daysOfSites.set(site, days)
  }
  const key = `${day} ${daysAhead}`
  const known = days.get(key)
  if (known) return known
  const { start, end } = dayRange(day, site.zone)
  const isOpen = openMinutes(site, day).length > 0
  const found = {
    start: start.getTime(),
    end: end.getTime(),
    next: addDays(day, 1),
    isOpen,
    open: isOpen ? openSpans(site, day, 1 + daysAhead) : [],
  }
  days.set(key, found)
  return found
}
