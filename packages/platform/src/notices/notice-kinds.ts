import type { Language } from '../http/problem-texts.ts'

/** What a notice is about; people choose for each group how they are told. Titles stand in the web app's texts. */
export const NOTICE_GROUPS = ['bookings', 'calendar', 'orders', 'qualification', 'searches', 'organisation', 'integrations'] as const
export type NoticeGroup = (typeof NOTICE_GROUPS)[number]

/** When a notice is mailed. In the page it always stands at once. */
export const MAIL_CHOICES = ['at_once', 'daily', 'off'] as const
export type MailChoice = (typeof MAIL_CHOICES)[number]

/** Title and body in both languages, with the fillers of problem texts: `{x}`, `{x|instant}`, `{x|day}`, `{x|yuan}`. */
export type NoticeTexts = { readonly title: Readonly<Record<Language, string>>; readonly body: Readonly<Record<Language, string>> }

export type NoticeKind = {
  readonly group: NoticeGroup
  /** What holds until a person chooses otherwise for the group. */
  readonly mail: MailChoice
  /** Does not wait for the end of quiet hours or for the digest. Who switched the group's mail off gets none all the same. */
  readonly isUrgent?: boolean
  /** Only its letter matters, such as one that carries an appointment: in the page it stands as read. */
  readonly isQuiet?: boolean
  readonly texts: NoticeTexts
}

/** `<domain>.<what_happened>` → kind. */
export type NoticeKinds = Readonly<Record<string, NoticeKind>>
