import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { SavedSearch, SavedSearchChange, SavedSearchInput } from '../../contract/search.ts'
import { plainText } from '../../core/search/normalise.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { countSavedSearches, findSavedSearch, insertSavedSearch, type SavedSearchRow, updateSavedSearch } from '../sql/saved-searches.ts'

const MAX_SAVED_SEARCHES = 100
export const SAVED_SEARCH_MISSING = { code: 'catalog.saved_search_missing', kind: 'missing' } as const

/** Keeps a search for its owner; from now on new matches are told. */
export async function saveSearch(
  db: CatalogDb,
  input: SavedSearchInput,
  owner: { personId: string; organisationId: string | null; at: Date },
): Promise<SavedSearch> {
  const query = plainText(input.query)
  if (query === '' && Object.keys(input.conditions).every((name) => name === 'literal'))
    throw new Refusal({ code: 'catalog.saved_search_empty', kind: 'refused', field: '/query' })
  if ((await countSavedSearches(db, owner.personId)) >= MAX_SAVED_SEARCHES)
    throw new Refusal({ code: 'catalog.saved_search_too_many', kind: 'refused', params: { max: MAX_SAVED_SEARCHES } })
  const row = await insertSavedSearch(db, {
    ...input,
    name: plainText(input.name) || query.slice(0, 100) || '—',
    query,
    id: newId(),
    ...owner,
  })
  return presentSavedSearch({ ...row, new_count: 0 })
}

/** Renames it, or changes how its owner is told. */
export async function changeSavedSearch(
  db: CatalogDb,
  id: string,
  change: SavedSearchChange & { personId: string; expectedVersion: number; at: Date },
): Promise<SavedSearch> {
  if (!(await findSavedSearch(db, id, change.personId))) throw new Refusal(SAVED_SEARCH_MISSING)
  const { expectedVersion, at, notify } = change
  const name = change.name === undefined ? undefined : plainText(change.name) || '—'
  if (!(await updateSavedSearch(db, { id, expectedVersion, name, notify, at }))) throw new Refusal(VERSION_STALE)
  const row = await findSavedSearch(db, id, change.personId)
  if (!row) throw new Refusal(SAVED_SEARCH_MISSING)
  return presentSavedSearch(row)
}

export function presentSavedSearch(row: SavedSearchRow & { new_count: number }): SavedSearch {
  return {
    id: row.id,
    name: row.name,
    query: row.query,
    conditions: row.conditions,
    notify: row.notify,
    newCount: row.new_count,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}
