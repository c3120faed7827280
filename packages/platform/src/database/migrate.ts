import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { quietJobsLogger } from '../jobs/graphile-logger.ts'
import { openPool } from './pool.ts'

// Any fixed number: whoever migrates this database waits for the same lock.
const MIGRATION_LOCK = 7_461_020_261

type MigrationFile = { readonly name: string; readonly sql: string; readonly sha256: string }
type AppliedMigration = { readonly name: string; readonly sha256: string }

/** The `NNNN-name.sql` files of a folder in order. Two files of one number, or a number left out, are refused. */
export function readMigrations(folder: string): MigrationFile[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
  names.forEach((name, index) => {
    const expected = String(index + 1).padStart(4, '0')
    if (!name.startsWith(expected)) throw new Error(`Migrations in ${folder}: expected number ${expected}, found ${name}`)
  })
  return names.map((name) => {
    const sql = readFileSync(path.join(folder, name), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/** The files that are still to be applied. Throws when the database has applied something else than a prefix of them. */
export function pendingMigrations(files: readonly MigrationFile[], applied: readonly AppliedMigration[]): MigrationFile[] {
  applied.forEach((done, index) => {
    const file = files[index]
    if (file?.name === done.name && file.sha256 === done.sha256) return
    const known = files.find((candidate) => candidate.name === done.name)
    if (!known) throw new Error(`The database has applied ${done.name}, which this version does not have. Start the newer version.`)
    if (known.sha256 !== done.sha256) {
      throw new Error(`${done.name} was changed after it had been applied. Restore its text and write a new migration instead.`)
    }
    throw new Error(`${file?.name} stands before ${done.name}, which is applied already. Give it the next free number.`)
  })
  return files.slice(applied.length)
}

/**
 * Brings a database to the newest schema, the job queue's own schema first. Forward only, each file in a transaction.
 * Several processes may start at once: one migrates, the others wait and find nothing to do. A given pool needs two free connections.
 */
export async function migrate(target: string | pg.Pool, folder: string): Promise<{ applied: string[] }> {
  const files = readMigrations(folder)
  const pool = typeof target === 'string' ? openPool({ connectionString: target, maxConnections: 2 }) : target
  const client = await pool.connect()
  try {
    // Waiting for another process and building an index may take longer than a request may.
    await client.query('set statement_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await runMigrations({ pgPool: pool, logger: quietJobsLogger })
    return { applied: await applyPending(client, files) }
  } finally {
    // Ends the session, and with it the lock and the timeout.
    client.release(true)
    if (typeof target === 'string') await pool.end()
  }
}

async function applyPending(client: pg.PoolClient, files: readonly MigrationFile[]): Promise<string[]> {
  await client.query('create schema if not exists platform')
  await client.query(`create table if not exists platform.migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<AppliedMigration>('select name, sha256 from platform.migration order by name')
  const pending = pendingMigrations(files, rows)
  for (const file of pending) await applyOne(client, file)
  return pending.map((file) => file.name)
}

async function applyOne(client: pg.PoolClient, file: MigrationFile): Promise<void> {
  await client.query('begin')
  try {
    await client.query(file.sql)
    await client.query('insert into platform.migration (name, sha256) values ($1, $2)', [file.name, file.sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${file.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
