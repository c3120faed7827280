import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ScoringTables } from '../needs.ts'

type EnterpriseName = { readonly id: string; readonly name: string; readonly credit_code: string }

export async function findEnterpriseName(db: Db<ScoringTables>, id: string): Promise<EnterpriseName | undefined> {
  const { rows } = await sql<EnterpriseName>`select id, name, credit_code from scoring.enterprise where id = ${id}`.execute(db)
  return rows[0]
}

/** The enterprise that an organisation of the platform is, if it is known. */
export async function findEnterpriseOf(db: Db<ScoringTables>, organisationId: string): Promise<EnterpriseName | undefined> {
  const { rows } = await sql<EnterpriseName>`
    select e.id, e.name, e.credit_code from people_pub.organisation o join scoring.enterprise e on e.credit_code = o.uscc
    where o.id = ${organisationId} and o.status = 'verified'`.execute(db)
  return rows[0]
}

/** By credit code; those that are unknown are left out. */
export async function listEnterprisesByCode(
  db: Db<ScoringTables>,
  creditCodes: readonly string[],
): Promise<ReadonlyMap<string, { enterpriseId: string; name: string }>> {
  if (creditCodes.length === 0) return new Map()
  const rows = await db
    .selectFrom('scoring.enterprise')
    .select(['id', 'credit_code', 'name'])
    .where('credit_code', 'in', creditCodes)
    .orderBy('credit_code')
    .execute()
  return new Map(rows.map(({ id, credit_code, name }) => [credit_code, { enterpriseId: id, name }]))
}
