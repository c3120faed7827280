import { sql } from 'kysely'
import type { CustomerClass, PriceUnit, ResourceKind, TwinRelation } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import type { ResourceRow } from './resources.ts'

/** A provider's resources of some kinds in every state but retired. */
export async function listResourcesForExport(
  db: CatalogDb,
  filter: { providerId: string; kinds: readonly ResourceKind[]; after: string | undefined; limit: number },
): Promise<ResourceRow[]> {
  let query = db
    .selectFrom('catalog.resource')
    .selectAll()
    .where('provider_id', '=', filter.providerId)
    .where('kind', 'in', filter.kinds)
    .where('status', '<>', 'retired')
  if (filter.after) query = query.where('id', '>', filter.after)
  return (await query.orderBy('id').limit(filter.limit).execute()) as ResourceRow[]
}

type NumberedPriceRow = {
  id: string
  inner_number: string
  customer_class: CustomerClass
  unit: PriceUnit
  price_fen: bigint
  valid_from: string
  valid_to: string | null
  note: string | null
}

/** Prices of a provider's resources that have an inner number. */
export async function listPricesByNumber(
  db: CatalogDb,
  providerId: string,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<NumberedPriceRow[]> {
  let query = db
    .selectFrom('catalog.resource_price as p')
    .innerJoin('catalog.resource as r', 'r.id', 'p.resource_id')
    .select(['p.id', 'r.inner_number', 'p.customer_class', 'p.unit', 'p.price_fen', 'p.valid_from', 'p.valid_to', 'p.note'])
    .where('r.provider_id', '=', providerId)
    .where('r.inner_number', 'is not', null)
    .where('r.status', '<>', 'retired')
  if (after) query = query.where(sql<boolean>`(r.inner_number collate "C", p.id) > (${after[0]}, ${after[1]}::uuid)`)
  return (await query.orderBy(sql`r.inner_number collate "C"`).orderBy('p.id').limit(limit).execute()) as NumberedPriceRow[]
}

export type TwinPairRow = {
  international: string
  national: string
  relation: TwinRelation
  field: string | null
  title_zh: string | null
  title_en: string | null
}

export async function listAllTwins(db: CatalogDb): Promise<TwinPairRow[]> {
  return (await db
    .selectFrom('catalog.standard_twin as t')
    .innerJoin('catalog.standard as i', 'i.id', 't.international_id')
    .innerJoin('catalog.standard as n', 'n.id', 't.national_id')
    .select(['i.number as international', 'n.number as national', 't.relation', 'i.field', 'i.title_zh', 'i.title_en'])
    .orderBy(sql`i.number_key collate "C"`)
    .orderBy(sql`n.number_key collate "C"`)
    .execute()) as TwinPairRow[]
}

export type NationalRow = ResourceRow & {
  provider_name: string | null
  uscc: string | null
  site_address: string | null
  site_district: string | null
  site_postcode: string | null
}

/** Kinds that the national platform takes as an instrument, a service unit or a facility (the last to be confirmed). */
const NATIONAL_KINDS: readonly ResourceKind[] = ['instrument', 'laboratory', 'pilot_line', 'animal_facility', 'computing', 'clean_room']

/** Published instruments, laboratories and facilities with what the national message needs of provider and site. */
export async function listNationalResources(
  db: CatalogDb,
  filter: { providerId: string; after: string | undefined; limit: number },
): Promise<NationalRow[]> {
  let query = db
    .selectFrom('catalog.resource as r')
    .leftJoin('people_pub.organisation as o', 'o.id', 'r.provider_id')
    .leftJoin('catalog.site as s', 's.id', 'r.site_id')
    .selectAll('r')
    .select([
      'o.name as provider_name',
      'o.uscc',
      's.address as site_address',
      's.district as site_district',
      's.postcode as site_postcode',
    ])
    .where('r.provider_id', '=', filter.providerId)
    .where('r.status', '=', 'published')
    .where('r.kind', 'in', NATIONAL_KINDS)
  if (filter.after) query = query.where('r.id', '>', filter.after)
  return (await query.orderBy('r.id').limit(filter.limit).execute()) as NationalRow[]
}

/** The class codes of an institution's published instruments, and whether one of them is shared outside. */
export async function findPublishedInstruments(
  db: CatalogDb,
  providerId: string,
): Promise<{ classCodes: string[]; isSharedOutside: boolean }> {
  const row = await db
    .selectFrom('catalog.resource')
    .select([
      sql<string[]>`coalesce(array_agg(distinct class_code order by class_code) filter (where class_code is not null), '{}')`.as(
        'class_codes',
      ),
      sql<boolean>`coalesce(bool_or(content->'detail'->>'shareMode' = 'outside'), false)`.as('is_shared_outside'),
    ])
    .where('provider_id', '=', providerId)
    .where('status', '=', 'published')
    .where('kind', '=', 'instrument')
    .executeTakeFirstOrThrow()
  return { classCodes: row.class_codes, isSharedOutside: row.is_shared_outside }
}
