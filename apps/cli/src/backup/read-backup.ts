import { createHash } from 'node:crypto'
import { copyFileSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { migrate, readMigrations } from '@jiju/platform/database/migrate'
import type pg from 'pg'
import { MIGRATIONS, type OpenDatabase } from '../database.ts'
import { isEmptyDatabase } from '../demo/sql.ts'
import { CommandFailure } from '../terminal.ts'
import { MANIFEST_FILE, Manifest, SECRET_FILE } from './manifest.ts'
import { addForeignKeys, advanceSequences, type BackupTable, dropForeignKeys, emptyForRestore, insertLines } from './sql.ts'

const BATCH = 2000

/** Reads the manifest and compares the hash of every file with it, so that a damaged backup is refused before anything is written. */
async function checkBackup(folder: string): Promise<Manifest> {
  const file = path.join(folder, MANIFEST_FILE)
  if (!existsSync(file)) throw new CommandFailure(`${folder} holds no ${MANIFEST_FILE}: it is no backup, or one that was not finished.`)
  const parsed = Manifest.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success)
    throw new CommandFailure(`${file} cannot be read: ${parsed.error.issues[0]?.message}. Was it written by a newer version?`)
  for (const part of [...parsed.data.tables, ...parsed.data.files]) {
    const found = path.join(folder, part.file)
    if (!existsSync(found) || (await hashOf(found)) !== part.sha256)
      throw new CommandFailure(`${part.file} is missing or damaged: its bytes are not those that were written. Nothing was restored.`)
  }
  return parsed.data
}

/**
 * Restores a backup into an empty database in one transaction. The schema is first brought to where it was when the backup was made; a later
 * version then migrates the restored rows as it would have migrated them in place.
 */
export async function restoreBackup(database: OpenDatabase, folder: string): Promise<{ manifest: Manifest; applied: string[] }> {
  const manifest = await checkBackup(folder)
  await migrateAsBackedUp(database, manifest)
  const client = await database.pool.connect()
  try {
    if (!(await isEmptyDatabase(client)))
      throw new CommandFailure('The database is not empty. Restore into an empty one: point DATABASE_URL or JIJU_DATA_DIR to it.')
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    const keys = await dropForeignKeys(client)
    await emptyForRestore(client, manifest.tables)
    for (const table of manifest.tables) await restoreTable(client, table, folder)
    await addForeignKeys(client, keys)
    await advanceSequences(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release(true)
  }
  await restoreFiles(database, manifest, folder)
  await restoreSecret(database.home, manifest, folder)
  const { applied } = await migrate(database.url, MIGRATIONS())
  return { manifest, applied }
}

async function migrateAsBackedUp(database: OpenDatabase, manifest: Manifest): Promise<void> {
  const known = readMigrations(MIGRATIONS())
  for (const [index, done] of manifest.migrations.entries())
    if (known[index]?.name !== done.name || known[index]?.sha256 !== done.sha256)
      throw new CommandFailure(`The backup was made with another ${done.name}. Restore it with the version that made it, or a later one.`)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jiju-restore-'))
  try {
    for (const { name } of manifest.migrations) copyFileSync(path.join(MIGRATIONS(), name), path.join(folder, name))
    await migrate(database.url, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function restoreTable(client: pg.PoolClient, table: BackupTable & { file: string; rows: number }, folder: string): Promise<void> {
  const lines = createInterface({
    input: createReadStream(path.join(folder, table.file)).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  let batch: string[] = []
  let rows = 0
  const flush = async () => {
    if (batch.length > 0) await insertLines(client, table, batch)
    rows += batch.length
    batch = []
  }
  for await (const line of lines) {
    batch.push(line)
    if (batch.length === BATCH) await flush()
  }
  await flush()
  if (rows !== table.rows) throw new CommandFailure(`${table.file} holds ${rows} rows instead of ${table.rows}. Nothing was restored.`)
}

async function restoreFiles(database: OpenDatabase, manifest: Manifest, folder: string): Promise<void> {
  mkdirSync(database.files.incomingFolder, { recursive: true, mode: 0o700 })
  for (const part of manifest.files) {
    const incoming = path.join(database.files.incomingFolder, `restore-${part.sha256}`)
    await copyFile(path.join(folder, part.file), incoming)
    await database.files.keep({ sha256: part.sha256, path: incoming, mediaType: 'application/octet-stream' })
  }
}

async function restoreSecret(home: string, manifest: Manifest, folder: string): Promise<void> {
  const target = path.join(home, SECRET_FILE)
  if (!manifest.hasAuthSecret || existsSync(target)) return
  mkdirSync(home, { recursive: true })
  await copyFile(path.join(folder, SECRET_FILE), target)
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
