import { sql } from 'kysely'
import type { Db } from '../database/pool.ts'
import type { Language } from '../http/problem-texts.ts'
import type { PlatformTables } from '../platform-tables.ts'
import type { NoticeText } from './compose-notice.ts'

type Platform = Db<PlatformTables>

export type NoticeRow = {
  readonly id: string
  readonly kind: string
  readonly topic_group: string
  readonly texts: Readonly<Record<Language, NoticeText>>
  readonly link: string | null
  readonly created_at: Date
  readonly read_at: Date | null
}
type NoticeCursor = readonly [isRead: boolean, id: string]

const isRead = sql<boolean>`(read_at is not null)`

/** A person's notices: unread first, then newest first; one row more than `limit` says that there are more. */
export async function listNotices(
  db: Platform,
  query: {
    readonly personId: string
    readonly group?: string | undefined
    readonly onlyUnread?: boolean | undefined
    readonly after?: NoticeCursor | undefined
    readonly limit: number
  },
): Promise<NoticeRow[]> {
  let select = db
    .selectFrom('platform.notice')
    .select(['id', 'kind', 'topic_group', 'texts', 'link', 'created_at', 'read_at'])
    .where('person_id', '=', query.personId)
  if (query.group) select = select.where('topic_group', '=', query.group)
  if (query.onlyUnread) select = select.where('read_at', 'is', null)
  if (query.after) {
    const [wasRead, id] = query.after
    select = select.where((eb) => eb.or([eb(isRead, '>', wasRead), eb.and([eb(isRead, '=', wasRead), eb('id', '<', id)])]))
  }
  const rows = await select.orderBy(isRead).orderBy('id', 'desc').limit(query.limit).execute()
  return rows.map((row) => ({ ...row, texts: row.texts as NoticeRow['texts'] }))
}

/** How many notices a person has not read; counting ends at `most`. */
export async function countUnread(db: Platform, personId: string, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from platform.notice where person_id = ${personId} and (read_at is not null) = false limit ${most}) unread`.execute(db)
  return rows[0]?.count ?? 0
}

/** False when the person has no such notice. One that was read before keeps its time. */
export async function markRead(db: Platform, personId: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('platform.notice')
    .set({ read_at: sql`coalesce(read_at, ${now})` })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Marks what the person has seen: everything up to the notice `upTo`. */
export async function markAllRead(
  db: Platform,
  read: { readonly personId: string; readonly upTo: string; readonly group?: string | undefined; readonly now: Date },
): Promise<void> {
  let update = db
    .updateTable('platform.notice')
    .set({ read_at: read.now })
    .where('person_id', '=', read.personId)
    .where('read_at', 'is', null)
    .where('id', '<=', read.upTo)
  if (read.group) update = update.where('topic_group', '=', read.group)
  await update.execute()
}

const KEEP_READ_DAYS = 90
const KEEP_UNREAD_DAYS = 365

/** Notices go a quarter of a year after they were made, unread ones after a year. */
export async function deleteOldNotices(db: Platform): Promise<void> {
  await sql`
    delete from platform.notice
    where created_at < now() - make_interval(days => ${KEEP_READ_DAYS})
      and (read_at is not null or created_at < now() - make_interval(days => ${KEEP_UNREAD_DAYS}))`.execute(db)
}
