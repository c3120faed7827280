import { sql } from 'kysely'
import type { Db } from '../database/pool.ts'
import type { PlatformTables } from '../platform-tables.ts'

/** id → name of the persons and organisations that acted. */
export async function findActorNames(
  db: Db<PlatformTables>,
  rows: readonly { readonly actorUserId: string | null; readonly actorOrganisationId: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => [row.actorUserId, row.actorOrganisationId]).filter((id) => id !== null))]
  const { rows: found } = await sql<{ id: string; name: string }>`
    select id, name from people_pub.person where id = any(${ids}) union all
    select id, name from people_pub.organisation where id = any(${ids})`.execute(db)
  return new Map(found.map(({ id, name }) => [id, name]))
}
