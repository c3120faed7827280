import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { PeopleNeeds } from './needs.ts'
import type { PasswordCost } from './password.ts'
import type { PeopleTables } from './sql/database.ts'

export type PeopleDeps = {
  /** Cost of new password hashes; tests take a cheap one. */
  readonly passwordCost?: PasswordCost
  readonly db: Kysely<PeopleTables>
  readonly pool: pg.Pool
  readonly needs: PeopleNeeds
}

/** Where a request comes from, as far as signing in cares. */
export type Origin = {
  readonly address: string
  readonly userAgent: string
  /** Token of the device cookie, if the browser has one. */
  readonly deviceToken: string | undefined
  readonly requestId: string
}
