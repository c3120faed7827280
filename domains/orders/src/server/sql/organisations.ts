import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../needs.ts'

export type OrganisationRow = {
  readonly id: string
  readonly kind: string
  readonly status: string
  readonly name: string
  readonly district: string | null
  readonly uscc: string | null
}

export async function findOrganisation(db: Db<OrdersTables>, id: string): Promise<OrganisationRow | undefined> {
  const { rows } =
    await sql<OrganisationRow>`select id, kind, status, name, district, uscc from people_pub.organisation where id = ${id}`.execute(db)
  return rows[0]
}

/** The organisations that run the district. */
export async function listOperators(db: Db<OrdersTables>): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from people_pub.organisation where kind = 'operator' and status = 'verified' order by id`.execute(db)
  return rows.map(({ id }) => id)
}
