import { nearestWord, toleratedSlips } from '../../core/search/correct.ts'
import type { QueryPlan } from '../../core/search/query-plan.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { listSimilarWords, listWordsLike } from '../sql/search-terms.ts'

const MAX_WORDS = 6

/** The query with each unknown Latin word replaced by the nearest known one (Agilnet → agilent); undefined when nothing is near. */
export async function correctWords(db: CatalogDb, plan: QueryPlan): Promise<string | undefined> {
  const words = plan.reading.segments.filter(({ kind }) => kind === 'word').slice(0, MAX_WORDS)
  let text = plan.text
  let isChanged = false
  // From the end, so that earlier offsets stay true.
  for (const { chars, start, end } of [...words].reverse()) {
    const word = chars.join('')
    if (toleratedSlips(word) === 0) continue
    const similar = await listSimilarWords(db, word)
    if (similar.includes(word)) continue
    // Of a short word one slip can break every trigram.
    const better = nearestWord(word, similar) ?? nearestWord(word, await listWordsLike(db, word))
    if (better === undefined) continue
    text = text.slice(0, start) + better + text.slice(end)
    isChanged = true
  }
  return isChanged ? text : undefined
}
