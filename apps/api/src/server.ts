import path from 'node:path'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import { openFileStore } from '@jiju/platform/files/open'
import { startJobs } from '@jiju/platform/jobs/run'
import { openMailTransport } from '@jiju/platform/mail/transport'
import { loggerOptions } from '@jiju/platform/observability/logger'
import { createMetrics } from '@jiju/platform/observability/metrics'
import { findDistrict } from '@jiju/platform/operations/status'
import { startRelay } from '@jiju/platform/outbox/relay'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { wire } from './wiring.ts'

type ServerOptions = {
  readonly config: Config
  readonly databaseUrl: string
  readonly authSecret: string
  readonly home: string
  readonly webFolder: string
}

export type RunningServer = { readonly address: string; readonly close: () => Promise<void> }

const VERSION = '0.1.0'

/** One server process: HTTP, the outbox relay and the job workers on one pool; or HTTP alone, when others do the background work. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config } = options
  const pool = openPool({
    connectionString: options.databaseUrl,
    maxConnections: config.DATABASE_CONNECTIONS,
    onIdleError: (error) => app?.log.warn({ err: error }, 'an idle database connection broke'),
  })
  const files = openFileStore(config, path.join(options.home, 'files'))
  const mail = openMailTransport({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM })
  const secondFactorByRole =
    config.SECOND_FACTOR_BY_ROLE === 'auto' ? !(await findDistrict(openDatabase(pool)))?.isDemo : config.SECOND_FACTOR_BY_ROLE === 'on'
  const wiring = wire({
    pool,
    files,
    mail,
    mailFrom: config.MAIL_FROM,
    publicAddress: config.publicAddress,
    authSecret: options.authSecret,
    secondFactorByRole,
    factFolder: config.JIJU_FACT_FOLDER ?? null,
    webhooks: { allowsLoopback: config.WEBHOOK_TARGETS === 'loopback' },
  })
  let isClosing = false
  const metrics = createMetrics({ pool, db: openDatabase(pool) })
  const app = await buildApp({
    wiring,
    metrics: { metrics, ...(config.METRICS_TOKEN !== undefined && { token: config.METRICS_TOKEN }) },
    publicAddress: config.publicAddress,
    version: VERSION,
    logger: loggerOptions(config.LOG_LEVEL),
    requestsPerMinute: config.REQUESTS_PER_MINUTE,
    pool,
    ...(config.TRUST_PROXY !== undefined && { trustProxy: config.TRUST_PROXY === 'true' ? true : config.TRUST_PROXY }),
    webFolder: options.webFolder,
    isClosing: () => isClosing,
  })
  const worksInBackground = config.BACKGROUND_WORK === 'on'
  const relay = worksInBackground ? startRelay({ pool, modules: wiring.modules, log: app.log }) : undefined
  const jobs = worksInBackground ? await startJobs({ pool, modules: wiring.modules, log: app.log, onJobEnd: metrics.countJob }) : undefined
  const address = await app.listen({ port: config.PORT, host: config.HOST })

  return {
    address,
    // In this order nothing acknowledged is lost: no new requests, then the running ones, then what they caused, then the connections.
    close: async () => {
      isClosing = true
      await app.close()
      await relay?.stop()
      await jobs?.stop()
      mail?.close()
      await pool.end()
    },
  }
}
