import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import { DEFAULT_RETENTION_DAYS, type Storage } from '../../../core/samples/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'
import { placeName } from './samples.ts'

export type PlaceRow = {
  readonly id: string
  readonly provider_id: string
  readonly room: string
  readonly shelf: string
  readonly name: string
  readonly storage: Storage
  readonly is_retired: boolean
  readonly sample_count: number
  readonly version: number
}

const placeColumns = sql`
  select l.id, l.provider_id, l.room, l.shelf, ${placeName} as name, l.storage, l.is_retired, l.version,
    (select count(*) from orders.sample s where s.place_id = l.id and s.state in ('received', 'refused', 'broken'))::int as sample_count
  from orders.storage_place l`

export async function listPlaces(db: Db<OrdersTables>, providerId: string): Promise<PlaceRow[]> {
  const { rows } =
    await sql<PlaceRow>`${placeColumns} where l.provider_id = ${providerId} order by l.is_retired, l.room, l.shelf, l.id`.execute(db)
  return rows
}

export async function findPlace(db: Db<OrdersTables>, id: string): Promise<PlaceRow | undefined> {
  const { rows } = await sql<PlaceRow>`${placeColumns} where l.id = ${id}`.execute(db)
  return rows[0]
}

type PlaceWords = { readonly room: string; readonly shelf: string; readonly storage: Storage }

/** False when there is one of that name. */
export async function insertPlace(
  tx: Db<OrdersTables>,
  place: PlaceWords & { id: string; providerId: string; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.storage_place (id, provider_id, room, shelf, storage, updated_at)
    values (${place.id}, ${place.providerId}, ${place.room}, ${place.shelf}, ${place.storage}, ${place.now})
    on conflict on constraint storage_place_name do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** False when the version is another by now. Throws the unique violation of `storage_place_name` when another place is called so. */
export async function updatePlace(
  tx: Db<OrdersTables>,
  target: { id: string; version: number },
  place: PlaceWords & { isRetired: boolean; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.storage_place set room = ${place.room}, shelf = ${place.shelf}, storage = ${place.storage}, is_retired = ${place.isRetired},
      updated_at = ${place.now}, version = version + 1
    where id = ${target.id} and version = ${target.version}`.execute(tx)
  return numAffectedRows === 1n
}

/** How long a provider keeps what is left; version 0 stands for the default. */
export async function findSampleRule(db: Db<OrdersTables>, providerId: string): Promise<{ retentionDays: number; version: number }> {
  const { rows } = await sql<{ retention_days: number; version: number }>`
    select retention_days, version from orders.sample_rule where provider_id = ${providerId}`.execute(db)
  const [row] = rows
  return { retentionDays: row?.retention_days ?? DEFAULT_RETENTION_DAYS, version: row?.version ?? 0 }
}

/** False when the version is another by now. */
export async function writeSampleRule(
  tx: Db<OrdersTables>,
  rule: { providerId: string; version: number; retentionDays: number; by: string; now: Date },
): Promise<boolean> {
  const { numAffectedRows } =
    rule.version === 0
      ? await sql`
          insert into orders.sample_rule (provider_id, retention_days, updated_at, updated_by)
          values (${rule.providerId}, ${rule.retentionDays}, ${rule.now}, ${rule.by}) on conflict (provider_id) do nothing`.execute(tx)
      : await sql`
          update orders.sample_rule set retention_days = ${rule.retentionDays}, updated_at = ${rule.now}, updated_by = ${rule.by}, version = version + 1
          where provider_id = ${rule.providerId} and version = ${rule.version}`.execute(tx)
  return numAffectedRows === 1n
}
