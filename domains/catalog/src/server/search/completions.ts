import type { Completions, QueryPlan } from '../../core/search/query-plan.ts'
import { queryKey } from '../../core/search/standards-in-text.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { listWordsFrom } from '../sql/search-terms.ts'

/** More words than these are looked for by their beginning. */
const MAX_COMPLETIONS = 64

/** The known words and standards that begin with those of the query. */
export async function readCompletions(db: CatalogDb, plan: QueryPlan): Promise<Completions> {
  const words = new Set(plan.reading.segments.flatMap(({ kind, chars }) => (kind === 'word' ? [chars.join('')] : [])))
  const standards = new Set(plan.reading.standards.map(queryKey))
  return { words: await complete(db, 'word', [...words]), standards: await complete(db, 'standard', [...standards]) }
}

async function complete(
  db: CatalogDb,
  kind: 'word' | 'standard',
  beginnings: readonly string[],
): Promise<Map<string, string[] | undefined>> {
  const found = new Map<string, string[]>(beginnings.map((beginning) => [beginning, []]))
  for (const { beginning, key } of await listWordsFrom(db, kind, beginnings, MAX_COMPLETIONS)) found.get(beginning)?.push(key)
  return new Map([...found].map(([beginning, keys]) => [beginning, keys.length > MAX_COMPLETIONS ? undefined : keys]))
}
