import type { z } from 'zod'
import type { SuggestAnswer } from '../../contract/search.ts'
import { highlight, needlesOf } from '../../core/search/highlight.ts'
import { compactKey } from '../../core/search/normalise.ts'
import { planQuery, type QueryPlan } from '../../core/search/query-plan.ts'
import { queryKey } from '../../core/search/standards-in-text.ts'
import { MARK } from '../../core/search/tokens.ts'
import { lexeme, toTsQuery } from '../../core/search/ts-query.ts'
import { vocabularyOf } from '../../core/search/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import {
  listLivingLexemes,
  listNamesMeeting,
  listStandardTermsHolding,
  listTermsByInitials,
  listTermsFrom,
  type TermRow,
} from '../sql/search-terms.ts'

type Suggestion = { readonly kind: 'name' | 'model' | 'standard'; readonly key: string; readonly text: string }

const NO_SYNONYMS = { ...vocabularyOf(), groups: [] }
/** Documents that are read for names that hold the text. */
const READ = 100

/** Completes what is being typed: names, models and standards of published resources that begin so, sound so, or hold it. */
export async function suggest(db: CatalogDb, typed: string, limit: number): Promise<z.infer<typeof SuggestAnswer>> {
  const plan = planQuery(typed, NO_SYNONYMS, { literal: true })
  const key = compactKey(plan.text)
  if (key === '') return { items: [] }
  const found = await living(db, await beginning(db, plan, key, limit))
  if (found.length < limit) found.push(...(await living(db, await otherwise(db, plan, key, limit))), ...(await holding(db, plan, key)))
  const needles = needlesOf(plan.reading, [])
  const unique = new Map<string, Suggestion>()
  for (const one of found) if (!unique.has(`${one.kind} ${one.key}`)) unique.set(`${one.kind} ${one.key}`, one)
  return { items: [...unique.values()].slice(0, limit).map(({ kind, text }) => ({ kind, text, highlights: highlight(text, needles) })) }
}

async function beginning(db: CatalogDb, plan: QueryPlan, key: string, limit: number): Promise<TermRow[]> {
  const [named] = plan.reading.standards
  const names = await listTermsFrom(db, 'name', key, limit * 2)
  const models = await listTermsFrom(db, 'model', key, limit * 2)
  const standards = await listTermsFrom(db, 'standard', named ? queryKey(named) : key, limit)
  return [...[...names, ...models].sort((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1)), ...standards]
}

async function otherwise(db: CatalogDb, plan: QueryPlan, key: string, limit: number): Promise<TermRow[]> {
  const [named] = plan.reading.standards
  if (named) return listStandardTermsHolding(db, queryKey(named), limit)
  return /^[a-z]{2,20}$/.test(key) ? listTermsByInitials(db, key, limit) : []
}

/** Names and models of which the text is a part, read from the documents themselves. */
async function holding(db: CatalogDb, plan: QueryPlan, key: string): Promise<Suggestion[]> {
  const inName = plan.core.find(({ name }) => name === 'phrase')
  if (!inName) return []
  const rows = await listNamesMeeting(db, toTsQuery(inName.condition), READ)
  const texts = rows.flatMap(({ name_zh, name_en, model }) => [
    { kind: 'name' as const, text: name_zh },
    { kind: 'name' as const, text: name_en },
    { kind: 'model' as const, text: model },
  ])
  return texts.flatMap(({ kind, text }) => {
    const own = text === null ? '' : compactKey(text)
    return text !== null && own.includes(key) ? [{ kind, key: own, text }] : []
  })
}

/** Terms outlive their resources; the index does not. */
async function living(db: CatalogDb, terms: readonly TermRow[]): Promise<Suggestion[]> {
  const marks = { name: MARK.name, model: MARK.model, standard: MARK.standard, word: '' }
  const lives = await listLivingLexemes(
    db,
    terms.map(({ kind, key }) => toTsQuery(lexeme(marks[kind] + key))),
  )
  return terms.flatMap(({ kind, key, text }, index) => (lives[index] && kind !== 'word' ? [{ kind, key, text }] : []))
}
