import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { BookingTables } from '../../needs.ts'

type UseCodeRow = {
  readonly resource_id: string
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly model: string | null
  readonly site_name: string | null
  readonly provider_name: string
  readonly code: string
}

/** The resource that a sheet belongs to. */
export async function findByCode(db: Db<BookingTables>, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ resource_id: string }>`select resource_id from booking.use_code where code = ${code}`.execute(db)
  return rows[0]?.resource_id
}

/** The codes of a provider's resources, by name; all of them, or those named. */
export async function listUseCodes(db: Db<BookingTables>, providerId: string, resourceIds: readonly string[]): Promise<UseCodeRow[]> {
  const { rows } = await sql<UseCodeRow>`
    select u.resource_id, coalesce(r.name_zh, r.name_en, '') as resource_name, r.name_en as resource_name_en, r.model, r.site_name,
      coalesce(p.name, '') as provider_name, u.code
    from booking.use_code u
    join catalog_pub.resource r on r.id = u.resource_id
    left join people_pub.organisation p on p.id = u.provider_id
    where u.provider_id = ${providerId} and u.resource_id = any(${resourceIds}::uuid[])
    order by coalesce(r.name_zh, r.name_en), u.resource_id`.execute(db)
  return rows
}

/** Those of the ids that are calendars of the provider. */
export async function listOwnCalendars(db: Db<BookingTables>, providerId: string, resourceIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ resource_id: string }>`
    select resource_id from booking.calendar where provider_id = ${providerId} and resource_id = any(${resourceIds}::uuid[])
    order by resource_id`.execute(db)
  return rows.map((row) => row.resource_id)
}

/** Gives each resource a code that has none; with `isRenewal` every one a new code. */
export async function writeUseCodes(
  db: Db<BookingTables>,
  providerId: string,
  codes: readonly { resourceId: string; code: string }[],
  by: { userId: string; now: Date; isRenewal: boolean },
): Promise<void> {
  const conflict = by.isRenewal
    ? sql`do update set code = excluded.code, created_at = excluded.created_at, created_by = excluded.created_by`
    : sql`do nothing`
  await sql`
    insert into booking.use_code (resource_id, provider_id, code, created_at, created_by)
    select id, ${providerId}, code, ${by.now}, ${by.userId}
    from unnest(${codes.map(({ resourceId }) => resourceId)}::uuid[], ${codes.map(({ code }) => code)}::text[]) as given (id, code)
    on conflict (resource_id) ${conflict}`.execute(db)
}
