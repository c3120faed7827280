import type { AnyDb } from '@jiju/platform/database/pool'
import type { Notify } from '@jiju/platform/notices/notice'

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly language: 'zh' | 'en' }

/** What people asks of the rest of the platform; `apps/api/src/wiring.ts` supplies it. */
export type PeopleNeeds = {
  readonly now: () => Date
  /** Puts a mail into the outbox in the caller's transaction: for what guards an account, and for addresses without one. */
  readonly sendMail: (db: AnyDb, mail: Mail) => Promise<void>
  /** Tells people by page and mail in the caller's transaction; of one key a person is told once. */
  readonly notify: Notify
  /** Where browsers reach the platform, without a slash at the end. */
  readonly publicAddress: string
  /** At least 32 characters, the same for all processes and for good: seals second factors. */
  readonly authSecret: string
  /** Whether the roles of `SECOND_FACTOR_ROLES` always sign in with a second factor. */
  readonly secondFactorByRole: boolean
}
