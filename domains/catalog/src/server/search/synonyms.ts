import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { z } from 'zod'
import type { Synonym, SynonymInput } from '../../contract/search.ts'
import { compactKey, plainText } from '../../core/search/normalise.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { deleteSynonym, insertSynonym, type SynonymRow } from '../sql/search-synonyms.ts'

const SYNONYM_MISSING = { code: 'catalog.synonym_missing', kind: 'missing' } as const

/** Adds a group of words that mean the same; at least two must differ for the search. */
export async function addSynonym(db: CatalogDb, input: SynonymInput, at: Date): Promise<SynonymRow> {
  const terms = [...new Map(input.terms.map((term) => [compactKey(term), plainText(term)])).entries()].filter(([key]) => key !== '')
  if (terms.length < 2) throw new Refusal({ code: 'catalog.synonym_alone', kind: 'refused', field: '/terms' })
  const note = input.note === null ? null : plainText(input.note) || null
  return insertSynonym(db, { id: newId(), terms: terms.map(([, term]) => term), note, at })
}

export async function removeSynonym(db: CatalogDb, id: string): Promise<void> {
  if (!(await deleteSynonym(db, id))) throw new Refusal(SYNONYM_MISSING)
}

export function presentSynonym(row: SynonymRow): z.infer<typeof Synonym> {
  return { id: row.id, terms: row.terms, note: row.note, version: row.version }
}
