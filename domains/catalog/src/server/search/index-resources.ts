import type { Kysely } from 'kysely'
import type { CatalogDb, CatalogTables } from '../catalog-db.ts'
import { dayOf } from '../deps.ts'
import { loadDetailedSurroundings } from '../load-resources.ts'
import { listResourcesByIds } from '../sql/resources.ts'
import {
  countPublished,
  deleteDocuments,
  deleteStrayDocuments,
  deleteTerms,
  insertTerms,
  listCalendars,
  listDueIds,
  listNextChanges,
  listPublishedIds,
  lockForIndex,
  upsertDocuments,
} from '../sql/search-index.ts'
import { buildDocument } from './build-documents.ts'
import { findMeetings, recordNewMeetings } from './match-saved-searches.ts'
import { loadVocabulary } from './vocabulary.ts'

const BATCH = 200

/** The same for a change that people made: searches that begin to match are remembered with it, so that none is told twice or missed. */
export async function indexAndMatch(db: CatalogDb, ids: readonly string[], now: Date): Promise<number> {
  const vocabulary = await loadVocabulary(db)
  await lockForIndex(db, ids)
  const before = await findMeetings(db, vocabulary, ids)
  await indexResources(db, ids, now)
  return recordNewMeetings(db, before, await findMeetings(db, vocabulary, ids), now)
}

/**
 * Brings the index of these resources up to what the tables say now, in the caller's transaction. The rows are locked first, so of two
 * jobs for one resource the later reads what the earlier left, and the order of events does not matter.
 */
async function indexResources(db: CatalogDb, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  const day = dayOf(now)
  await lockForIndex(db, ids)
  const rows = (await listResourcesByIds(db, ids)).filter((row) => row.status === 'published')
  const published = new Set(rows.map((row) => row.id))
  await deleteDocuments(
    db,
    ids.filter((id) => !published.has(id)),
  )
  if (rows.length === 0) return
  const parts = {
    around: await loadDetailedSurroundings(db, rows, day),
    calendars: await listCalendars(db, [...published]),
    nextChanges: await listNextChanges(db, [...published], day),
  }
  const built = rows.map((row) => buildDocument(row, parts))
  await upsertDocuments(
    db,
    built.map(({ document }) => document),
  )
  await insertTerms(
    db,
    built.flatMap(({ terms }) => terms),
  )
}

type Batches = { readonly now: () => Date; readonly onProgress?: (done: number, total: number) => void }

/** Builds the whole index anew, batch by batch; searches go on meanwhile. Returns how many resources are in it. */
export async function reindexAll(db: Kysely<CatalogTables>, options: Batches): Promise<number> {
  const total = await countPublished(db)
  await deleteTerms(db)
  await deleteStrayDocuments(db)
  return eachBatch(db, {}, async (ids, done) => {
    await db.transaction().execute((tx) => indexResources(tx, ids, options.now()))
    options.onProgress?.(done, Math.max(total, done))
  })
}

/** All resources of a provider: its name, sites, or scopes changed. */
export async function reindexProvider(db: Kysely<CatalogTables>, providerId: string, now: () => Date): Promise<number> {
  return eachBatch(db, { providerId }, (ids) => db.transaction().execute((tx) => indexResources(tx, ids, now())))
}

/** All resources that cite one of the standards, or one that is replaced by it. */
export async function reindexStandards(db: Kysely<CatalogTables>, standardIds: readonly string[], now: () => Date): Promise<number> {
  return eachBatch(db, { standardIds }, (ids) => db.transaction().execute((tx) => indexResources(tx, ids, now())))
}

/** What the calendar changed since it was indexed, and what an event has missed. */
export async function reindexDue(db: Kysely<CatalogTables>, now: () => Date): Promise<number> {
  let done = 0
  for (;;) {
    const ids = await listDueIds(db, dayOf(now()), BATCH)
    if (ids.length === 0) return done
    await db.transaction().execute((tx) => indexResources(tx, ids, now()))
    done += ids.length
  }
}

async function eachBatch(
  db: CatalogDb,
  filter: { providerId?: string; standardIds?: readonly string[] },
  work: (ids: readonly string[], done: number) => Promise<void>,
): Promise<number> {
  let after: string | null = null
  let done = 0
  for (;;) {
    const ids: string[] = await listPublishedIds(db, { ...filter, after, limit: BATCH })
    done += ids.length
    if (ids.length > 0) await work(ids, done)
    if (ids.length < BATCH) return done
    after = ids.at(-1) ?? null
  }
}
