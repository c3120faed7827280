import type { Db } from '@jiju/platform/database/pool'
import type { BookingTables } from './needs.ts'
import { readUtilisation } from './read-figures.ts'
import type { ResourceFacts } from './sql/resource-facts.ts'

type Kept = { readonly percent: number | null; readonly at: number }

// Four weeks of the past change little in ten minutes, and whoever leafs through a calendar asks for them with every week.
const FRESH_MS = 600_000
const MAX_KEPT = 50_000
const kept = new Map<string, Kept>()

/** `readUtilisation`, at most ten minutes old. */
export async function recentUtilisation(
  db: Db<BookingTables>,
  resources: readonly ResourceFacts[],
  now: Date,
): Promise<Map<string, number | null>> {
  const at = now.getTime()
  const isFresh = (known: Kept | undefined) => known !== undefined && Math.abs(at - known.at) < FRESH_MS
  const asked = resources.filter(({ resourceId }) => !isFresh(kept.get(resourceId)))
  if (asked.length > 0) {
    if (kept.size + asked.length > MAX_KEPT) kept.clear()
    for (const [resourceId, percent] of await readUtilisation(db, asked, now)) kept.set(resourceId, { percent, at })
  }
  return new Map(resources.map(({ resourceId }) => [resourceId, kept.get(resourceId)?.percent ?? null]))
}
