import { SearchQuery } from '../../contract/search.ts'
import type { ResourceKind } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import type { SearchNeeds } from './needs.ts'
import { searchResources } from './search-resources.ts'

/** Published resources of some kinds that words, a method or the number of a standard find, best first: the catalogue's own search for other domains. */
export async function findServices(
  db: CatalogDb,
  needs: Pick<SearchNeeds, 'now' | 'firstFreeSlots' | 'customerClassOf'>,
  { words, kinds }: { words: string; kinds: readonly ResourceKind[] },
): Promise<string[]> {
  const query = SearchQuery.parse({ q: words, kind: [...kinds], limit: 50 })
  const { items } = await searchResources(db, needs, query, null)
  return items.map(({ id }) => id)
}
