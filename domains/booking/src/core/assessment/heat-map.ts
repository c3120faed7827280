import { addDays, type LocalDate, weekdayOf } from '@jiju/kernel/local-date'
import { openMinutes, openSpans, type SiteHours } from '../opening-hours.ts'
import type { Period } from './period.ts'

/** Seconds by weekday (1–7) and hour (0–23): index `(weekday - 1) * 24 + hour`. */
type WeekGrid = number[]

export const emptyGrid = (): WeekGrid => Array.from({ length: 168 }, () => 0)

/** Open seconds of a site by its own clock, weekday and hour, over the period. */
export function openGrid(site: SiteHours, { from, to }: Period): WeekGrid {
  const grid = emptyGrid()
  for (let day: LocalDate = from; day <= to; day = addDays(day, 1)) {
    const row = (weekdayOf(day) - 1) * 24
    for (const { start, end } of openMinutes(site, day))
      for (let hour = Math.floor(start / 60); hour * 60 < end; hour += 1) {
        const minutes = Math.min(end, (hour + 1) * 60) - Math.max(start, hour * 60)
        grid[row + hour] = (grid[row + hour] ?? 0) + minutes * 60
      }
  }
  return grid
}

/** Seconds in which a site is open over the period. */
export function openSecondsOf(site: SiteHours, { from, to }: Period): number {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  const spans = openSpans(site, from, days)
  let total = 0
  for (let i = 0; i < spans.length; i += 2) total += (spans[i + 1] ?? 0) - (spans[i] ?? 0)
  return total / 1000
}
