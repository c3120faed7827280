import type { Selectable } from 'kysely'
import type { CatalogDb } from '../catalog-db.ts'
import type { CatalogSearchSynonym } from '../tables.ts'

export type SynonymRow = Selectable<CatalogSearchSynonym>

export async function listSynonyms(db: CatalogDb): Promise<SynonymRow[]> {
  return db.selectFrom('catalog.search_synonym').selectAll().orderBy('id').limit(5000).execute()
}

export async function insertSynonym(
  db: CatalogDb,
  synonym: { id: string; terms: readonly string[]; note: string | null; at: Date },
): Promise<SynonymRow> {
  return db
    .insertInto('catalog.search_synonym')
    .values({ id: synonym.id, terms: [...synonym.terms], note: synonym.note, created_at: synonym.at, updated_at: synonym.at })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** False when it is gone already. */
export async function deleteSynonym(db: CatalogDb, id: string): Promise<boolean> {
  const result = await db.deleteFrom('catalog.search_synonym').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows === 1n
}
