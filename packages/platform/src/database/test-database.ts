import { createHash, randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrate, readMigrations } from './migrate.ts'
import { startTestServer } from './test-server.ts'

const MIGRATIONS = fileURLToPath(new URL('../../../../db/migrations', import.meta.url))
const SERVER_VARIABLE = 'JIJU_TEST_SERVER'
const TEMPLATE_VARIABLE = 'JIJU_TEST_TEMPLATE'
const RUN_VARIABLE = 'JIJU_TEST_RUN'
// Advisory locks of the test machinery on the server's administrative database: one for building, one per run while it lives.
const BUILD_LOCK = 7_461_020_262
const RUN_LOCKS = 746_102

export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> }

/** A migrated, empty database of its own: a copy of the run's template. Only inside a run that used `setup` (vitest project `db`, `e2e`). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env[SERVER_VARIABLE]
  const template = process.env[TEMPLATE_VARIABLE]
  if (!server || !template) throw new Error('createTestDatabase needs the global setup of database/test-database.ts (vitest --project db)')
  const name = `jiju_test_${process.env[RUN_VARIABLE]}_${randomBytes(5).toString('hex')}`
  await withClient(server, (client) => client.query(`create database ${name} template ${template}`))
  return {
    url: databaseUrl(server, name),
    drop: async () => {
      await withClient(server, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

/** Vitest global setup: finds or starts a server, builds the template, and returns what undoes it. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startTestServer()
  const run = randomBytes(3).toString('hex')
  const admin = new pg.Client(server.url)
  await admin.connect()
  await admin.query('select pg_advisory_lock($1, $2)', [RUN_LOCKS, Number.parseInt(run, 16)])
  await admin.query('select pg_advisory_lock($1)', [BUILD_LOCK])
  const template = await ensureTemplate(admin, server.url)
  await dropAbandoned(admin, template)
  await admin.query('select pg_advisory_unlock($1)', [BUILD_LOCK])
  process.env[SERVER_VARIABLE] = server.url
  process.env[TEMPLATE_VARIABLE] = template
  process.env[RUN_VARIABLE] = run
  return async () => {
    await dropDatabases(admin, await databasesLike(admin, `jiju_test_${run}_%`))
    await admin.end()
    await server.stop()
  }
}

/** The name says which migrations the template holds, so two checkouts on one server never share a wrong one. */
async function ensureTemplate(admin: pg.Client, server: string): Promise<string> {
  const hash = createHash('sha256')
  for (const file of readMigrations(MIGRATIONS)) hash.update(`${file.name}\n${file.sha256}\n`)
  const template = `jiju_template_${hash.digest('hex').slice(0, 16)}`
  if ((await databasesLike(admin, template)).length === 0) {
    const building = `${template}_building`
    await admin.query(`drop database if exists ${building} with (force)`)
    await admin.query(`create database ${building} template template0`)
    await migrate(databaseUrl(server, building), MIGRATIONS)
    await admin.query(`alter database ${building} rename to ${template}`)
  }
  await admin.query(`comment on database ${template} is '${new Date().toISOString()}'`)
  return template
}

/** Removes databases of runs that were killed, and templates that nobody asked for since yesterday. */
async function dropAbandoned(admin: pg.Client, template: string): Promise<void> {
  const { rows: locks } = await admin.query<{ run: number }>(
    `select objid::int as run from pg_locks where locktype = 'advisory' and classid = $1 and objsubid = 2`,
    [RUN_LOCKS],
  )
  const living = new Set(locks.map(({ run }) => run.toString(16).padStart(6, '0')))
  const tests = await databasesLike(admin, 'jiju_test_%')
  await dropDatabases(
    admin,
    tests.filter((name) => !living.has(name.split('_')[2] ?? '')),
  )
  const { rows: templates } = await admin.query<{ datname: string; used: string | null }>(
    `select datname, shobj_description(oid, 'pg_database') as used from pg_database where datname like 'jiju\\_template\\_%'`,
  )
  const yesterday = new Date(Date.now() - 86_400_000).toISOString()
  const unused = templates.filter(({ datname, used }) => datname !== template && (used ?? '') < yesterday)
  await dropDatabases(
    admin,
    unused.map(({ datname }) => datname),
  )
}

async function databasesLike(admin: pg.Client, pattern: string): Promise<string[]> {
  const { rows } = await admin.query<{ datname: string }>('select datname from pg_database where datname like $1 order by datname', [
    pattern.replaceAll('_', '\\_'),
  ])
  return rows.map(({ datname }) => datname)
}

async function dropDatabases(admin: pg.Client, names: readonly string[]): Promise<void> {
  for (const name of names) await admin.query(`drop database if exists ${name} with (force)`)
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

export async function withClient<T>(connectionString: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionString)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

export { MIGRATIONS as migrationsFolder }
