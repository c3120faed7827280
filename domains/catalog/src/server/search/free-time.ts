import type { SearchQuery } from '../../contract/search.ts'
import { MAX_RANKED } from './find-candidates.ts'
import { type Hit, isBookable } from './hits.ts'
import type { SearchNeeds } from './needs.ts'

type FreeSlots = ReadonlyMap<string, { readonly start: Date; readonly end: Date }>
type Timed = { hits: Hit[]; free: FreeSlots; checked: number | null; isCapped: boolean }

/** Asks booking for the best `MAX_RANKED` matches; what cannot be booked is ordered without a slot and stays. */
export async function withFreeTime(
  matching: readonly Hit[],
  query: SearchQuery,
  needs: Pick<SearchNeeds, 'firstFreeSlots'>,
): Promise<Timed> {
  const { freeMinutes, freeFrom, freeTo } = query
  if (freeMinutes === undefined || freeFrom === undefined || freeTo === undefined)
    return { hits: [...matching], free: new Map(), checked: null, isCapped: false }
  const best = matching.slice(0, MAX_RANKED)
  const bookable = best.filter(isBookable).map(({ id }) => id)
  const window = { from: new Date(freeFrom), to: new Date(freeTo), minutes: freeMinutes }
  const free: FreeSlots = bookable.length === 0 ? new Map() : await needs.firstFreeSlots(bookable, window)
  const hits = best
    .filter((hit) => !isBookable(hit) || free.has(hit.id))
    .map((hit) => ({ ...hit, freeAt: free.get(hit.id)?.start.getTime() ?? null }))
  return { hits, free, checked: best.length, isCapped: matching.length > best.length }
}
