import { type Selectable, sql } from 'kysely'
import type { SiteInput, WeeklyOpening } from '../../contract/sites.ts'
import type { HolidayRule } from '../../core/vocabulary.ts'
import type { DayException } from '../../core/weekly-opening.ts'
import type { CatalogDb } from '../catalog-db.ts'
import type { CatalogSite } from '../tables.ts'

type Narrowed = { opening: WeeklyOpening; day_exceptions: DayException[]; holiday_rule: HolidayRule }
export type SiteRow = Omit<Selectable<CatalogSite>, keyof Narrowed> & Narrowed

const columns = (input: SiteInput) => ({
  name: input.name,
  name_en: input.nameEn,
  address: input.address,
  district: input.district,
  postcode: input.postcode,
  longitude: input.longitude,
  latitude: input.latitude,
  zone: input.zone,
  opening: JSON.stringify(input.opening),
  holiday_rule: input.holidayRule,
  day_exceptions: JSON.stringify(input.dayExceptions),
  access_note: input.accessNote,
})

export async function listSites(db: CatalogDb, providerId: string, options: { includeClosed: boolean }): Promise<SiteRow[]> {
  let query = db.selectFrom('catalog.site').selectAll().where('provider_id', '=', providerId)
  if (!options.includeClosed) query = query.where('is_closed', '=', false)
  return (await query.orderBy('name').orderBy('id').execute()) as unknown as SiteRow[]
}

export async function findSite(db: CatalogDb, id: string): Promise<SiteRow | undefined> {
  return (await db.selectFrom('catalog.site').selectAll().where('id', '=', id).executeTakeFirst()) as SiteRow | undefined
}

export async function listSitesByIds(db: CatalogDb, ids: readonly string[]): Promise<SiteRow[]> {
  if (ids.length === 0) return []
  return (await db.selectFrom('catalog.site').selectAll().where('id', 'in', ids).orderBy('id').execute()) as unknown as SiteRow[]
}

/** Undefined when the institution has a site of this name already. */
export async function insertSite(
  db: CatalogDb,
  site: { id: string; providerId: string; input: SiteInput; at: Date },
): Promise<SiteRow | undefined> {
  return (await db
    .insertInto('catalog.site')
    .values({ id: site.id, provider_id: site.providerId, ...columns(site.input), created_at: site.at, updated_at: site.at })
    .onConflict((conflict) => conflict.constraint('site_name_once').doNothing())
    .returningAll()
    .executeTakeFirst()) as SiteRow | undefined
}

/** Undefined when the version is another. A name that is taken violates `site_name_once`. */
export async function updateSite(
  db: CatalogDb,
  site: { id: string; expectedVersion: number; input: SiteInput; at: Date },
): Promise<SiteRow | undefined> {
  return (await db
    .updateTable('catalog.site')
    .set({ ...columns(site.input), version: site.expectedVersion + 1, updated_at: site.at })
    .where('id', '=', site.id)
    .where('version', '=', site.expectedVersion)
    .returningAll()
    .executeTakeFirst()) as SiteRow | undefined
}

/** Closes a site that no public or waiting resource stands on. */
export async function closeSite(
  db: CatalogDb,
  site: { id: string; expectedVersion: number; at: Date },
): Promise<'closed' | 'in_use' | 'stale'> {
  const used = await db
    .selectFrom('catalog.resource')
    .select('id')
    .where((eb) => eb.or([eb('site_id', '=', site.id), eb(sql`working ->> 'siteId'`, '=', site.id)]))
    .where('status', '<>', 'retired')
    .limit(1)
    .executeTakeFirst()
  if (used) return 'in_use'
  const result = await db
    .updateTable('catalog.site')
    .set({ is_closed: true, version: site.expectedVersion + 1, updated_at: site.at })
    .where('id', '=', site.id)
    .where('version', '=', site.expectedVersion)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n ? 'closed' : 'stale'
}

/** Nobody moves a resource here or closes it until the transaction ends. */
export async function lockSite(db: CatalogDb, id: string): Promise<SiteRow | undefined> {
  return (await db.selectFrom('catalog.site').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as SiteRow | undefined
}

/** Sites in use; nobody closes one of them until the transaction ends. */
export async function listOpenSites(db: CatalogDb, providerId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('catalog.site')
    .select(['id', 'name'])
    .where('provider_id', '=', providerId)
    .where('is_closed', '=', false)
    .orderBy('id')
    .forShare()
    .execute()
}
