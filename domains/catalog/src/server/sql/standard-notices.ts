import type { Selectable } from 'kysely'
import type { CatalogDb } from '../catalog-db.ts'
import type { CatalogResource } from '../tables.ts'

export type CitationRow = { readonly resource_id: string; readonly standard_id: string } & Pick<
  Selectable<CatalogResource>,
  'provider_id' | 'name_zh' | 'name_en'
>

/** Published resources that cite one of the standards and whose people were not told of it yet. */
export async function listUntoldCitations(db: CatalogDb, standardIds: readonly string[]): Promise<CitationRow[]> {
  if (standardIds.length === 0) return []
  return db
    .selectFrom('catalog.resource_standard as c')
    .innerJoin('catalog.resource as r', 'r.id', 'c.resource_id')
    .select(['c.resource_id', 'c.standard_id', 'r.provider_id', 'r.name_zh', 'r.name_en'])
    .where('c.standard_id', 'in', standardIds)
    .where('r.status', '=', 'published')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('catalog.standard_notice as n')
            .select('n.told_at')
            .whereRef('n.resource_id', '=', 'c.resource_id')
            .whereRef('n.standard_id', '=', 'c.standard_id'),
        ),
      ),
    )
    .orderBy('r.provider_id')
    .orderBy('c.standard_id')
    .orderBy('c.resource_id')
    .execute()
}

/** Notes that the people of these citations are told now; of two jobs only one gets each. */
export async function takeCitations<Citation extends Pick<CitationRow, 'resource_id' | 'standard_id'>>(
  db: CatalogDb,
  citations: readonly Citation[],
  at: Date,
): Promise<Citation[]> {
  if (citations.length === 0) return []
  const taken = await db
    .insertInto('catalog.standard_notice')
    .values(citations.map(({ resource_id, standard_id }) => ({ resource_id, standard_id, told_at: at })))
    .onConflict((conflict) => conflict.constraint('standard_notice_pkey').doNothing())
    .returning(['resource_id', 'standard_id'])
    .execute()
  const keys = new Set(taken.map((row) => `${row.resource_id} ${row.standard_id}`))
  return citations.filter((citation) => keys.has(`${citation.resource_id} ${citation.standard_id}`))
}

/** The given standards and those that they succeed. */
export async function listWithPredecessors(db: CatalogDb, standardIds: readonly string[]): Promise<string[]> {
  if (standardIds.length === 0) return []
  const rows = await db
    .selectFrom('catalog.standard_succession')
    .select('predecessor_id')
    .distinct()
    .where('successor_id', 'in', standardIds)
    .orderBy('predecessor_id')
    .execute()
  return [...new Set([...standardIds, ...rows.map((row) => row.predecessor_id)])]
}
