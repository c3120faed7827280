import type { FileStore } from '@jiju/platform/files/file-store'
import type { Notify } from '@jiju/platform/notices/notice'
import type { Kysely } from 'kysely'
import type { DB } from './tables.ts'

export type BookingTables = DB

/** Runs one prepared statement; on a pool each is a transaction of its own. */
export type StatementRunner = {
  query: (statement: { name: string; text: string; values: unknown[] }) => Promise<{ rows: unknown[] }>
}

/** What booking asks of the rest of the platform. The composition root supplies it; booking imports no other domain. */
export type BookingNeeds = {
  readonly now: () => Date
  /** Tells people by page and mail in the caller's transaction; of one key a person is told once. */
  readonly notify: Notify
  /** Photos of faults and certificates of calibrations. */
  readonly files: FileStore
  /** Where browsers reach the platform, without a slash at the end. */
  readonly publicAddress: string
  /** Who sends letters, as their receivers see it: the organiser of every invitation. */
  readonly organiser: { readonly name: string; readonly address: string }
  /** Roles that may read a provider's timeline: a person's feed of it works as long as the person has one of them. */
  readonly timelineReaders: readonly string[]
}

export type BookingDeps = { readonly db: Kysely<BookingTables>; readonly pool: StatementRunner; readonly needs: BookingNeeds }
