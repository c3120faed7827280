import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ScoringTables } from '../needs.ts'

export async function findOrganisationName(db: Db<ScoringTables>, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select name from people_pub.organisation where id = ${id}`.execute(db)
  return rows[0]?.name
}
