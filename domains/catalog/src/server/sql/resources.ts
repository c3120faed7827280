import { type Selectable, sql } from 'kysely'
import type { ResourceContent } from '../../contract/resource-content.ts'
import type { WeeklyOpening } from '../../contract/sites.ts'
import type { OperatingStatus, ResourceKind, ResourceStatus, VersionState, WorkState } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { contentColumns } from '../content-columns.ts'
import type { CatalogResource } from '../tables.ts'

type Narrowed = {
  kind: ResourceKind
  status: ResourceStatus
  work_state: WorkState
  operating_status: OperatingStatus
  content: ResourceContent
  working: ResourceContent | null
  opening: WeeklyOpening | null
}
export type ResourceRow = Omit<Selectable<CatalogResource>, keyof Narrowed> & Narrowed

export async function findResource(db: CatalogDb, id: string): Promise<ResourceRow | undefined> {
  return (await db.selectFrom('catalog.resource').selectAll().where('id', '=', id).executeTakeFirst()) as ResourceRow | undefined
}

/** The same, and nobody changes the row until the transaction ends. */
export async function lockResource(db: CatalogDb, id: string): Promise<ResourceRow | undefined> {
  const row = await db.selectFrom('catalog.resource').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row as ResourceRow | undefined
}

export async function listResourcesByIds(db: CatalogDb, ids: readonly string[]): Promise<ResourceRow[]> {
  if (ids.length === 0) return []
  return (await db.selectFrom('catalog.resource').selectAll().where('id', 'in', ids).orderBy('id').execute()) as ResourceRow[]
}

type PublicFilter = {
  readonly providerId?: string | undefined
  readonly kind?: ResourceKind | undefined
  readonly classCode?: string | undefined
  readonly standardId?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Whether a cited standard is out of force: by its stored status, which follows the days every night. */
const citesReplaced = sql<boolean>`exists (
  select 1 from catalog.resource_standard c join catalog.standard s on s.id = c.standard_id
  where c.resource_id = r.id and s.status in ('replaced', 'withdrawn'))`

export type PublishedRow = ResourceRow & { cites_replaced: boolean }

/** Published resources, newest last; `limit + 1` rows. */
export async function listPublishedResources(db: CatalogDb, filter: PublicFilter): Promise<PublishedRow[]> {
  let query = db
    .selectFrom('catalog.resource as r')
    .selectAll('r')
    .select(citesReplaced.as('cites_replaced'))
    .where('r.status', '=', 'published')
  if (filter.providerId) query = query.where('r.provider_id', '=', filter.providerId)
  if (filter.kind) query = query.where('r.kind', '=', filter.kind)
  if (filter.classCode) query = query.where('r.class_code', 'like', `${filter.classCode}%`)
  if (filter.standardId) {
    const { standardId } = filter
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('catalog.resource_standard as c')
          .select(sql`1`.as('one'))
          .whereRef('c.resource_id', '=', 'r.id')
          .where('c.standard_id', '=', standardId),
      ),
    )
  }
  if (filter.after) query = query.where('r.id', '>', filter.after)
  return (await query
    .orderBy('r.id')
    .limit(filter.limit + 1)
    .execute()) as PublishedRow[]
}

type OwnFilter = {
  readonly providerId: string
  readonly kind?: ResourceKind | undefined
  readonly status?: ResourceStatus | undefined
  readonly workState?: WorkState | undefined
  readonly q?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export type OwnResourceRow = ResourceRow & { site_name: string | null; cites_replaced: boolean }

/** A provider's resources in every state. */
export async function listOwnResources(db: CatalogDb, filter: OwnFilter): Promise<OwnResourceRow[]> {
  let query = db
    .selectFrom('catalog.resource as r')
    .leftJoin('catalog.site as s', 's.id', 'r.site_id')
    .selectAll('r')
    .select(['s.name as site_name', citesReplaced.as('cites_replaced')])
    .where('r.provider_id', '=', filter.providerId)
  if (filter.kind) query = query.where('r.kind', '=', filter.kind)
  if (filter.status) query = query.where('r.status', '=', filter.status)
  if (filter.workState) query = query.where('r.work_state', '=', filter.workState)
  if (filter.q) {
    const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) =>
      eb.or([
        eb('r.name_zh', 'ilike', like),
        eb('r.name_en', 'ilike', like),
        eb('r.model', 'ilike', like),
        eb('r.inner_number', 'ilike', like),
      ]),
    )
  }
  if (filter.after) query = query.where('r.id', '>', filter.after)
  return (await query
    .orderBy('r.id')
    .limit(filter.limit + 1)
    .execute()) as OwnResourceRow[]
}

/** What waits for the operator, longest waiting first. */
export async function listReviewQueue(
  db: CatalogDb,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<(OwnResourceRow & { submitted_text: string })[]> {
  let query = db
    .selectFrom('catalog.resource as r')
    .leftJoin('catalog.site as s', 's.id', 'r.site_id')
    .selectAll('r')
    .select(['s.name as site_name', citesReplaced.as('cites_replaced'), sql<string>`r.submitted_at::text`.as('submitted_text')])
    .where('r.work_state', '=', 'in_review')
  if (after) query = query.where(sql<boolean>`(r.submitted_at, r.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return (await query
    .orderBy('r.submitted_at')
    .orderBy('r.id')
    .limit(limit + 1)
    .execute()) as (OwnResourceRow & { submitted_text: string })[]
}

export type Author = { readonly userId: string | null; readonly organisationId: string | null }

export type NewResource = { readonly id: string; readonly providerId: string; readonly content: ResourceContent; readonly at: Date }

/** Inserts a draft; undefined when the inner number is taken in this institution. */
export async function insertResource(db: CatalogDb, resource: NewResource): Promise<ResourceRow | undefined> {
  return (await db
    .insertInto('catalog.resource')
    .values({
      id: resource.id,
      provider_id: resource.providerId,
      ...contentColumns(resource.content),
      created_at: resource.at,
      updated_at: resource.at,
    })
    .onConflict((conflict) => conflict.constraint('resource_inner_number_once').doNothing())
    .returningAll()
    .executeTakeFirst()) as ResourceRow | undefined
}

export type StateChange = {
  readonly id: string
  readonly expectedVersion: number
  readonly status: ResourceStatus
  readonly workState: WorkState
  readonly at: Date
  /** Content that becomes the shown one (drafts before the first publication, and publication). */
  readonly shown?: ResourceContent
  /** Working copy beside the published version; null removes it. */
  readonly working: ResourceContent | null
  readonly marks?: {
    readonly published_version?: number
    readonly published_at?: Date
    readonly submitted_at?: Date
    readonly submitted_by?: string | null
    readonly retired_at?: Date | null
  }
}

/** Moves a resource from exactly the version that the caller saw; undefined when somebody was faster. */
export async function changeResource(db: CatalogDb, change: StateChange): Promise<ResourceRow | undefined> {
  return (await db
    .updateTable('catalog.resource')
    .set({
      ...(change.shown ? contentColumns(change.shown) : {}),
      status: change.status,
      work_state: change.workState,
      working: change.working === null ? null : JSON.stringify(change.working),
      ...change.marks,
      version: change.expectedVersion + 1,
      updated_at: change.at,
    })
    .where('id', '=', change.id)
    .where('version', '=', change.expectedVersion)
    .returningAll()
    .executeTakeFirst()) as ResourceRow | undefined
}

/** Daily facts; they are no version of the content, but move the row's version so that editors notice. */
export async function changeOperation(
  db: CatalogDb,
  change: { id: string; expectedVersion: number; operatingStatus: OperatingStatus; opening: WeeklyOpening | null; at: Date },
): Promise<ResourceRow | undefined> {
  return (await db
    .updateTable('catalog.resource')
    .set({
      operating_status: change.operatingStatus,
      opening: change.opening === null ? null : JSON.stringify(change.opening),
      version: change.expectedVersion + 1,
      updated_at: change.at,
    })
    .where('id', '=', change.id)
    .where('version', '=', change.expectedVersion)
    .returningAll()
    .executeTakeFirst()) as ResourceRow | undefined
}

export async function insertVersion(
  db: CatalogDb,
  version: {
    resourceId: string
    version: number
    content: ResourceContent
    state: VersionState
    author: Author
    at: Date
    note: string | null
  },
): Promise<void> {
  await db
    .insertInto('catalog.resource_version')
    .values({
      resource_id: version.resourceId,
      version: version.version,
      content: JSON.stringify(version.content),
      state: version.state,
      author_id: version.author.userId,
      author_organisation_id: version.author.organisationId,
      at: version.at,
      note: version.note,
    })
    .execute()
}

export type VersionRow = {
  version: number
  state: VersionState
  author_id: string | null
  author_organisation_id: string | null
  at: Date
  note: string | null
  content: ResourceContent
}

export async function listVersions(db: CatalogDb, resourceId: string, before: number | undefined, limit: number): Promise<VersionRow[]> {
  let query = db
    .selectFrom('catalog.resource_version')
    .select(['version', 'state', 'author_id', 'author_organisation_id', 'at', 'note', 'content'])
    .where('resource_id', '=', resourceId)
  if (before !== undefined) query = query.where('version', '<', before)
  return (await query
    .orderBy('version', 'desc')
    .limit(limit + 1)
    .execute()) as unknown as VersionRow[]
}

export async function findVersion(db: CatalogDb, resourceId: string, version: number): Promise<VersionRow | undefined> {
  return (await db
    .selectFrom('catalog.resource_version')
    .select(['version', 'state', 'author_id', 'author_organisation_id', 'at', 'note', 'content'])
    .where('resource_id', '=', resourceId)
    .where('version', '=', version)
    .executeTakeFirst()) as unknown as VersionRow | undefined
}

export async function readCitesReplaced(db: CatalogDb, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('catalog.resource as r')
    .select(citesReplaced.as('cites_replaced'))
    .where('r.id', '=', id)
    .executeTakeFirst()
  return row?.cites_replaced ?? false
}

/** The latest version before `version`; null when it is the first. */
export async function findPreviousVersion(db: CatalogDb, resourceId: string, version: number): Promise<VersionRow | undefined> {
  const [row] = await listVersions(db, resourceId, version, 0)
  return row
}

/** The reasons of the last return, as long as it has not been submitted again. */
export async function findReturnReasons(db: CatalogDb, resourceId: string): Promise<string | null> {
  const row = await db
    .selectFrom('catalog.resource_version')
    .select(['state', 'note'])
    .where('resource_id', '=', resourceId)
    .where('state', 'in', ['returned', 'in_review', 'published'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.state === 'returned' ? row.note : null
}

/** Removes a draft that never was public; its versions go with it, the audit log keeps that it was. */
export async function deleteDraft(db: CatalogDb, id: string, expectedVersion: number): Promise<boolean> {
  for (const table of [
    'catalog.resource_standard',
    'catalog.resource_method',
    'catalog.resource_file',
    'catalog.resource_price',
    'catalog.resource_version',
  ] as const)
    await db.deleteFrom(table).where('resource_id', '=', id).execute()
  await db.updateTable('catalog.accreditation_item').set({ resource_id: null }).where('resource_id', '=', id).execute()
  const result = await db
    .deleteFrom('catalog.resource')
    .where('id', '=', id)
    .where('version', '=', expectedVersion)
    .where('status', '=', 'draft')
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
