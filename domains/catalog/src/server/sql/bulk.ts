import { sql } from 'kysely'
import type { ResourceContent } from '../../contract/resource-content.ts'
import type { OperatingStatus } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { contentColumns } from '../content-columns.ts'
import type { PriceRow } from './prices.ts'
import type { Author, NewResource, ResourceRow } from './resources.ts'

/** Resources of an institution by inner number, locked in id order until the transaction ends. */
export async function lockResourcesByNumber(
  db: CatalogDb,
  providerId: string,
  innerNumbers: readonly string[],
): Promise<Map<string, ResourceRow>> {
  if (innerNumbers.length === 0) return new Map()
  const rows = (await db
    .selectFrom('catalog.resource')
    .selectAll()
    .where('provider_id', '=', providerId)
    .where('inner_number', 'in', innerNumbers)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()) as ResourceRow[]
  return new Map(rows.map((row) => [row.inner_number ?? '', row]))
}

export type BulkDraft = NewResource & { readonly operatingStatus: OperatingStatus }

/** Inserts drafts with first version and links. Answers the ids that were inserted: a number taken meanwhile is left out. */
export async function insertDrafts(db: CatalogDb, drafts: readonly BulkDraft[], author: Author): Promise<Set<string>> {
  if (drafts.length === 0) return new Set()
  const rows = await db
    .insertInto('catalog.resource')
    .values(
      drafts.map((draft) => ({
        id: draft.id,
        provider_id: draft.providerId,
        ...contentColumns(draft.content),
        operating_status: draft.operatingStatus,
        created_at: draft.at,
        updated_at: draft.at,
      })),
    )
    .onConflict((conflict) => conflict.constraint('resource_inner_number_once').doNothing())
    .returning('id')
    .execute()
  const inserted = new Set(rows.map((row) => row.id))
  const written = drafts.filter((draft) => inserted.has(draft.id))
  if (written.length === 0) return inserted
  await db
    .insertInto('catalog.resource_version')
    .values(
      written.map((draft) => ({
        resource_id: draft.id,
        version: 1,
        content: JSON.stringify(draft.content),
        state: 'draft',
        author_id: author.userId,
        author_organisation_id: author.organisationId,
        at: draft.at,
        note: null,
      })),
    )
    .execute()
  await insertLinks(db, written)
  return inserted
}

async function insertLinks(db: CatalogDb, drafts: readonly { id: string; content: ResourceContent }[]): Promise<void> {
  const standards = drafts.flatMap(({ id, content }) =>
    content.standards.map((cited, position) => ({ resource_id: id, standard_id: cited.standardId, note: cited.note, position })),
  )
  const methods = drafts.flatMap(({ id, content }) =>
    content.methodIds.map((methodId, position) => ({ resource_id: id, method_id: methodId, position })),
  )
  for (let start = 0; start < standards.length; start += 2000)
    await db
      .insertInto('catalog.resource_standard')
      .values(standards.slice(start, start + 2000))
      .execute()
  for (let start = 0; start < methods.length; start += 2000)
    await db
      .insertInto('catalog.resource_method')
      .values(methods.slice(start, start + 2000))
      .execute()
}

export async function setOperatingStatus(db: CatalogDb, id: string, status: OperatingStatus, at: Date): Promise<void> {
  await db
    .updateTable('catalog.resource')
    .set({ operating_status: status, updated_at: at, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Ids of methods by name, shared ones first, then the institution's own; unknown names become methods of the institution. */
export async function ensureMethods(
  db: CatalogDb,
  providerId: string,
  names: readonly string[],
  at: Date,
  newId: () => string,
): Promise<Map<string, string>> {
  const distinct = [...new Set(names)]
  if (distinct.length === 0) return new Map()
  const find = () =>
    db
      .selectFrom('catalog.method')
      .select(['id', 'name_zh', 'provider_id'])
      .where('name_zh', 'in', distinct)
      .where((eb) => eb.or([eb('provider_id', 'is', null), eb('provider_id', '=', providerId)]))
      .orderBy('provider_id', (order) => order.desc().nullsLast())
      .orderBy('id')
      .execute()
  const known = new Set((await find()).map((row) => row.name_zh))
  const missing = distinct.filter((name) => !known.has(name))
  if (missing.length > 0)
    await db
      .insertInto('catalog.method')
      .values(
        missing.map((name) => ({ id: newId(), provider_id: providerId, name_zh: name, name_en: null, description: null, created_at: at })),
      )
      .onConflict((conflict) => conflict.constraint('method_name_once').doNothing())
      .execute()
  // Later entries win: a shared method stands after the institution's own.
  return new Map((await find()).map((row) => [row.name_zh, row.id]))
}

export async function listPricesOfResources(db: CatalogDb, resourceIds: readonly string[]): Promise<PriceRow[]> {
  if (resourceIds.length === 0) return []
  return (await db
    .selectFrom('catalog.resource_price')
    .selectAll()
    .where('resource_id', 'in', resourceIds)
    .orderBy('resource_id')
    .orderBy('valid_from')
    .orderBy('id')
    .execute()) as PriceRow[]
}
