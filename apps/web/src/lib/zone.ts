import { addDays, type LocalDate } from '@jiju/kernel/local-date'
import { zonedParts } from './format.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

function utcOf(day: LocalDate, minute: number): number {
  return Date.parse(`${day}T00:00:00Z`) + minute * MINUTE_MS
}

function offsetAt(instant: number, zone: string): number {
  const { day, time } = zonedParts(new Date(instant), zone)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return utcOf(day, hours * 60 + minutes) - Math.floor(instant / MINUTE_MS) * MINUTE_MS
}

/**
 * The instant (ms) at which the wall clock of `zone` shows `minute` (0–1440) on `day`. The same as the kernel's `instantAt`,
 * on the browser's own `Intl` instead of a polyfill that pages would have to load.
 */
export function instantOf(day: LocalDate, minute: number, zone: string): number {
  const wall = utcOf(day, minute)
  const before = wall - offsetAt(wall - DAY_MINUTES * MINUTE_MS, zone)
  const after = wall - offsetAt(wall + DAY_MINUTES * MINUTE_MS, zone)
  // An hour that the clock shows twice is the first one; an hour that it skips moves forward by the skip.
  const shown = [Math.min(before, after), Math.max(before, after)].find((instant) => instant + offsetAt(instant, zone) === wall)
  return shown ?? before
}

/** A local day as instants: start, end, and whether every minute of the wall clock lies where arithmetic puts it. */
export function zonedDay(day: LocalDate, zone: string): { start: number; end: number; isPlain: boolean } {
  const start = instantOf(day, 0, zone)
  const end = instantOf(addDays(day, 1), 0, zone)
  return { start, end, isPlain: end - start === DAY_MINUTES * MINUTE_MS }
}

/** Minutes since midnight that the wall clock of `zone` shows. */
export function minuteOfDay(instant: number | string | Date, zone: string): number {
  const [hours = 0, minutes = 0] = zonedParts(new Date(instant), zone).time.split(':').map(Number)
  return hours * 60 + minutes
}
