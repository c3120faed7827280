import type { CatalogDb } from '../catalog-db.ts'

/** Which standards the given ones are stated to replace. */
export async function listStatedPredecessors(
  db: CatalogDb,
  successorIds: readonly string[],
): Promise<{ successor_id: string; number: string; number_key: string }[]> {
  if (successorIds.length === 0) return []
  return db
    .selectFrom('catalog.standard_succession as n')
    .innerJoin('catalog.standard as s', 's.id', 'n.predecessor_id')
    .select(['n.successor_id', 's.number', 's.number_key'])
    .where('n.successor_id', 'in', successorIds)
    .where('n.basis', '=', 'stated')
    .orderBy('s.number_key')
    .execute()
}
