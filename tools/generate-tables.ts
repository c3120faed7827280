/**
 * Writes each schema's row types (`tables.ts`) from a freshly migrated database, so that code and schema cannot drift.
 * A domain sees its own tables and every `…_pub` view.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Kysely, PostgresDialect } from 'kysely'
import { generate, PostgresDialect as CodegenDialect } from 'kysely-codegen'
import pg from 'pg'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const TARGETS: Readonly<Record<string, string>> = {
  platform: 'packages/platform/src/tables.ts',
  people: 'domains/people/src/server/tables.ts',
  catalog: 'domains/catalog/src/server/tables.ts',
  booking: 'domains/booking/src/server/tables.ts',
}

/** Applies every migration to a scratch database of `adminUrl`'s server and hands it to `use`. */
export async function withMigratedScratch<T>(adminUrl: string, use: (url: string) => Promise<T>): Promise<T> {
  const name = `jiju_generate_${randomBytes(4).toString('hex')}`
  const admin = new pg.Client(adminUrl)
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  try {
    const client = new pg.Client(url.href)
    await client.connect()
    const folder = path.join(ROOT, 'db/migrations')
    for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.sql')).sort()) await client.query(readFileSync(path.join(folder, file), 'utf8'))
    await client.end()
    return await use(url.href)
  } finally {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  }
}

export async function generateTables(url: string, root = ROOT): Promise<string[]> {
  const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 2 }) }) })
  const written: string[] = []
  for (const [schema, target] of Object.entries(TARGETS)) {
    const extra = schema === 'people' ? ',auth' : ''
    const generated = await generate({
      db,
      dialect: new CodegenDialect({ dateParser: 'string', numericParser: 'string' } as never),
      includePattern: schema === 'platform' ? 'platform.*' : `{${schema}${extra},*_pub}.*`,
      defaultSchemas: ['none'],
      camelCase: false,
      logger: undefined,
      outFile: null,
      print: false,
    } as never)
    // The pool parses int8 to bigint (platform/database/pool); the generator knows only strings.
    const text = generated.replace('Int8 = ColumnType<string, ', 'Int8 = ColumnType<bigint, ')
    const file = path.join(root, target)
    mkdirSync(path.dirname(file), { recursive: true })
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
    written.push(target)
  }
  await db.destroy()
  return written
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const adminUrl = process.env.TEST_DATABASE_URL ?? 'postgres://app@localhost/postgres?host=/tmp/jiju-dev/run'
  console.log((await withMigratedScratch(adminUrl, generateTables)).join('\n'))
}
