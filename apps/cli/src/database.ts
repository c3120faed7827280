import path from 'node:path'
import { type Config, readConfig } from '@jiju/api/config'
import { findRoot } from '@jiju/api/root'
import { dataHome } from '@jiju/platform/database/data-home'
import { migrate } from '@jiju/platform/database/migrate'
import { openPool } from '@jiju/platform/database/pool'
import { openServer } from '@jiju/platform/database/server'
import type { FileStore } from '@jiju/platform/files/file-store'
import { openFileStore } from '@jiju/platform/files/open'
import type pg from 'pg'
import { CommandFailure, type Terminal } from './terminal.ts'

export type OpenDatabase = {
  readonly pool: pg.Pool
  readonly url: string
  readonly place: string
  /** Folder of the data that are not in the database. */
  readonly home: string
  readonly files: FileStore
  readonly config: Config
}

export const MIGRATIONS = () => path.join(findRoot(), 'db/migrations')

/**
 * Opens the platform's database for one command, the embedded server included, and closes it again. `schema`: brought up to date first,
 * only checked (so that a backup before an upgrade changes nothing), or left to the command.
 */
export async function withDatabase<Result>(
  terminal: Terminal,
  schema: 'migrate' | 'check' | 'any',
  work: (database: OpenDatabase) => Promise<Result>,
): Promise<Result> {
  const config = readConfig(terminal.environment)
  const home = dataHome({ checkout: findRoot(), env: terminal.environment })
  const server = await openServer({ databaseUrl: config.DATABASE_URL, home })
  const pool = openPool({ connectionString: server.url, maxConnections: 5, statementTimeoutMs: 0 })
  try {
    if (schema === 'migrate') {
      const { applied } = await migrate(server.url, MIGRATIONS())
      if (applied.length > 0) terminal.write(`Migrated: ${applied.join(', ')}`)
    } else if (schema === 'check') await checkMigrated(pool)
    return await work({ pool, url: server.url, place: server.place, home, files: openFileStore(config, path.join(home, 'files')), config })
  } finally {
    await pool.end()
    await server.stop()
  }
}

async function checkMigrated(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(`select to_regclass('platform.migration') is not null as there`)
  if (!rows[0]?.there) throw new CommandFailure('The database holds no platform yet. Run "jiju migrate" or "jiju start" first.')
}
