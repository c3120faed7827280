import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { BookingTables } from '../../needs.ts'

export type StatementRow = {
  readonly resource_id: string | null
  readonly field: string
  readonly value: string
  readonly evidence: string
  readonly version: number
  readonly updated_at: Date
}

type Key = { readonly providerId: string; readonly year: number }

/** What a provider stated of a year: of the institution, or of the given instruments. */
export async function listStatements(
  db: Db<BookingTables>,
  { providerId, year }: Key,
  resourceIds?: readonly string[],
): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    select resource_id, field, value, evidence, version, updated_at from booking.assessment_statement
    where provider_id = ${providerId} and year = ${year}
      and ${resourceIds ? sql`resource_id = any(${resourceIds}::uuid[])` : sql`resource_id is null`}
    order by resource_id, field`.execute(db)
  return rows
}

/** The new version, or undefined when another one than `version` is stored; 0 when none is. */
export async function writeStatement(
  db: Db<BookingTables>,
  key: Key & { readonly resourceId: string | null; readonly field: string; readonly version: number },
  set: { value: string; evidence: string; at: Date; userId: string },
): Promise<StatementRow | undefined> {
  const columns = sql`resource_id, field, value, evidence, version, updated_at`
  const { rows } =
    key.version === 0
      ? await sql<StatementRow>`
          insert into booking.assessment_statement (provider_id, year, resource_id, field, value, evidence, updated_at, updated_by)
          values (${key.providerId}, ${key.year}, ${key.resourceId}, ${key.field}, ${set.value}, ${set.evidence}, ${set.at}, ${set.userId})
          on conflict on constraint assessment_statement_once do nothing returning ${columns}`.execute(db)
      : await sql<StatementRow>`
          update booking.assessment_statement
          set value = ${set.value}, evidence = ${set.evidence}, version = version + 1, updated_at = ${set.at}, updated_by = ${set.userId}
          where provider_id = ${key.providerId} and year = ${key.year} and resource_id is not distinct from ${key.resourceId}
            and field = ${key.field} and version = ${key.version}
          returning ${columns}`.execute(db)
  return rows[0]
}

/** Whether the provider has this instrument. */
export async function ownsResource(db: Db<BookingTables>, providerId: string, resourceId: string): Promise<boolean> {
  const { rows } = await sql`select from catalog_pub.resource where id = ${resourceId} and provider_id = ${providerId}`.execute(db)
  return rows.length > 0
}
