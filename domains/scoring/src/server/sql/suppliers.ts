import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import type { ImportDoor } from './imports.ts'

export async function isSupplier(db: Db<ScoringTables>, organisationId: string, source: Source): Promise<boolean> {
  const row = await db
    .selectFrom('scoring.fact_supplier')
    .select('source')
    .where('organisation_id', '=', organisationId)
    .where('source', '=', source)
    .executeTakeFirst()
  return row !== undefined
}

export type SupplierRow = {
  readonly organisation_id: string
  readonly name: string
  readonly source: Source
  readonly added_at: Date
  readonly contact: string | null
  readonly folder: string | null
  readonly expected_days: number | null
  readonly version: number
  /** Keys that may push and hold now, and when one of them was last used for anything. */
  readonly live_keys: number
  readonly key_used_at: Date | null
  readonly folder_looked_at: Date | null
  readonly folder_fault: string | null
  readonly folder_files: readonly string[]
  /** The newest import that wrote something, through its own doors or by an officer for its source. */
  readonly last_import_id: string | null
  readonly last_door: ImportDoor | null
  readonly last_at: Date | null
  /** Its own imports that wait for an officer. */
  readonly waiting: number
}

const PUSH_SCOPE = 'scoring.fact.push'

/** Who delivers which facts, by which door, and when something last came. */
export async function listSuppliers(db: Db<ScoringTables>, now: Date): Promise<SupplierRow[]> {
  const { rows } = await sql<SupplierRow>`
    select s.organisation_id, o.name, s.source, s.added_at, s.contact, s.folder, s.expected_days, s.version,
      k.live_keys, k.key_used_at, l.looked_at as folder_looked_at, l.fault as folder_fault,
      coalesce((select jsonb_agg(x.file->'name') from jsonb_array_elements(l.files) x(file)), '[]') as folder_files,
      i.id as last_import_id, i.door as last_door, i.finished_at as last_at,
      (select count(*)::int from scoring.fact_import w
        where w.source = s.source and w.organisation_id = s.organisation_id and w.state = 'checked' and w.mode is null) as waiting
    from scoring.fact_supplier s
    join people_pub.organisation o on o.id = s.organisation_id
    left join scoring.folder_look l on l.folder = s.folder
    cross join lateral (
      select count(*)::int as live_keys, max(a.last_used_at) as key_used_at from people_pub.api_key a
      where a.organisation_id = s.organisation_id and ${PUSH_SCOPE} = any(a.scopes) and a.revoked_at is null and a.expires_at > ${now}
    ) k
    left join lateral (
      select id, door, finished_at from scoring.fact_import i
      where i.source = s.source and i.state = 'applied' and (i.organisation_id = s.organisation_id or i.door = 'upload')
      order by i.id desc limit 1
    ) i on true
    order by s.source, o.name, s.organisation_id`.execute(db)
  return rows
}

/** Where files of each supplier are looked for. */
export type WatchedFolder = { readonly folder: string; readonly organisation_id: string; readonly name: string; readonly source: Source }

export async function listWatchedFolders(db: Db<ScoringTables>): Promise<WatchedFolder[]> {
  const { rows } = await sql<WatchedFolder>`
    select s.folder, s.organisation_id, o.name, s.source
    from scoring.fact_supplier s join people_pub.organisation o on o.id = s.organisation_id
    where s.folder is not null order by s.folder`.execute(db)
  return rows
}

/** Verified government bodies, the only ones beside the operator that state facts by the interface. */
export async function listBodies(db: Db<ScoringTables>): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from people_pub.organisation where kind = 'government' and status = 'verified' order by name, id limit 200`.execute(db)
  return rows
}

export type SupplierKey = { readonly organisationId: string; readonly source: Source }
export type SupplierContent = { readonly contact: string | null; readonly folder: string | null; readonly expectedDays: number | null }

/** False when the body states the source already. */
export async function insertSupplier(
  tx: Db<ScoringTables>,
  supplier: SupplierKey & SupplierContent & { addedBy: string; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.fact_supplier')
    .values({
      organisation_id: supplier.organisationId,
      source: supplier.source,
      contact: supplier.contact,
      folder: supplier.folder,
      expected_days: supplier.expectedDays,
      added_by: supplier.addedBy,
      added_at: supplier.now,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'source']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when it was edited since `version`, or is not registered. */
export async function updateSupplier(
  tx: Db<ScoringTables>,
  key: SupplierKey,
  version: number,
  { contact, folder, expectedDays }: SupplierContent,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.fact_supplier')
    .set({ contact, folder, expected_days: expectedDays, version: version + 1 })
    .where('organisation_id', '=', key.organisationId)
    .where('source', '=', key.source)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** False when it was not registered. */
export async function deleteSupplier(tx: Db<ScoringTables>, { organisationId, source }: SupplierKey): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('scoring.fact_supplier')
    .where('organisation_id', '=', organisationId)
    .where('source', '=', source)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
