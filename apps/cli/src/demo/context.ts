import { addDays, type LocalDate } from '@jiju/kernel/local-date'
import { instantAt } from '@jiju/kernel/zoned-time'
import { type Random, randomFrom } from './random.ts'
import { ZONE } from './reference.ts'
import { stableId } from './stable-id.ts'

/** Columns of one row, named as in the table; columns left out take their default. */
export type Row = Readonly<Record<string, unknown>>

/** What every part of the generator starts from. `now` is the first minute of the reference day: what ended before is done. */
export type Context = {
  readonly seed: number
  readonly referenceDay: LocalDate
  readonly now: Date
  readonly id: (key: string) => string
  readonly random: (stream: string) => Random
  /** The reference day moved by `days`, at a minute of the local day. */
  readonly instant: (days: number, minuteOfDay?: number) => Date
  /** Days from the reference day to the local day of an instant; negative before it. */
  readonly daysFromNow: (atMs: number) => number
  readonly dayOf: (atMs: number) => LocalDate
  /** First minute of the local day of an instant. */
  readonly midnightOf: (atMs: number) => number
}

// The district's clock never changes, so its days can be counted; reading tens of thousands of days from the zone would take seconds.
const DAY = 86_400_000

export function contextOf(seed: number, referenceDay: LocalDate): Context {
  const instant = (days: number, minuteOfDay = 0) => instantAt(addDays(referenceDay, days), minuteOfDay, ZONE)
  const now = instant(0)
  const daysFromNow = (atMs: number) => Math.floor((atMs - now.getTime()) / DAY)
  const days = new Map<number, LocalDate>()
  const dayOf = (atMs: number): LocalDate => {
    const count = daysFromNow(atMs)
    const known = days.get(count) ?? addDays(referenceDay, count)
    days.set(count, known)
    return known
  }
  return {
    seed,
    referenceDay,
    now,
    daysFromNow,
    dayOf,
    midnightOf: (atMs) => now.getTime() + daysFromNow(atMs) * DAY,
    id: (key) => stableId(seed, key),
    random: (stream) => randomFrom(seed, stream),
    instant,
  }
}

/** `2026-11-21` moved by whole years; the 29th of February becomes the 28th. */
export function addYears(day: LocalDate, years: number): LocalDate {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return moved.endsWith('-02-29') ? moved.replace('-29', '-28') : moved
}

export function yuanToFen(yuan: number): bigint {
  return BigInt(Math.round(yuan * 100))
}
