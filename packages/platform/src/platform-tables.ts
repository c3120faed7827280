import type { DB } from './tables.ts'

/** The tables of the `platform` schema, as Kysely sees them. */
export type PlatformTables = DB
