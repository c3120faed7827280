import type { AnyDb } from '../database/pool.ts'
import type { Language } from '../http/problem-texts.ts'
import type { MailEnclosures } from '../mail/mail.ts'

type NoticeWords = string | number | readonly string[]

/** Instants are ISO strings, days `YYYY-MM-DD`, money decimal yuan; an array stands as lines. What differs by language is given in both. */
export type NoticeParams = Readonly<Record<string, NoticeWords | Readonly<Record<Language, NoticeWords>>>>

/** Persons by id; or the active members of an organisation who hold one of the roles. */
export type NoticeReceivers =
  | readonly string[]
  | { readonly organisationId: string; readonly roles: readonly string[]; readonly except?: readonly string[] }

export type Notice = MailEnclosures & {
  /** A kind that a module declares in `notices`. */
  readonly kind: string
  readonly to: NoticeReceivers
  readonly params: NoticeParams
  /** A path of the web app, such as `/e/bookings/<id>`. */
  readonly link?: string
  /** Names the cause, such as the event's id: told twice to a person it is one notice, whatever its receivers the second time. */
  readonly key: string
}

/** Tells people in the caller's transaction: in their pages, and by mail as each of them wishes. */
export type Notify = (db: AnyDb, notice: Notice) => Promise<void>
