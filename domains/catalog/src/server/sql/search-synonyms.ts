import { type Selectable, sql } from 'kysely'
import type { CatalogDb } from '../catalog-db.ts'
import type { CatalogSearchSynonym } from '../tables.ts'
import type { StandardRow } from './standards.ts'

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

export async function listTwinPairs(db: CatalogDb): Promise<{ international: string; national: string }[]> {
  const { rows } = await sql<{ international: string; national: string }>`
    select i.number as international, n.number as national
    from catalog.standard_twin t join catalog.standard i on i.id = t.international_id join catalog.standard n on n.id = t.national_id
    order by i.number_key, n.number_key`.execute(db)
  return rows
}

/** Successions between standards of different numbers. */
export async function listSuccessionPairs(db: CatalogDb): Promise<{ predecessor: string; successor: string }[]> {
  const { rows } = await sql<{ predecessor: string; successor: string }>`
    select p.number as predecessor, n.number as successor
    from catalog.standard_succession s join catalog.standard p on p.id = s.predecessor_id join catalog.standard n on n.id = s.successor_id
    where p.base_key <> n.base_key order by p.number_key, n.number_key`.execute(db)
  return rows
}

/** Standards whose number holds one of the given numbers (parts joined by dots), the newest edition first. */
export async function listNamedStandards(db: CatalogDb, numbers: readonly string[]): Promise<StandardRow[]> {
  if (numbers.length === 0) return []
  return (await db
    .selectFrom('catalog.standard')
    .selectAll()
    .where((eb) =>
      eb.or(numbers.map((number) => eb(sql`replace(number_key, '-', '.')`, 'like', `%${number.replace(/[\\%_]/g, '')}%`.toUpperCase()))),
    )
    .orderBy('number_key', 'desc')
    .limit(200)
    .execute()) as StandardRow[]
}
