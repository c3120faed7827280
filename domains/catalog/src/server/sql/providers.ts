import { type Selectable, sql } from 'kysely'
import type { ProviderInput } from '../../contract/providers.ts'
import type { ResourceKind } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import type { CatalogProvider } from '../tables.ts'

export type ProfileRow = Selectable<CatalogProvider>
export type OrganisationRow = {
  id: string
  name: string
  short_name: string | null
  name_en: string | null
  district: string | null
  uscc: string | null
}

const organisations = (db: CatalogDb) =>
  db
    .selectFrom('people_pub.organisation as o')
    .select(['o.id', 'o.name', 'o.short_name', 'o.name_en', 'o.district', 'o.uscc'])
    .where('o.kind', '=', 'provider')
    .$narrowType<{ id: string; name: string }>()

export async function listProviderOrganisations(db: CatalogDb, ids: readonly string[]): Promise<Map<string, OrganisationRow>> {
  if (ids.length === 0) return new Map()
  const rows = await organisations(db).where('o.id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** A provider that the operator has verified; others have no public page. */
export async function findPublicProvider(db: CatalogDb, id: string): Promise<OrganisationRow | undefined> {
  return organisations(db).where('o.id', '=', id).where('o.status', '=', 'verified').executeTakeFirst()
}

export async function findProviderOrganisation(db: CatalogDb, id: string): Promise<OrganisationRow | undefined> {
  return organisations(db).where('o.id', '=', id).executeTakeFirst()
}

export async function listPublicProviders(
  db: CatalogDb,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<(OrganisationRow & { capabilities: string[] | null })[]> {
  let query = organisations(db)
    .leftJoin('catalog.provider as p', 'p.organisation_id', 'o.id')
    .select('p.capabilities')
    .where('o.status', '=', 'verified')
  if (after) query = query.where(sql<boolean>`(o.name collate "C", o.id) > (${after[0]}, ${after[1]}::uuid)`)
  return query
    .orderBy(sql`o.name collate "C"`)
    .orderBy('o.id')
    .limit(limit + 1)
    .execute()
}

export async function findProfile(db: CatalogDb, organisationId: string): Promise<ProfileRow | undefined> {
  return db.selectFrom('catalog.provider').selectAll().where('organisation_id', '=', organisationId).executeTakeFirst()
}

const columns = (input: ProviderInput) => ({
  introduction_zh: input.introductionZh,
  introduction_en: input.introductionEn,
  website: input.website,
  contact_name: input.contactName,
  phone: input.phone,
  email: input.email,
  established_on: input.establishedOn,
  capabilities: input.capabilities,
})

/** Writes the profile; version 0 means "not written before". Undefined when another version stands. */
export async function saveProfile(
  db: CatalogDb,
  profile: { organisationId: string; expectedVersion: number; input: ProviderInput; at: Date },
): Promise<ProfileRow | undefined> {
  if (profile.expectedVersion === 0)
    return db
      .insertInto('catalog.provider')
      .values({ organisation_id: profile.organisationId, ...columns(profile.input), created_at: profile.at, updated_at: profile.at })
      .onConflict((conflict) => conflict.column('organisation_id').doNothing())
      .returningAll()
      .executeTakeFirst()
  return db
    .updateTable('catalog.provider')
    .set({ ...columns(profile.input), version: profile.expectedVersion + 1, updated_at: profile.at })
    .where('organisation_id', '=', profile.organisationId)
    .where('version', '=', profile.expectedVersion)
    .returningAll()
    .executeTakeFirst()
}

/** Published resources by provider and kind. */
export async function countResources(
  db: CatalogDb,
  providerIds: readonly string[],
): Promise<Map<string, Partial<Record<ResourceKind, number>>>> {
  const counts = new Map<string, Partial<Record<ResourceKind, number>>>()
  if (providerIds.length === 0) return counts
  const rows = await db
    .selectFrom('catalog.resource')
    .select((eb) => ['provider_id', 'kind', eb.fn.countAll<bigint>().as('count')])
    .where('provider_id', 'in', providerIds)
    .where('status', '=', 'published')
    .groupBy(['provider_id', 'kind'])
    .execute()
  for (const row of rows) counts.set(row.provider_id, { ...counts.get(row.provider_id), [row.kind]: Number(row.count) })
  return counts
}
