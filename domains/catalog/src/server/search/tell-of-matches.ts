import type { Kysely } from 'kysely'
import type { CatalogTables } from '../catalog-db.ts'
import { listWaiting, takeWaitingMatches, type WaitingRow } from '../sql/saved-searches.ts'
import type { SearchNeeds } from './needs.ts'

const BATCH = 100
const MAX_NAMED = 20

/** Tells the owner of each saved search what is new for it. Taking the matches and telling commit together. */
export async function tellOfMatches(
  db: Kysely<CatalogTables>,
  needs: Pick<SearchNeeds, 'now' | 'notify'>,
  when: 'at_once' | 'daily',
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const waiting: WaitingRow[] = await listWaiting(db, when, after, BATCH)
    for (const search of waiting) {
      await db.transaction().execute(async (tx) => {
        const matches = await takeWaitingMatches(tx, search.id, needs.now())
        const [first, ...others] = matches
        if (!first) return
        const lines = matches.slice(0, MAX_NAMED).map(({ name, provider }) => `${name} · ${provider}`)
        await needs.notify(tx, {
          kind: 'catalog.search_matched',
          to: [search.personId],
          params: { name: search.name, count: matches.length, lines: matches.length > MAX_NAMED ? [...lines, '…'] : lines },
          link: others.length > 0 ? `/search?q=${encodeURIComponent(search.query)}` : `/resources/${first.resource_id}`,
          // A resource is new for a search once.
          key: `search ${search.id} ${first.resource_id}`,
        })
      })
    }
    if (waiting.length < BATCH) return
    after = waiting.at(-1)?.id ?? null
  }
}
