import { type Selectable, sql } from 'kysely'
import type { SavedConditions, SavedSearchInput } from '../../contract/search.ts'
import type { CatalogDb } from '../catalog-db.ts'
import type { CatalogSavedSearch } from '../tables.ts'

export type SavedSearchRow = Omit<Selectable<CatalogSavedSearch>, 'conditions' | 'notify'> & {
  readonly conditions: SavedConditions
  readonly notify: SavedSearchInput['notify']
}

export async function insertSavedSearch(
  db: CatalogDb,
  search: SavedSearchInput & { readonly id: string; readonly personId: string; readonly organisationId: string | null; readonly at: Date },
): Promise<SavedSearchRow> {
  return (await db
    .insertInto('catalog.saved_search')
    .values({
      id: search.id,
      person_id: search.personId,
      organisation_id: search.organisationId,
      name: search.name,
      query: search.query,
      conditions: JSON.stringify(search.conditions),
      notify: search.notify,
      created_at: search.at,
      updated_at: search.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as SavedSearchRow
}

/** Locks the person's searches for a count that must hold until the transaction ends. */
export async function countSavedSearches(db: CatalogDb, personId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`saved_search ${personId}`}, 0))`.execute(db)
  const row = await db
    .selectFrom('catalog.saved_search')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return row.count
}

export async function listSavedSearches(
  db: CatalogDb,
  filter: { personId: string; after?: string | undefined; limit: number },
): Promise<(SavedSearchRow & { new_count: number })[]> {
  let query = db
    .selectFrom('catalog.saved_search as s')
    .selectAll('s')
    .select((eb) =>
      eb
        .selectFrom('catalog.saved_search_match as m')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('m.saved_search_id', '=', 's.id')
        .as('new_count'),
    )
    .where('s.person_id', '=', filter.personId)
  if (filter.after) query = query.where('s.id', '<', filter.after)
  return (await query
    .orderBy('s.id', 'desc')
    .limit(filter.limit + 1)
    .execute()) as unknown as (SavedSearchRow & { new_count: number })[]
}

export async function findSavedSearch(
  db: CatalogDb,
  id: string,
  personId: string,
): Promise<(SavedSearchRow & { new_count: number }) | undefined> {
  const row = await db
    .selectFrom('catalog.saved_search')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return undefined
  const { count } = await db
    .selectFrom('catalog.saved_search_match')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('saved_search_id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...(row as SavedSearchRow), new_count: count }
}

/** False when the version is another. */
export async function updateSavedSearch(
  db: CatalogDb,
  search: { id: string; expectedVersion: number; name?: string | undefined; notify?: string | undefined; at: Date },
): Promise<boolean> {
  const result = await db
    .updateTable('catalog.saved_search')
    .set({
      ...(search.name !== undefined && { name: search.name }),
      ...(search.notify !== undefined && { notify: search.notify }),
      version: search.expectedVersion + 1,
      updated_at: search.at,
    })
    .where('id', '=', search.id)
    .where('version', '=', search.expectedVersion)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function deleteSavedSearch(db: CatalogDb, id: string, personId: string): Promise<boolean> {
  const result = await db.deleteFrom('catalog.saved_search').where('id', '=', id).where('person_id', '=', personId).executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** Searches that want to be told, in order of their id. */
export async function listWatchingSearches(db: CatalogDb, after: string | null, limit: number): Promise<SavedSearchRow[]> {
  let query = db.selectFrom('catalog.saved_search').selectAll().where('notify', '<>', 'never')
  if (after !== null) query = query.where('id', '>', after)
  return (await query.orderBy('id').limit(limit).execute()) as SavedSearchRow[]
}

/** Which of the queries each document meets, as pairs of query index and resource. */
export async function listMeetings(
  db: CatalogDb,
  queries: readonly string[],
  resourceIds: readonly string[],
): Promise<{ index: number; resource_id: string }[]> {
  if (queries.length === 0 || resourceIds.length === 0) return []
  const { rows } = await sql<{ index: number; resource_id: string }>`
    select (wanted.ordinality - 1)::int as index, d.resource_id
    from unnest(${queries}::text[]) with ordinality as wanted (query, ordinality)
    join catalog.search_document d on d.resource_id = any(${resourceIds}::uuid[]) and d.tokens @@ wanted.query::tsquery
    order by index, d.resource_id`.execute(db)
  return rows
}

export async function insertMatches(
  db: CatalogDb,
  matches: readonly { readonly savedSearchId: string; readonly resourceId: string }[],
  at: Date,
): Promise<void> {
  if (matches.length === 0) return
  await db
    .insertInto('catalog.saved_search_match')
    .values(matches.map(({ savedSearchId, resourceId }) => ({ saved_search_id: savedSearchId, resource_id: resourceId, found_at: at })))
    .onConflict((conflict) => conflict.constraint('saved_search_match_pkey').doNothing())
    .execute()
}

export type WaitingRow = {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly personId: string
}

/** Searches with matches that nobody was told of. */
export async function listWaiting(db: CatalogDb, notify: 'at_once' | 'daily', after: string | null, limit: number): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select s.id, s.name, s.query, s.person_id as "personId"
    from catalog.saved_search s
    where s.notify = ${notify} and (${after}::uuid is null or s.id > ${after}::uuid)
      and exists (select from catalog.saved_search_match m where m.saved_search_id = s.id and m.mailed_at is null)
    order by s.id limit ${limit}`.execute(db)
  return rows
}

type TakenMatch = { readonly resource_id: string; readonly name: string; readonly provider: string }

/** Marks waiting matches as told and returns them; of two jobs only one gets each. Matches that are published no more are only marked. */
export async function takeWaitingMatches(db: CatalogDb, savedSearchId: string, at: Date): Promise<TakenMatch[]> {
  const { rows } = await sql<TakenMatch>`
    with taken as (
      update catalog.saved_search_match set mailed_at = ${at} where saved_search_id = ${savedSearchId} and mailed_at is null
      returning resource_id, found_at)
    select t.resource_id, coalesce(d.card->>'nameZh', d.card->>'nameEn') as name, d.card->'provider'->>'name' as provider
    from taken t join catalog.search_document d on d.resource_id = t.resource_id
    order by t.found_at, t.resource_id`.execute(db)
  return rows
}
