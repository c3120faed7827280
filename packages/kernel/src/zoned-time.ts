import { Temporal } from 'temporal-polyfill'
import { addDays, type LocalDate } from './local-date.ts'
import { addMinutes, type TimeRange } from './time-range.ts'

type ZonedDay = { readonly startMs: number; readonly minutes: number }

// One entry per (zone, day): the same days are asked for again and again by calendars and searches.
const days = new Map<string, ZonedDay>()
const MAX_DAYS = 20_000

function zonedDay(day: LocalDate, zone: string): ZonedDay {
  const key = `${zone}|${day}`
  const known = days.get(key)
  if (known) return known
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zone)
  const zoned = { startMs: start.epochMilliseconds, minutes: start.hoursInDay * 60 }
  if (days.size >= MAX_DAYS) days.clear()
  days.set(key, zoned)
  return zoned
}

/** The instants of a local day in an IANA zone; 23 or 25 hours long where the clock changes. */
export function dayRange(day: LocalDate, zone: string): TimeRange {
  return { start: new Date(zonedDay(day, zone).startMs), end: new Date(zonedDay(addDays(day, 1), zone).startMs) }
}

/** The instant at which the wall clock of `zone` shows `minuteOfDay` (0–1440) on `day`; 1440 is the next midnight. A wall time that the clock skips moves forward. */
export function instantAt(day: LocalDate, minuteOfDay: number, zone: string): Date {
  const zoned = zonedDay(day, zone)
  if (minuteOfDay >= 1440) return instantAt(addDays(day, 1), minuteOfDay - 1440, zone)
  if (zoned.minutes === 1440) return addMinutes(new Date(zoned.startMs), minuteOfDay)
  const time = Temporal.PlainTime.from({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 })
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds)
}

// The offset that a zone had last: a guess at the day, which is then checked against the day's real bounds.
const lastOffsets = new Map<string, number>()

/** The local day that `instant` falls on in `zone`. */
export function localDayOf(instant: Date, zone: string): LocalDate {
  const ms = instant.getTime()
  const offset = lastOffsets.get(zone)
  if (offset !== undefined) {
    const guess = new Date(ms + offset).toISOString().slice(0, 10)
    if (guess.length === 10) {
      const { startMs, minutes } = zonedDay(guess, zone)
      if (startMs <= ms && ms < startMs + minutes * 60_000) return guess
    }
  }
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  lastOffsets.set(zone, zoned.offsetNanoseconds / 1_000_000)
  return zoned.toPlainDate().toString()
}

/** Minutes that the wall clock of `zone` shows at `instant`, 0–1439. */
export function minuteOfDayAt(instant: Date, zone: string): number {
  const day = zonedDay(localDayOf(instant, zone), zone)
  if (day.minutes === 1440) return Math.floor((instant.getTime() - day.startMs) / 60_000)
  const time = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)
  return time.hour * 60 + time.minute
}

/** True for a zone that the runtime knows, such as `Asia/Shanghai`. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}
