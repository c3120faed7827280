import { addDays, type LocalDate, weekdayOf } from '@jiju/kernel/local-date'
import type { TimeRange } from '@jiju/kernel/time-range'
import { dayKind } from '@jiju/kernel/working-days'
import { instantAt, localDayOf } from '@jiju/kernel/zoned-time'
import { isMainlandZone } from '../opening-hours.ts'
import type { Band, BandDay } from './tariff.ts'

/** Minutes of a use in one band; `band` is undefined for the plain hourly price. */
type BandTime = { readonly band: Band | undefined; readonly minutes: number }

/**
 * Splits a use by the bands that its instants fall into, by the wall clock of `zone`: plain time first, then bands in their order, none without
 * time; the minutes sum to the use. Where bands of different days meet after midnight (Friday night, Saturday), the earlier of the list counts.
 */
export function splitByBand(bands: readonly Band[], { start, end }: TimeRange, zone: string): BandTime[] {
  const stretches = stretchesAround(bands, { start, end }, zone)
  const cuts = [start.getTime(), ...stretches.flatMap(({ from, to }) => [from, to]), end.getTime()]
    .filter((cut) => cut >= start.getTime() && cut <= end.getTime())
    .sort((a, b) => a - b)
  const minutes = new Map<Band | undefined, number>()
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1] ?? from
    if (to === from) continue
    const covering = stretches.filter((stretch) => stretch.from <= from && to <= stretch.to).map(({ band }) => band)
    const band = bands.find((candidate) => covering.includes(candidate))
    minutes.set(band, (minutes.get(band) ?? 0) + (to - from) / 60_000)
  }
  return [undefined, ...bands].flatMap((band) => {
    const own = minutes.get(band)
    return own === undefined ? [] : [{ band, minutes: own }]
  })
}

/** The bands as instants, from the day before, whose bands may run past midnight. */
function stretchesAround(bands: readonly Band[], during: TimeRange, zone: string): { band: Band; from: number; to: number }[] {
  const stretches: { band: Band; from: number; to: number }[] = []
  if (bands.length === 0) return stretches
  const last = localDayOf(during.end, zone)
  for (let day = addDays(localDayOf(during.start, zone), -1); day <= last; day = addDays(day, 1)) {
    const kind = bandDayOf(day, zone)
    for (const band of bands) {
      if (!band.days.includes(kind)) continue
      const lastDay = band.toMinute > band.fromMinute ? day : addDays(day, 1)
      const from = instantAt(day, band.fromMinute, zone).getTime()
      stretches.push({ band, from, to: instantAt(lastDay, band.toMinute, zone).getTime() })
    }
  }
  return stretches
}

function bandDayOf(day: LocalDate, zone: string): BandDay {
  if (!isMainlandZone(zone)) return weekdayOf(day) > 5 ? 'weekend' : 'working_day'
  const kind = dayKind(day)
  return kind === 'make_up_day' ? 'working_day' : kind
}
