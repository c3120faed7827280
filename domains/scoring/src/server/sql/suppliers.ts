import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'

export async function isSupplier(db: Db<ScoringTables>, organisationId: string, source: Source): Promise<boolean> {
  const row = await db
    .selectFrom('scoring.fact_supplier')
    .select('source')
    .where('organisation_id', '=', organisationId)
    .where('source', '=', source)
    .executeTakeFirst()
  return row !== undefined
}

export type SupplierRow = { readonly organisation_id: string; readonly name: string; readonly source: Source; readonly added_at: Date }

export async function listSuppliers(db: Db<ScoringTables>): Promise<SupplierRow[]> {
  const { rows } = await sql<SupplierRow>`
    select s.organisation_id, o.name, s.source, s.added_at
    from scoring.fact_supplier s join people_pub.organisation o on o.id = s.organisation_id
    order by s.source, o.name, s.organisation_id`.execute(db)
  return rows
}

/** Verified government bodies, the only ones beside the operator that state facts by the interface. */
export async function listBodies(db: Db<ScoringTables>): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from people_pub.organisation where kind = 'government' and status = 'verified' order by name, id limit 200`.execute(db)
  return rows
}

export async function insertSupplier(
  tx: Db<ScoringTables>,
  supplier: { organisationId: string; source: Source; addedBy: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('scoring.fact_supplier')
    .values({ organisation_id: supplier.organisationId, source: supplier.source, added_by: supplier.addedBy, added_at: supplier.now })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'source']).doNothing())
    .execute()
}

export async function deleteSupplier(tx: Db<ScoringTables>, organisationId: string, source: Source): Promise<void> {
  await tx.deleteFrom('scoring.fact_supplier').where('organisation_id', '=', organisationId).where('source', '=', source).execute()
}
