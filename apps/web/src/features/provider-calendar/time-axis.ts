import { type LocalDate, weekdayOf } from '@jiju/kernel/local-date'
import { instantOf as instantAt, minuteOfDay, zonedDay } from '../../lib/zone.ts'

/**
 * The horizontal axis of the timeline: equal columns, one per day, each showing the wall clock from `fromMinute` to `toMinute` (0–1440).
 * The night between is left out, so that a week of working hours fills the picture.
 */
export type TimeAxis = AxisOptions & {
  /** When each day starts and the last one ends, in ms: positions are computed thousands of times a frame. */
  readonly bounds: readonly number[]
  readonly isPlain: readonly boolean[]
}

type AxisOptions = {
  readonly days: readonly LocalDate[]
  readonly zone: string
  readonly fromMinute: number
  readonly toMinute: number
  /** Pixels of one day column. */
  readonly dayWidth: number
}

export function timeAxis(options: AxisOptions): TimeAxis {
  const days = options.days.map((day) => zonedDay(day, options.zone))
  return { ...options, bounds: [...days.map((day) => day.start), days.at(-1)?.end ?? 0], isPlain: days.map((day) => day.isPlain) }
}

type Span = { readonly left: number; readonly width: number }

export function axisWidth(axis: TimeAxis): number {
  return axis.days.length * axis.dayWidth
}

/** Pixel of an instant; instants in the hidden night fall on the edge of their day, instants off the axis on its ends. */
export function xOf(axis: TimeAxis, instant: Date): number {
  const at = instant.getTime()
  const [first = 0] = axis.bounds
  if (at < first) return 0
  if (at >= (axis.bounds.at(-1) ?? 0)) return axisWidth(axis)
  let index = Math.min(Math.floor((at - first) / 86_400_000), axis.days.length - 1)
  while (at < (axis.bounds[index] ?? 0)) index -= 1
  while (at >= (axis.bounds[index + 1] ?? Number.POSITIVE_INFINITY)) index += 1
  const wall = axis.isPlain[index] ? (at - (axis.bounds[index] ?? 0)) / 60_000 : minuteOfDay(at, axis.zone)
  const minute = Math.min(Math.max(wall, axis.fromMinute), axis.toMinute)
  return (index + (minute - axis.fromMinute) / (axis.toMinute - axis.fromMinute)) * axis.dayWidth
}

/** Where `[start, end)` is drawn, or undefined when nothing of it can be seen. */
export function spanOf(axis: TimeAxis, start: Date, end: Date): Span | undefined {
  const left = xOf(axis, start)
  const width = xOf(axis, end) - left
  return width > 0 ? { left, width } : undefined
}

/** The instant under a pixel, rounded down to `stepMinutes` of the wall clock. */
export function instantOf(axis: TimeAxis, x: number, stepMinutes: number): Date {
  const inside = Math.min(Math.max(x, 0), axisWidth(axis) - 0.001)
  const index = Math.floor(inside / axis.dayWidth)
  const share = inside / axis.dayWidth - index
  const minute = axis.fromMinute + share * (axis.toMinute - axis.fromMinute)
  // A pixel is a hair off its minute; without the half minute 09:00 could become 08:45.
  const stepped = Math.floor((minute + 0.5) / stepMinutes) * stepMinutes
  return new Date(instantAt(axis.days[index] ?? '', Math.max(stepped, axis.fromMinute), axis.zone))
}

type Hours = { readonly fromMinute: number; readonly toMinute: number }
type Range = { readonly start: Date; readonly end: Date }

const WORKING_HOURS: Hours = { fromMinute: 480, toMinute: 1200 }
const LONG_OPENING_MS = 16 * 3_600_000

/**
 * The hours that day columns show: working hours and the opening hours of the day. Resources that are open around the clock
 * don't stretch the picture; their bookings do when nothing of them could be seen otherwise.
 */
export function hoursOfPicture(openings: readonly Range[], bookings: readonly Range[], zone: string): Hours {
  const hours = hoursNeeded(
    openings.filter(({ start, end }) => end.getTime() - start.getTime() <= LONG_OPENING_MS),
    zone,
    WORKING_HOURS,
  )
  return hoursNeeded(
    bookings.filter((booking) => isHidden(booking, hours, zone)),
    zone,
    hours,
  )
}

/** True when a range lies wholly in one night. */
function isHidden({ start, end }: Range, { fromMinute, toMinute }: Hours, zone: string): boolean {
  const from = minuteOfDay(start, zone)
  const to = minuteOfDay(end, zone) || 1440
  if (end.getTime() - start.getTime() >= 86_400_000) return false
  return from < to ? to <= fromMinute || from >= toMinute : from >= toMinute && to <= fromMinute
}

/** Whole hours around the start and the end of every range, at least `base`; nights between are left out. */
export function hoursNeeded(ranges: readonly Range[], zone: string, base: Hours = WORKING_HOURS): Hours {
  let { fromMinute, toMinute } = base
  for (const { start, end } of ranges) {
    const from = minuteOfDay(start, zone)
    const to = minuteOfDay(end, zone) || 1440
    fromMinute = Math.min(fromMinute, Math.floor(from / 60) * 60, Math.floor((to - 1) / 60) * 60)
    toMinute = Math.max(toMinute, Math.ceil(to / 60) * 60, Math.ceil((from + 1) / 60) * 60)
  }
  return { fromMinute, toMinute }
}

type AxisTick = { readonly key: string; readonly left: number; readonly width: number; readonly hour: number }

/** Hour labels such as 08 12 16: as many as fit with at least `minWidth` pixels each. */
export function hourTicks(axis: TimeAxis, minWidth = 34): AxisTick[] {
  const hours = (axis.toMinute - axis.fromMinute) / 60
  const pixelsPerHour = axis.dayWidth / hours
  const every = [1, 2, 3, 4, 6, 8, 12].find((step) => step * pixelsPerHour >= minWidth) ?? 24
  const ticks: AxisTick[] = []
  for (const [index, day] of axis.days.entries()) {
    for (let hour = axis.fromMinute / 60; hour < axis.toMinute / 60; hour += every) {
      const width = Math.min(every, axis.toMinute / 60 - hour) * pixelsPerHour
      ticks.push({ key: `${day}T${hour}`, left: index * axis.dayWidth + (hour - axis.fromMinute / 60) * pixelsPerHour, width, hour })
    }
  }
  return ticks
}

/** The days that a view shows around `day`: the day itself, its week from Monday, or four weeks from that Monday. */
export function daysOfView(view: CalendarView, day: LocalDate, add: (day: LocalDate, days: number) => LocalDate): LocalDate[] {
  if (view === 'day') return [day]
  const monday = add(day, 1 - weekdayOf(day))
  return Array.from({ length: view === 'week' ? 7 : 28 }, (_, index) => add(monday, index))
}

export const CALENDAR_VIEWS = ['day', 'week', 'four_weeks'] as const
export type CalendarView = (typeof CALENDAR_VIEWS)[number]

/** The instants of the whole view, for the query. */
export function rangeOfDays(days: readonly LocalDate[], zone: string): { from: Date; to: Date } {
  return { from: new Date(zonedDay(days[0] ?? '', zone).start), to: new Date(zonedDay(days.at(-1) ?? '', zone).end) }
}
