import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Companion } from '../../core/bundles/companions.ts'
import type { BookingTables } from '../needs.ts'

type CompanionListRow = { readonly companions: readonly Companion[]; readonly version: number }

export async function findCompanions(db: Db<BookingTables>, resourceId: string): Promise<CompanionListRow | undefined> {
  const { rows } = await sql<CompanionListRow>`
    select companions, version from booking.companion_list where resource_id = ${resourceId}`.execute(db)
  return rows[0]
}

/** Replaces the list; false when `version` is not the current one (0 when there is none). Bookings compare the calendar's version, so it moves too. */
export async function replaceCompanions(
  db: Db<BookingTables>,
  target: { resourceId: string; providerId: string; version: number },
  companions: readonly Companion[],
  by: { userId: string; now: Date },
): Promise<boolean> {
  const result = await sql`
    insert into booking.companion_list (resource_id, provider_id, companions, updated_at, updated_by)
    select ${target.resourceId}, ${target.providerId}, ${JSON.stringify(companions)}::jsonb, ${by.now}, ${by.userId}
    where ${target.version}::int = 0 or exists (select 1 from booking.companion_list where resource_id = ${target.resourceId})
    on conflict (resource_id) do update
    set companions = excluded.companions, version = companion_list.version + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by
    where companion_list.version = ${target.version}`.execute(db)
  if (result.numAffectedRows !== 1n) return false
  await sql`update booking.calendar set version = version + 1, updated_at = ${by.now}, updated_by = ${by.userId} where resource_id = ${target.resourceId}`.execute(
    db,
  )
  return true
}

type ChoiceRow = {
  readonly id: string
  readonly name: string
  readonly name_en: string | null
  readonly provider_id: string
  readonly is_accepting: boolean
}

/** Published resources by id, whether or not they have a calendar. */
export async function listChoices(db: Db<BookingTables>, resourceIds: readonly string[]): Promise<ChoiceRow[]> {
  const { rows } = await sql<ChoiceRow>`
    select r.id, coalesce(r.name_zh, r.name_en, '') as name, r.name_en, r.provider_id, coalesce(c.is_accepting, false) as is_accepting
    from catalog_pub.resource r left join booking.calendar c on c.resource_id = r.id
    where r.id = any(${[...resourceIds]}::uuid[]) and r.status = 'published'`.execute(db)
  return rows
}

type EquivalentNameRow = {
  readonly id: string
  readonly name: string
  readonly name_en: string | null
  readonly provider_name: string
}

export async function listNames(db: Db<BookingTables>, resourceIds: readonly string[]): Promise<EquivalentNameRow[]> {
  const { rows } = await sql<EquivalentNameRow>`
    select r.id, coalesce(r.name_zh, r.name_en, '') as name, r.name_en, coalesce(o.short_name, o.name, '') as provider_name
    from catalog_pub.resource r left join people_pub.organisation o on o.id = r.provider_id
    where r.id = any(${[...resourceIds]}::uuid[])`.execute(db)
  return rows
}
