import { createTransport } from 'nodemailer'
import type { MailAttachment, MailCalendar } from './mail.ts'

export type Letter = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
  readonly language: string
  readonly calendar: MailCalendar | null
  readonly attachments: readonly MailAttachment[]
}

/** `taken`: the mail server has it. `refused`: it will never take it. `later`: it may take it at another time. */
export type Delivery = { readonly outcome: 'taken' } | { readonly outcome: 'refused' | 'later'; readonly reason: string }

/** `responseCode` is the mail server's; without it the server was not reached. */
type SmtpError = Error & { readonly responseCode?: number }

export type MailTransport = { readonly deliver: (letter: Letter) => Promise<Delivery>; readonly close: () => void }

/** SMTP by `smtp://` or `smtps://user:password@host:port`; `from` is what receivers see. Without an address there is no transport: letters are kept. */
export function openMailTransport(options: { readonly smtpUrl?: string | undefined; readonly from: string }): MailTransport | null {
  if (!options.smtpUrl) return null
  const smtp = createTransport({ url: options.smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 })
  const domain = /@([^>\s]+)/.exec(options.from)?.[1] ?? 'localhost'
  return {
    deliver: async (letter) => {
      try {
        await smtp.sendMail({
          from: options.from,
          to: letter.to,
          subject: letter.subject,
          text: letter.text,
          ...(letter.html && { html: letter.html }),
          ...(letter.calendar && {
            icalEvent: { method: letter.calendar.method, filename: 'invite.ics', content: letter.calendar.text },
          }),
          attachments: letter.attachments.map(({ name, mediaType, base64 }) => ({
            filename: name,
            contentType: mediaType,
            content: Buffer.from(base64, 'base64'),
          })),
          // Always the same for one letter, so that a second copy after a crash can be recognised.
          messageId: `<${letter.id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language === 'zh' ? 'zh-CN' : 'en' },
        })
        return { outcome: 'taken' }
      } catch (error) {
        const { responseCode, message } = error as SmtpError
        return { outcome: responseCode !== undefined && responseCode >= 500 ? 'refused' : 'later', reason: message }
      }
    },
    close: () => smtp.close(),
  }
}
