import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { copyFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import type { OpenDatabase } from '../database.ts'
import { CommandFailure } from '../terminal.ts'
import { MANIFEST_FILE, type Manifest, SECRET_FILE } from './manifest.ts'
import { type BackupTable, beginSnapshot, listFileHashes, listMigrations, listTables, readRows } from './sql.ts'

/**
 * Writes everything that the platform keeps into an empty folder, as of one instant, while the platform runs: the tables, the files, the key
 * of the second factors. The manifest is written last, so a folder without one is no backup.
 */
export async function writeBackup(database: OpenDatabase, folder: string): Promise<Manifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new CommandFailure(`The folder ${folder} is not empty. Give a new one; a backup is never written over another.`)
  for (const each of ['tables', 'files']) mkdirSync(path.join(folder, each), { recursive: true, mode: 0o700 })
  const createdAt = new Date().toISOString()
  const client = await database.pool.connect()
  try {
    await beginSnapshot(client)
    const migrations = await listMigrations(client)
    const tables: Manifest['tables'] = []
    for (const table of await listTables(client)) tables.push(await writeTable(client, table, folder))
    const { files, missingFiles } = await writeFiles(database, await listFileHashes(client), folder)
    await client.query('rollback')
    const manifest: Manifest = {
      format: 'jiju-backup-1',
      createdAt,
      migrations,
      tables,
      files,
      missingFiles,
      hasAuthSecret: await copySecret(database.home, folder),
    }
    await writeFile(path.join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    return manifest
  } finally {
    client.release(true)
  }
}

/** Counts and hashes what passes through. */
function measure() {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return { stream, result: () => ({ sha256: hash.digest('hex'), bytes }) }
}

async function writeTable(client: pg.PoolClient, table: BackupTable, folder: string): Promise<Manifest['tables'][number]> {
  const file = `tables/${table.name.replaceAll('"', '')}.ndjson.gz`
  const measured = measure()
  let rows = 0
  async function* lines() {
    for await (const batch of readRows(client, table)) {
      rows += batch.length
      yield `${batch.join('\n')}\n`
    }
  }
  await pipeline(
    Readable.from(lines()),
    createGzip({ level: 6 }),
    measured.stream,
    createWriteStream(path.join(folder, file), { mode: 0o600 }),
  )
  return { name: table.name, columns: [...table.columns], rows, file, ...measured.result() }
}

async function writeFiles(
  database: OpenDatabase,
  hashes: readonly string[],
  folder: string,
): Promise<Pick<Manifest, 'files' | 'missingFiles'>> {
  const files: Manifest['files'] = []
  const missingFiles: string[] = []
  for (const sha256 of hashes) {
    const found = await database.files.find(sha256)
    if (!found) {
      missingFiles.push(sha256)
      continue
    }
    const file = `files/${sha256}`
    const measured = measure()
    await pipeline(found.stream, measured.stream, createWriteStream(path.join(folder, file), { mode: 0o600 }))
    const part = { file, ...measured.result() }
    if (part.sha256 !== sha256)
      throw new CommandFailure(`The stored file ${sha256} has other bytes than its name says. Check the disk before you go on.`)
    files.push(part)
  }
  return { files, missingFiles }
}

async function copySecret(home: string, folder: string): Promise<boolean> {
  const secret = path.join(home, SECRET_FILE)
  if (!existsSync(secret)) return false
  await copyFile(secret, path.join(folder, SECRET_FILE))
  return true
}
