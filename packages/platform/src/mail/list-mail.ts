import { type SqlBool, sql } from 'kysely'
import type { Db } from '../database/pool.ts'
import type { PlatformTables } from '../platform-tables.ts'
import type { MailAttachment, MailCalendar } from './mail.ts'

/** `kept`: no mail server is set, so it can be read here only. */
export const MAIL_STATES = ['queued', 'sent', 'failed', 'kept'] as const
export type MailState = (typeof MAIL_STATES)[number]

export type MailSummary = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly language: string
  readonly state: MailState
  readonly attempts: number
  readonly lastError: string | null
  readonly createdAt: Date
  readonly sentAt: Date | null
}
type MailText = {
  readonly text: string | null
  readonly html: string | null
  readonly calendar: MailCalendar | null
  readonly attachments: readonly MailAttachment[]
}
type MailCursor = readonly [id: string]

const summary = ['id', 'to_address', 'subject', 'language', 'state', 'attempts', 'last_error', 'created_at', 'sent_at'] as const

/** Letters, newest first; one row more than `limit` says that there are more. */
export async function listMail(
  db: Db<PlatformTables>,
  query: {
    readonly state?: MailState | undefined
    /** Part of the receiver's address or of the subject. */
    readonly q?: string | undefined
    readonly after?: MailCursor | undefined
    readonly limit: number
  },
): Promise<MailSummary[]> {
  let select = db.selectFrom('platform.mail').select(summary)
  if (query.state) select = select.where('state', '=', query.state)
  if (query.q) select = select.where(sql<SqlBool>`position(lower(${query.q}) in lower(to_address || ' ' || subject)) > 0`)
  if (query.after) select = select.where('id', '<', query.after[0])
  const rows = await select.orderBy('id', 'desc').limit(query.limit).execute()
  return rows.map(presentMail)
}

/** One letter, or undefined. Its text is shown only where nothing else will: a letter on its way may hold the key to an account. */
export async function findMail(db: Db<PlatformTables>, id: string): Promise<(MailSummary & MailText) | undefined> {
  const row = await db
    .selectFrom('platform.mail')
    .select([...summary, 'text_body', 'html_body', 'calendar', 'attachments'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const isKept = row.state === 'kept'
  return {
    ...presentMail(row),
    text: isKept ? row.text_body : null,
    html: isKept ? row.html_body : null,
    calendar: isKept ? (row.calendar as MailCalendar | null) : null,
    attachments: isKept ? ((row.attachments ?? []) as MailAttachment[]) : [],
  }
}

function presentMail(row: {
  id: string
  to_address: string
  subject: string
  language: string
  state: string
  attempts: number
  last_error: string | null
  created_at: Date
  sent_at: Date | null
}): MailSummary {
  return {
    id: row.id,
    to: row.to_address,
    subject: row.subject,
    language: row.language,
    state: row.state as MailState,
    attempts: row.attempts,
    lastError: row.last_error,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  }
}
