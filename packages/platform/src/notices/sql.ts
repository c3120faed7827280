import { newId } from '@jiju/kernel/ids'
import { type SqlBool, sql } from 'kysely'
import type { Db } from '../database/pool.ts'
import type { Language } from '../http/problem-texts.ts'
import type { MailEnclosures } from '../mail/mail.ts'
import type { PlatformTables } from '../platform-tables.ts'
import type { NoticeText } from './compose-notice.ts'
import { DEFAULT_SETTING, type NoticeSetting } from './mail-time.ts'
import type { NoticeReceivers } from './notice.ts'
import type { NoticeGroup } from './notice-kinds.ts'

type Platform = Db<PlatformTables>

type Receiver = { readonly id: string; readonly email: string; readonly name: string; readonly language: Language }

/** Whoever may still sign in among the receivers, each once. */
export async function listReceivers(db: Platform, to: NoticeReceivers): Promise<Receiver[]> {
  const who =
    'organisationId' in to
      ? sql<SqlBool>`p.id <> all(${to.except ?? []}::uuid[]) and exists (
          select from people_pub.membership m
          where m.person_id = p.id and m.organisation_id = ${to.organisationId} and m.status = 'active' and m.roles && ${to.roles}::text[])`
      : sql<SqlBool>`p.id = any(${to}::uuid[])`
  const { rows } = await sql<Receiver>`
    select p.id, p.email, p.name, p.language from people_pub.person p where p.is_active and ${who} order by p.id`.execute(db)
  return rows
}

type NewNotice = {
  readonly personId: string
  readonly key: string
  readonly kind: string
  readonly group: NoticeGroup
  readonly texts: Readonly<Record<Language, NoticeText>>
  readonly link: string | null
  readonly isQuiet: boolean
  readonly now: Date
}

/** Person → id of the notices that are new; a person who has one of the key already is not among them. */
export async function insertNotices(db: Platform, notices: readonly NewNotice[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .insertInto('platform.notice')
    .values(
      notices.map((notice) => ({
        id: newId(),
        person_id: notice.personId,
        key: notice.key,
        kind: notice.kind,
        topic_group: notice.group,
        texts: JSON.stringify(notice.texts),
        link: notice.link,
        created_at: notice.now,
        read_at: notice.isQuiet ? notice.now : null,
      })),
    )
    .onConflict((conflict) => conflict.constraint('notice_once').doNothing())
    .returning(['id', 'person_id'])
    .execute()
  return new Map(rows.map(({ person_id, id }) => [person_id, id]))
}

/** Person → how the person wants to be told; everybody asked for is in it. */
export async function findSettings(db: Platform, personIds: readonly string[]): Promise<ReadonlyMap<string, NoticeSetting>> {
  const rows = await db
    .selectFrom('platform.notice_setting')
    .select(['person_id', 'mail', 'zone', 'quiet_from', 'quiet_until', 'digest_at'])
    .where('person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .execute()
  const stated = new Map(rows.map((row) => [row.person_id, toSetting(row)]))
  return new Map(personIds.map((id) => [id, stated.get(id) ?? DEFAULT_SETTING]))
}

export function toSetting(row: {
  mail: unknown
  zone: string
  quiet_from: string | null
  quiet_until: string | null
  digest_at: string
}): NoticeSetting {
  return {
    mail: row.mail as NoticeSetting['mail'],
    zone: row.zone,
    quiet: row.quiet_from !== null && row.quiet_until !== null ? { from: row.quiet_from, until: row.quiet_until } : null,
    digestAt: row.digest_at,
  }
}

/** Keeps the mail of a notice back until `dueAt`. */
export async function holdMail(
  db: Platform,
  held: {
    readonly noticeId: string
    readonly personId: string
    readonly isDigest: boolean
    readonly dueAt: Date
    readonly enclosures: MailEnclosures
  },
): Promise<void> {
  await db
    .insertInto('platform.notice_mail')
    .values({
      notice_id: held.noticeId,
      person_id: held.personId,
      is_digest: held.isDigest,
      due_at: held.dueAt,
      enclosures: JSON.stringify(held.enclosures),
    })
    .execute()
}

/** Persons with held mail that is due, by id. */
export async function listPersonsDue(db: Platform, now: Date, after: string | null, limit: number): Promise<string[]> {
  let select = db.selectFrom('platform.notice_mail').select('person_id').distinct().where('due_at', '<=', now)
  if (after) select = select.where('person_id', '>', after)
  const rows = await select.orderBy('person_id').limit(limit).execute()
  return rows.map(({ person_id }) => person_id)
}

export type HeldMail = {
  readonly noticeId: string
  readonly isDigest: boolean
  readonly group: string
  readonly texts: Readonly<Record<Language, NoticeText>>
  readonly link: string | null
  readonly isRead: boolean
  readonly enclosures: MailEnclosures
}

/** A person's held mail that is due, oldest first; it is held no more. What another process is taking is left to it. */
export async function takeDueMail(db: Platform, personId: string, now: Date): Promise<HeldMail[]> {
  const { rows } = await sql<HeldMail>`
    with taken as (
      delete from platform.notice_mail where notice_id in (
        select notice_id from platform.notice_mail where person_id = ${personId} and due_at <= ${now} for update skip locked)
      returning notice_id, is_digest, enclosures)
    select n.id as "noticeId", taken.is_digest as "isDigest", n.topic_group as "group", n.texts, n.link, n.read_at is not null as "isRead",
      taken.enclosures
    from taken join platform.notice n on n.id = taken.notice_id order by n.id`.execute(db)
  return rows
}
