import { newId } from '@jiju/kernel/ids'
import type { AnyDb, Db } from '../database/pool.ts'
import { publish } from '../outbox/outbox.ts'
import type { PlatformTables } from '../platform-tables.ts'

/** A file of a letter. */
export type MailAttachment = { readonly name: string; readonly mediaType: string; readonly base64: string }

/** An iCalendar object that mail programs act on (RFC 6047): sent as an alternative to the text and as an attachment. */
export type MailCalendar = { readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; readonly text: string }

export type MailEnclosures = { readonly calendar?: MailCalendar; readonly attachments?: readonly MailAttachment[] }

type Mail = MailEnclosures & {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly language: 'zh' | 'en'
  /** A letter of a key is written once, however often its cause is handled. */
  readonly key?: string
}

export const MAIL_QUEUED = 'platform.mail_queued'

/** Writes a letter in the caller's transaction; it leaves after the commit, or stays in the outbox page where no mail server is set. */
export async function sendMail(db: AnyDb, mail: Mail): Promise<void> {
  const platform = db as Db<PlatformTables>
  const id = newId()
  const { numInsertedOrUpdatedRows } = await platform
    .insertInto('platform.mail')
    .values({
      id,
      key: mail.key ?? null,
      to_address: mail.to,
      subject: mail.subject,
      text_body: mail.text,
      html_body: mail.html ?? null,
      language: mail.language,
      calendar: mail.calendar ? JSON.stringify(mail.calendar) : null,
      attachments: mail.attachments?.length ? JSON.stringify(mail.attachments) : null,
    })
    .onConflict((conflict) => conflict.constraint('mail_key').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) await publish(platform, { topic: MAIL_QUEUED, payload: { mailId: id } })
}
