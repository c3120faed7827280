import type { Db } from '@jiju/platform/database/pool'
import type { DB } from '../tables.ts'

export type PeopleTables = DB
export type PeopleDb = Db<PeopleTables>

/** `%text%` with the wildcards of LIKE taken literally. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
