import type { Db } from '@jiju/platform/database/pool'
import type { DB } from './tables.ts'

/** The catalogue's own tables and what other domains let everybody read. */
export type CatalogTables = DB
export type CatalogDb = Db<CatalogTables>
