import { createHttpApp } from '@jiju/platform/http/app'
import { serveHealth, serveMetrics } from '@jiju/platform/http/lifecycle'
import type { Metrics } from '@jiju/platform/observability/metrics'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import type pg from 'pg'
import { serveWeb } from './web.ts'
import type { Wiring } from './wiring.ts'

type AppOptions = {
  readonly wiring: Wiring
  readonly publicAddress: string
  readonly version: string
  readonly now?: () => Date
  readonly logger?: FastifyServerOptions['logger']
  readonly requestsPerMinute?: number
  /** Where all processes count the requests that they limit together. */
  readonly pool?: pg.Pool
  readonly trustProxy?: FastifyServerOptions['trustProxy']
  readonly webFolder?: string
  readonly isClosing?: () => boolean
  readonly metrics?: { readonly metrics: Metrics; readonly token?: string }
}

/** The HTTP side of the platform: every domain's routes under `/api/v1/<domain>`, health, and the web app. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { wiring } = options
  const app = await createHttpApp({
    publicAddress: options.publicAddress,
    access: wiring.access,
    problemTexts: wiring.modules.map((module) => module.problems),
    version: options.version,
    ...(options.now && { now: options.now }),
    ...(options.logger !== undefined && { logger: options.logger }),
    ...(options.requestsPerMinute !== undefined && { requestsPerMinute: options.requestsPerMinute }),
    ...(options.pool && { pool: options.pool }),
    ...(options.trustProxy !== undefined && { trustProxy: options.trustProxy }),
  })
  serveHealth(app, { isClosing: options.isClosing ?? (() => false), checkDatabase: wiring.checkDatabase })
  if (options.metrics) serveMetrics(app, options.metrics.metrics, options.metrics.token)
  for (const module of wiring.modules) await app.register(module.routes, { prefix: `/api/v1/${module.name}` })
  if (options.webFolder) await serveWeb(app, options.webFolder, wiring.isDemo)
  await app.ready()
  return app
}
