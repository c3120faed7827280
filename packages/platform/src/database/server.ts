import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startEmbeddedPostgres } from './embedded/start.ts'

type DatabaseServer = {
  /** Connection string of the platform's database. */
  readonly url: string
  /** Where the data is, for the operator: a folder, or the host of a server of their own. */
  readonly place: string
  /** Ends the embedded server if this process started it. */
  readonly stop: () => Promise<void>
}

type ServerOptions = {
  /** A PostgreSQL server of the operator's own, 15 or later; without it the embedded one is used. */
  readonly databaseUrl?: string | undefined
  /** `dataHome()`. */
  readonly home: string
  readonly settings?: Readonly<Record<string, string>>
  readonly log?: (line: string) => void
}

const OLDEST_VERSION = 15
const DATABASE = 'jiju'
const WAIT_MS = 30_000

/** The server that the platform runs on, checked to be one that it can run on. */
export async function openServer(options: ServerOptions): Promise<DatabaseServer> {
  const { databaseUrl, home, log = () => undefined } = options
  if (databaseUrl) {
    await checkServer(databaseUrl, log)
    return { url: databaseUrl, place: new URL(databaseUrl).host, stop: async () => undefined }
  }
  const server = await startEmbeddedPostgres({
    home: path.join(home, 'postgres'),
    binariesHome: home,
    log,
    ...(options.settings ? { settings: options.settings } : {}),
  })
  try {
    await createDatabase(server.url)
    const url = new URL(server.url)
    url.pathname = `/${DATABASE}`
    await checkServer(url.href, log)
    return { url: url.href, place: server.dataFolder, stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client(adminUrl)
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } catch (error) {
    // Another process of this checkout was faster.
    if (!(error instanceof pg.DatabaseError && ['42P04', '23505'].includes(error.code ?? ''))) throw error
  } finally {
    await client.end()
  }
}

/** Throws with what to do when the server is too old, not UTF-8, or may not create the extensions. */
async function checkServer(url: string, log: (line: string) => void): Promise<void> {
  const client = await connectPatiently(url, log)
  try {
    const { rows } = await client.query<{ version: number; name: string; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as name, current_setting('server_encoding') as encoding`,
    )
    const problem = rows[0] && serverProblem(rows[0])
    if (problem) throw new Error(problem)
    for (const extension of ['btree_gist', 'pg_trgm']) await ensureExtension(client, extension)
  } finally {
    await client.end()
  }
}

/** Why the platform cannot run on this server; undefined when it can. */
export function serverProblem(server: { version: number; name: string; encoding: string }): string | undefined {
  if (server.version < OLDEST_VERSION * 10_000) {
    return `Jiju needs PostgreSQL ${OLDEST_VERSION} or later; the server of DATABASE_URL is ${server.name}. Upgrade it, or unset DATABASE_URL to use the embedded one.`
  }
  if (server.encoding !== 'UTF8') {
    return `Jiju needs a database in UTF8; this one is in ${server.encoding}. Create it with: create database ${DATABASE} encoding 'UTF8' template template0`
  }
  return undefined
}

async function ensureExtension(client: pg.Client, extension: string): Promise<void> {
  try {
    await client.query(`create extension if not exists ${extension}`)
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '23505') return
    throw new Error(
      `The PostgreSQL extension ${extension} cannot be created: ${error instanceof Error ? error.message : String(error)}. ` +
        `Install the contrib package of your PostgreSQL and let a superuser run: create extension ${extension};`,
      { cause: error },
    )
  }
}

/** A server that starts together with this process may need a while. */
async function connectPatiently(url: string, log: (line: string) => void): Promise<pg.Client> {
  for (const deadline = Date.now() + WAIT_MS; ; await sleep(500)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'jiju' })
    client.on('error', (error) => log(error.message))
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => undefined)
      const code = (error as { code?: string }).code ?? ''
      if (!['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', '57P03'].includes(code) || Date.now() > deadline) throw error
      log(`The database does not answer yet (${code}); waiting`)
    }
  }
}
