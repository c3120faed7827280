import type { LocalDate } from '@jiju/kernel/local-date'
import { type Selectable, sql } from 'kysely'
import type { AccreditationInput, AccreditationItemInput } from '../../contract/accreditations.ts'
import type { AccreditationScheme } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import type { CatalogAccreditation, CatalogAccreditationItem } from '../tables.ts'

export type AccreditationRow = Omit<Selectable<CatalogAccreditation>, 'scheme'> & { scheme: AccreditationScheme; item_count: number }
export type AccreditationItemRow = Selectable<CatalogAccreditationItem> & { standard_number: string | null }

const accreditations = (db: CatalogDb) =>
  db
    .selectFrom('catalog.accreditation as a')
    .selectAll('a')
    .select(sql<number>`(select count(*)::int from catalog.accreditation_item i where i.accreditation_id = a.id)`.as('item_count'))

/** All of a provider's, or only those in date on `day`. */
export async function listAccreditations(db: CatalogDb, providerId: string, day?: LocalDate): Promise<AccreditationRow[]> {
  let query = accreditations(db).where('a.provider_id', '=', providerId)
  if (day)
    query = query
      .where('a.valid_from', '<=', day)
      .where('a.valid_to', '>=', day)
      .where((eb) => eb.or([eb('a.withdrawn_on', 'is', null), eb('a.withdrawn_on', '>', day)]))
  return (await query.orderBy('a.scheme').orderBy('a.valid_to', 'desc').orderBy('a.id').execute()) as AccreditationRow[]
}

export async function findAccreditation(db: CatalogDb, id: string): Promise<AccreditationRow | undefined> {
  return (await accreditations(db).where('a.id', '=', id).executeTakeFirst()) as AccreditationRow | undefined
}

export async function listAccreditationItems(db: CatalogDb, accreditationId: string): Promise<AccreditationItemRow[]> {
  return listItemsOfCertificates(db, [accreditationId])
}

/** Undefined when this certificate is there already. */
export async function insertAccreditation(
  db: CatalogDb,
  accreditation: { id: string; providerId: string; input: AccreditationInput; at: Date },
): Promise<string | undefined> {
  const { input } = accreditation
  const row = await db
    .insertInto('catalog.accreditation')
    .values({
      id: accreditation.id,
      provider_id: accreditation.providerId,
      scheme: input.scheme,
      certificate_no: input.certificateNo,
      valid_from: input.validFrom,
      valid_to: input.validTo,
      note: input.note,
      created_at: accreditation.at,
      updated_at: accreditation.at,
    })
    .onConflict((conflict) => conflict.constraint('accreditation_certificate_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** False when the version is another; without one the row is locked by the caller. */
export async function updateAccreditation(
  db: CatalogDb,
  accreditation: { id: string; expectedVersion?: number; input: AccreditationInput; at: Date },
): Promise<boolean> {
  const { input, expectedVersion } = accreditation
  let query = db
    .updateTable('catalog.accreditation')
    .set({
      scheme: input.scheme,
      certificate_no: input.certificateNo,
      valid_from: input.validFrom,
      valid_to: input.validTo,
      note: input.note,
      version: sql`version + 1`,
      updated_at: accreditation.at,
    })
    .where('id', '=', accreditation.id)
  if (expectedVersion !== undefined) query = query.where('version', '=', expectedVersion)
  return (await query.executeTakeFirst()).numUpdatedRows === 1n
}

export async function withdrawAccreditation(
  db: CatalogDb,
  accreditation: { id: string; expectedVersion: number; withdrawnOn: LocalDate; at: Date },
): Promise<boolean> {
  const result = await db
    .updateTable('catalog.accreditation')
    .set({ withdrawn_on: accreditation.withdrawnOn, version: accreditation.expectedVersion + 1, updated_at: accreditation.at })
    .where('id', '=', accreditation.id)
    .where('version', '=', accreditation.expectedVersion)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function replaceItems(
  db: CatalogDb,
  accreditationId: string,
  items: AccreditationInput['items'],
  newId: () => string,
): Promise<void> {
  await db.deleteFrom('catalog.accreditation_item').where('accreditation_id', '=', accreditationId).execute()
  for (let start = 0; start < items.length; start += 1000)
    await db
      .insertInto('catalog.accreditation_item')
      .values(
        items.slice(start, start + 1000).map((item, index) => ({
          id: newId(),
          accreditation_id: accreditationId,
          position: start + index + 1,
          ...itemColumns(item),
        })),
      )
      .execute()
}

/** An institution's certificates of these numbers, locked in id order until the transaction ends. */
export async function lockCertificates(
  db: CatalogDb,
  providerId: string,
  certificateNos: readonly string[],
): Promise<Selectable<CatalogAccreditation>[]> {
  if (certificateNos.length === 0) return []
  return db
    .selectFrom('catalog.accreditation')
    .selectAll()
    .where('provider_id', '=', providerId)
    .where('certificate_no', 'in', certificateNos)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

const itemsWithNumber = (db: CatalogDb) =>
  db
    .selectFrom('catalog.accreditation_item as i')
    .leftJoin('catalog.standard as s', 's.id', 'i.standard_id')
    .selectAll('i')
    .select('s.number as standard_number')

export async function listItemsOfCertificates(db: CatalogDb, accreditationIds: readonly string[]): Promise<AccreditationItemRow[]> {
  if (accreditationIds.length === 0) return []
  return itemsWithNumber(db)
    .where('i.accreditation_id', 'in', accreditationIds)
    .orderBy('i.accreditation_id')
    .orderBy('i.position')
    .execute()
}

const itemColumns = (item: AccreditationItemInput) => ({
  product: item.product,
  parameter: item.parameter,
  standard_id: item.standardId,
  standard_text: item.standardText,
  field_code: item.fieldCode,
  limits: item.limits,
  resource_id: item.resourceId,
})

/** Gives a certificate whose lines changed its new version. */
export async function touchAccreditation(db: CatalogDb, id: string, at: Date): Promise<void> {
  await db.updateTable('catalog.accreditation').set({ version: sql`version + 1`, updated_at: at }).where('id', '=', id).execute()
}

/** Adds a line to a scope. */
export async function insertItem(
  db: CatalogDb,
  item: { id: string; accreditationId: string; position: number; input: AccreditationItemInput },
): Promise<AccreditationItemRow> {
  const row = await db
    .insertInto('catalog.accreditation_item')
    .values({ id: item.id, accreditation_id: item.accreditationId, position: item.position, ...itemColumns(item.input) })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { ...row, standard_number: null }
}

export async function updateItem(db: CatalogDb, id: string, change: { field_code: string | null; limits: string | null }): Promise<void> {
  await db.updateTable('catalog.accreditation_item').set(change).where('id', '=', id).execute()
}

/** Ids that a scope names and that do not exist, or are another provider's resources. */
export async function findBrokenItems(
  db: CatalogDb,
  providerId: string,
  items: AccreditationInput['items'],
): Promise<{ standards: Set<string>; resources: Set<string> }> {
  const standardIds = [...new Set(items.flatMap((item) => item.standardId ?? []))]
  const resourceIds = [...new Set(items.flatMap((item) => item.resourceId ?? []))]
  const standards = standardIds.length ? await db.selectFrom('catalog.standard').select('id').where('id', 'in', standardIds).execute() : []
  const resources = resourceIds.length
    ? await db.selectFrom('catalog.resource').select('id').where('id', 'in', resourceIds).where('provider_id', '=', providerId).execute()
    : []
  const lacking = (wanted: string[], found: { id: string }[]) => new Set(wanted.filter((id) => !found.some((row) => row.id === id)))
  return { standards: lacking(standardIds, standards), resources: lacking(resourceIds, resources) }
}

export type CoverRow = {
  resource_id: string
  scheme: AccreditationScheme
  certificate_no: string
  valid_from: LocalDate
  valid_to: LocalDate
}

/** Scopes in date on `day` that cover the resources. */
export async function listCovers(db: CatalogDb, resourceIds: readonly string[], day: LocalDate): Promise<CoverRow[]> {
  if (resourceIds.length === 0) return []
  return (await db
    .selectFrom('catalog_pub.resource_accreditation')
    .select(['resource_id', 'scheme', 'certificate_no', 'valid_from', 'valid_to'])
    .where('resource_id', 'in', resourceIds)
    .where('valid_from', '<=', day)
    .where('valid_to', '>=', day)
    .orderBy('resource_id')
    .orderBy('scheme')
    .orderBy('valid_to', 'desc')
    .execute()) as CoverRow[]
}

type ScopeLineRow = AccreditationItemRow &
  Pick<Selectable<CatalogAccreditation>, 'scheme' | 'certificate_no' | 'valid_from' | 'valid_to' | 'note'> & { inner_number: string | null }

/** Lines of a provider's certificates that were not withdrawn, certificate by certificate; after the given certificate and position. */
export async function listScopeLines(
  db: CatalogDb,
  providerId: string,
  after: readonly [string, number] | undefined,
  limit: number,
): Promise<ScopeLineRow[]> {
  let query = itemsWithNumber(db)
    .innerJoin('catalog.accreditation as a', 'a.id', 'i.accreditation_id')
    .leftJoin('catalog.resource as r', 'r.id', 'i.resource_id')
    .select(['a.scheme', 'a.certificate_no', 'a.valid_from', 'a.valid_to', 'a.note', 'r.inner_number'])
    .where('a.provider_id', '=', providerId)
    .where('a.withdrawn_on', 'is', null)
    // A line about a resource without a number could not be found again.
    .where((eb) => eb.or([eb('i.resource_id', 'is', null), eb('r.inner_number', 'is not', null)]))
  if (after) query = query.where(sql<boolean>`(i.accreditation_id, i.position) > (${after[0]}::uuid, ${after[1]})`)
  return query.orderBy('i.accreditation_id').orderBy('i.position').limit(limit).execute()
}
