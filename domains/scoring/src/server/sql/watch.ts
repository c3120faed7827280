import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ScoringTables } from '../needs.ts'

type WatchListRow = { readonly id: string; readonly name: string; readonly purpose: string; readonly count: number }

export async function listWatchLists(db: Db<ScoringTables>): Promise<WatchListRow[]> {
  const { rows } = await sql<WatchListRow>`
    select w.id, w.name, w.purpose, (select count(*)::int from scoring.watch_list_entry e where e.list_id = w.id) as count
    from scoring.watch_list w where w.closed_at is null order by w.name, w.id`.execute(db)
  return rows
}

/** False when the name is taken. */
export async function insertWatchList(
  tx: Db<ScoringTables>,
  list: { id: string; name: string; purpose: string; by: string; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.watch_list')
    .values({ id: list.id, name: list.name, purpose: list.purpose, created_by: list.by, created_at: list.now })
    .onConflict((conflict) => conflict.constraint('watch_list_name').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function hasWatchList(db: Db<ScoringTables>, id: string): Promise<boolean> {
  const row = await db.selectFrom('scoring.watch_list').select('id').where('id', '=', id).where('closed_at', 'is', null).executeTakeFirst()
  return row !== undefined
}

/** An enterprise stands on a list once; watched again, the newest reason is kept. */
export async function watch(
  tx: Db<ScoringTables>,
  entry: { listId: string; enterpriseId: string; reason: string; by: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('scoring.watch_list_entry')
    .values({ list_id: entry.listId, enterprise_id: entry.enterpriseId, reason: entry.reason, added_by: entry.by, added_at: entry.now })
    .onConflict((conflict) =>
      conflict.columns(['list_id', 'enterprise_id']).doUpdateSet({ reason: entry.reason, added_by: entry.by, added_at: entry.now }),
    )
    .execute()
}

/** False when it does not stand there. */
export async function unwatch(tx: Db<ScoringTables>, listId: string, enterpriseId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('scoring.watch_list_entry')
    .where('list_id', '=', listId)
    .where('enterprise_id', '=', enterpriseId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

export async function listWatchedIn(
  db: Db<ScoringTables>,
  enterpriseId: string,
): Promise<{ list_id: string; name: string; reason: string; added_at: Date }[]> {
  return db
    .selectFrom('scoring.watch_list_entry as e')
    .innerJoin('scoring.watch_list as w', 'w.id', 'e.list_id')
    .select(['e.list_id', 'w.name', 'e.reason', 'e.added_at'])
    .where('e.enterprise_id', '=', enterpriseId)
    .where('w.closed_at', 'is', null)
    .orderBy('w.name')
    .orderBy('e.list_id')
    .execute()
}

export type NoteRow = { readonly id: string; readonly body: string; readonly written_at: Date; readonly writer: string | null }

export async function insertNote(
  tx: Db<ScoringTables>,
  note: { id: string; enterpriseId: string; body: string; by: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('scoring.cultivation_note')
    .values({ id: note.id, enterprise_id: note.enterpriseId, body: note.body, written_by: note.by, written_at: note.now })
    .execute()
}

/** Newest first. */
export async function listNotes(db: Db<ScoringTables>, enterpriseId: string): Promise<NoteRow[]> {
  const { rows } = await sql<NoteRow>`
    select n.id, n.body, n.written_at, p.name as writer
    from scoring.cultivation_note n left join people_pub.person p on p.id = n.written_by
    where n.enterprise_id = ${enterpriseId} order by n.written_at desc, n.id desc limit 200`.execute(db)
  return rows
}

export type VisitRow = {
  readonly id: string
  readonly enterprise_id: string
  readonly name: string
  readonly visited_on: string
  readonly visitors: string
  readonly findings: string
  readonly follow_up: string | null
  readonly follow_up_on: string | null
  readonly follow_up_done_at: Date | null
  readonly follow_up_result: string | null
}

type NewVisit = {
  readonly id: string
  readonly enterpriseId: string
  readonly visitedOn: string
  readonly visitors: string
  readonly findings: string
  readonly followUp: string | null
  readonly followUpOn: string | null
  readonly by: string
  readonly now: Date
}

export async function insertVisit(tx: Db<ScoringTables>, visit: NewVisit): Promise<void> {
  await tx
    .insertInto('scoring.visit')
    .values({
      id: visit.id,
      enterprise_id: visit.enterpriseId,
      visited_on: visit.visitedOn,
      visitors: visit.visitors,
      findings: visit.findings,
      follow_up: visit.followUp,
      follow_up_on: visit.followUpOn,
      recorded_by: visit.by,
      recorded_at: visit.now,
    })
    .execute()
}

const visits = sql`
  select v.id, v.enterprise_id, e.name, v.visited_on, v.visitors, v.findings, v.follow_up, v.follow_up_on, v.follow_up_done_at, v.follow_up_result
  from scoring.visit v join scoring.enterprise e on e.id = v.enterprise_id`

/** Newest first. */
export async function listVisits(db: Db<ScoringTables>, enterpriseId: string): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`${visits}
    where v.enterprise_id = ${enterpriseId} order by v.visited_on desc, v.id desc limit 200`.execute(db)
  return rows
}

/** What was promised and is not done, the earliest first. */
export async function listFollowUps(db: Db<ScoringTables>): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`${visits}
    where v.follow_up is not null and v.follow_up_done_at is null order by v.follow_up_on, v.id limit 100`.execute(db)
  return rows
}

/** False when there is nothing to be done any more. */
export async function finishFollowUp(tx: Db<ScoringTables>, id: string, result: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.visit')
    .set({ follow_up_done_at: now, follow_up_result: result })
    .where('id', '=', id)
    .where('follow_up', 'is not', null)
    .where('follow_up_done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
