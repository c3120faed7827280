import type { Db } from '../database/pool.ts'
import type { PlatformTables } from '../platform-tables.ts'

/** `kept`: no mail server is set, so it can be read here only. */
export type MailState = 'queued' | 'sent' | 'failed' | 'kept'

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
export type MailCursor = readonly [id: string]

const summary = ['id', 'to_address', 'subject', 'language', 'state', 'attempts', 'last_error', 'created_at', 'sent_at'] as const

/** Letters, newest first; one row more than `limit` says that there are more. */
export async function listMail(
  db: Db<PlatformTables>,
  query: {
    readonly state?: MailState | undefined
    readonly to?: string | undefined
    readonly after?: MailCursor | undefined
    readonly limit: number
  },
): Promise<MailSummary[]> {
  let select = db.selectFrom('platform.mail').select(summary)
  if (query.state) select = select.where('state', '=', query.state)
  if (query.to) select = select.where('to_address', '=', query.to)
  if (query.after) select = select.where('id', '<', query.after[0])
  const rows = await select.orderBy('id', 'desc').limit(query.limit).execute()
  return rows.map(presentMail)
}

/** One letter with its text, or undefined. */
export async function findMail(
  db: Db<PlatformTables>,
  id: string,
): Promise<(MailSummary & { text: string; html: string | null }) | undefined> {
  const row = await db
    .selectFrom('platform.mail')
    .select([...summary, 'text_body', 'html_body'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...presentMail(row), text: row.text_body, html: row.html_body }
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
