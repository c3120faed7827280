import { addDays, type LocalDate } from '@jiju/kernel/local-date'
import { openMinutes, type SiteHours } from '../opening-hours.ts'

/** So many of a submission's samples on one day. */
export type SamplePlace = { readonly day: LocalDate; readonly samples: number }

const MAX_DAYS_AHEAD = 366

/** The first day on which samples that come on `day` can be run: `leadDays` open days later, or the next open day with 0. */
export function firstRunDay(site: SiteHours, day: LocalDate, leadDays: number): LocalDate | undefined {
  let left = leadDays
  for (let i = 0; i <= MAX_DAYS_AHEAD; i += 1) {
    const candidate = addDays(day, i)
    if (openMinutes(site, candidate).length === 0) continue
    if (left === 0) return candidate
    left -= 1
  }
  return undefined
}

/** Places for `samples` on open days from `from` on, each day as far as it has room; undefined when a year has not enough. The last day is the promise. */
export function findPlaces(
  site: SiteHours,
  ask: { from: LocalDate; samples: number; dailyCapacity: number },
  takenOn: ReadonlyMap<LocalDate, number>,
): SamplePlace[] | undefined {
  const places: SamplePlace[] = []
  let left = ask.samples
  for (let i = 0; i <= MAX_DAYS_AHEAD && left > 0; i += 1) {
    const day = addDays(ask.from, i)
    const room = openMinutes(site, day).length === 0 ? 0 : ask.dailyCapacity - (takenOn.get(day) ?? 0)
    if (room <= 0) continue
    const samples = Math.min(room, left)
    places.push({ day, samples })
    left -= samples
  }
  return left > 0 ? undefined : places
}

/** The day on which the last sample is run. */
export function promisedDay(places: readonly SamplePlace[]): LocalDate {
  return places.at(-1)?.day ?? ''
}

type Waiting = { readonly id: string; readonly samples: number; readonly earliest: LocalDate }

/** Places for a whole queue, in its order; `takenOn` is what stands fixed. Undefined when a year has not enough. */
export function planQueue(
  site: SiteHours,
  queue: readonly Waiting[],
  dailyCapacity: number,
  takenOn: ReadonlyMap<LocalDate, number>,
): Map<string, SamplePlace[]> | undefined {
  const taken = new Map(takenOn)
  const plan = new Map<string, SamplePlace[]>()
  for (const { id, samples, earliest } of queue) {
    const places = findPlaces(site, { from: earliest, samples, dailyCapacity }, taken)
    if (!places) return undefined
    for (const place of places) taken.set(place.day, (taken.get(place.day) ?? 0) + place.samples)
    plan.set(id, places)
  }
  return plan
}
