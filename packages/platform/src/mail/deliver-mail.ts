import { sql } from 'kysely'
import type { Db } from '../database/pool.ts'
import type { PlatformTables } from '../platform-tables.ts'
import type { MailAttachment, MailCalendar } from './mail.ts'
import type { MailTransport } from './transport.ts'

/** After the last try, about half a day after the first, the letter counts as failed. */
const MAX_ATTEMPTS = 10

/** Delivers one letter; throws to be called again when the server may take it later. A letter that is not queued any more is left alone. */
export async function deliverMail(db: Db<PlatformTables>, transport: MailTransport | null, id: string): Promise<void> {
  const mail = await db
    .selectFrom('platform.mail')
    .select(['to_address', 'subject', 'text_body', 'html_body', 'language', 'attempts', 'calendar', 'attachments'])
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .executeTakeFirst()
  if (!mail) return
  if (!transport) {
    await db.updateTable('platform.mail').set({ state: 'kept' }).where('id', '=', id).execute()
    return
  }
  const delivery = await transport.deliver({
    id,
    to: mail.to_address,
    subject: mail.subject,
    text: mail.text_body,
    html: mail.html_body,
    language: mail.language,
    calendar: mail.calendar as MailCalendar | null,
    attachments: (mail.attachments ?? []) as MailAttachment[],
  })
  const attempts = mail.attempts + 1
  if (delivery.outcome === 'taken') {
    await db
      .updateTable('platform.mail')
      .set({ state: 'sent', attempts, last_error: null, sent_at: sql`now()` })
      .where('id', '=', id)
      .execute()
    return
  }
  const isOver = delivery.outcome === 'refused' || attempts >= MAX_ATTEMPTS
  await db
    .updateTable('platform.mail')
    .set({ state: isOver ? 'failed' : 'queued', attempts, last_error: delivery.reason })
    .where('id', '=', id)
    .execute()
  // The server's words may name the receiver and stay with the letter; this one goes to the log.
  if (!isOver) throw new Error(`Mail ${id} was not taken at attempt ${attempts}`)
}
