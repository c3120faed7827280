import type { z } from 'zod'
import type { SuggestAnswer } from '../../contract/search.ts'
import { highlight, needlesOf } from '../../core/search/highlight.ts'
import { compactKey } from '../../core/search/normalise.ts'
import { planQuery } from '../../core/search/query-plan.ts'
import { findStandards, standardKeys } from '../../core/search/standards-in-text.ts'
import { MARK } from '../../core/search/tokens.ts'
import { anyOf, lexeme, toTsQuery } from '../../core/search/ts-query.ts'
import { vocabularyOf } from '../../core/search/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { listLivingLexemes, listTerms, type TermRow } from '../sql/search-terms.ts'

const NO_VOCABULARY = { ...vocabularyOf(), groups: [] }

/** Completes what is being typed: names, models and standards of published resources that begin so, sound so, or hold it. */
export async function suggest(db: CatalogDb, typed: string, limit: number): Promise<z.infer<typeof SuggestAnswer>> {
  const key = compactKey(typed.slice(0, 800)).slice(0, 100)
  if (key === '') return { items: [] }
  const terms = unique(await listTerms(db, key, /^[a-z]{2,20}$/.test(key) ? key : null, limit * 2)).slice(0, limit * 3)
  const lives = await listLivingLexemes(db, terms.map(lexemeOf))
  const needles = needlesOf(planQuery(typed, NO_VOCABULARY, { literal: true }).reading, [])
  const items = terms
    .filter((_, index) => lives[index])
    .slice(0, limit)
    .map(({ kind, text }) => ({ kind: kind === 'word' ? ('name' as const) : kind, text, highlights: highlight(text, needles) }))
  return { items }
}

function unique(terms: readonly TermRow[]): TermRow[] {
  return [...new Map(terms.map((term) => [`${term.kind} ${term.key}`, term])).values()]
}

/** How the index holds the term; terms outlive their resources, the index does not. */
function lexemeOf({ kind, key, text }: TermRow): string {
  if (kind === 'name') return toTsQuery(lexeme(MARK.name + key))
  if (kind === 'model') return toTsQuery(lexeme(MARK.model + key))
  const [standard] = findStandards(text)
  const keys = standard ? standardKeys(standard).slice(-1) : [key]
  return toTsQuery(anyOf(keys.map((value) => lexeme(MARK.standard + value))) ?? lexeme(MARK.standard + key))
}
