import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import { createTestDatabase } from '@jiju/platform/database/test-database'
import { diskStore } from '@jiju/platform/files/disk-store'
import { drainJobs } from '@jiju/platform/jobs/run'
import { loggerOptions } from '@jiju/platform/observability/logger'
import { relayOnce } from '@jiju/platform/outbox/relay'
import type { WebhookPost } from '@jiju/platform/webhooks/module'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { buildApp } from './app.ts'
import { type Wiring, wire } from './wiring.ts'

const TEST_ADDRESS = 'http://localhost:4000'

/** Every domain wired on the database of `url`; for whoever needs the wiring without a server. */
export async function createTestWiring(
  url: string,
  now?: () => Date,
  options: { webhooks?: WebhookPost | undefined; secondFactorByRole?: boolean | undefined; factFolder?: string | undefined } = {},
): Promise<{ wiring: Wiring; pool: pg.Pool; close: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiju-files-'))
  const pool = openPool({ connectionString: url, maxConnections: 20 })
  const wiring = wire({
    pool,
    files: diskStore(folder),
    mailFrom: '集聚 <no-reply@jiju.example>',
    publicAddress: TEST_ADDRESS,
    authSecret: 'a secret for tests, 32 characters or more',
    secondFactorByRole: options.secondFactorByRole ?? false,
    factFolder: options.factFolder ?? null,
    ...(now && { now }),
    ...(options.webhooks && { webhooks: options.webhooks }),
  })
  return {
    wiring,
    pool,
    close: async () => {
      await pool.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type TestApp = {
  readonly app: FastifyInstance
  // biome-ignore lint/suspicious/noExplicitAny: a test may look at every table.
  readonly db: Kysely<any>
  readonly pool: pg.Pool
  readonly url: string
  readonly inject: (options: InjectOptions & { cookie?: string }) => Promise<LightMyRequestResponse>
  /** Delivers every event and runs every job that is due, until none is left; one job after the other unless `concurrency` says more. */
  readonly settle: (concurrency?: number) => Promise<void>
  /** Runs a job now, whether or not its time has come. */
  readonly runJob: (name: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** The whole application on a fresh database, or on the migrated one of `url`, without a port: `inject` speaks HTTP to it. */
export async function createTestApp(
  options: {
    now?: () => Date
    requestsPerMinute?: number
    webhooks?: WebhookPost
    secondFactorByRole?: boolean
    factFolder?: string
    url?: string
  } = {},
): Promise<TestApp> {
  const database = options.url ? { url: options.url, drop: async () => {} } : await createTestDatabase()
  const { wiring, pool, close } = await createTestWiring(database.url, options.now, options)
  const app = await buildApp({
    wiring,
    publicAddress: TEST_ADDRESS,
    version: 'test',
    // A bug that a test runs into shows its stack.
    logger: loggerOptions('error'),
    requestsPerMinute: options.requestsPerMinute ?? 0,
    pool,
    ...(options.now && { now: options.now }),
  })
  return {
    app,
    db: openDatabase(pool),
    pool,
    url: database.url,
    inject: ({ cookie, ...request }) =>
      app.inject({ ...request, headers: { ...(cookie && { cookie }), ...request.headers } }) as Promise<LightMyRequestResponse>,
    settle: async (concurrency = 1) => {
      for (let round = 0; round < 20; round += 1) {
        const relayed = await relayOnce({ pool, modules: wiring.modules })
        const ran = await drainJobs({ pool, modules: wiring.modules, concurrency })
        if (relayed + ran === 0) return
      }
      // On a database that others use too, theirs go on.
      if (options.url) return
      throw new Error('Events and jobs keep causing each other; 20 rounds were not enough.')
    },
    runJob: async (name) => {
      const run = wiring.modules.map(({ jobs }) => jobs?.[name]).find(Boolean)
      if (!run) throw new Error(`There is no job ${name}.`)
      await run({}, { jobId: 'test', attempt: 1, signal: new AbortController().signal })
    },
    close: async () => {
      await app.close()
      await close()
      await database.drop()
    },
  }
}
