import type { Vocabulary } from '../../core/search/query-plan.ts'
import { vocabularyOf } from '../../core/search/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { listSuccessionPairs, listSynonyms, listTwinPairs } from '../sql/search-synonyms.ts'

// Synonyms and twins change rarely; every process sees a change within a minute.
const HOLDS_MS = 60_000
const loaded = new WeakMap<object, { vocabulary: Promise<Vocabulary>; at: number }>()

export async function loadVocabulary(db: CatalogDb): Promise<Vocabulary> {
  const known = loaded.get(db)
  if (known && Date.now() - known.at < HOLDS_MS) return known.vocabulary
  const vocabulary = read(db)
  loaded.set(db, { vocabulary, at: Date.now() })
  vocabulary.catch(() => loaded.delete(db))
  return vocabulary
}

/** This process sees the change at once. */
export function forgetVocabulary(db: CatalogDb): void {
  loaded.delete(db)
}

async function read(db: CatalogDb): Promise<Vocabulary> {
  const [synonyms, twins, successions] = await Promise.all([listSynonyms(db), listTwinPairs(db), listSuccessionPairs(db)])
  return vocabularyOf({ groups: synonyms.map(({ terms }) => ({ terms })), twins, successions })
}
