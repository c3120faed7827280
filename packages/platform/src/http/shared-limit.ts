import { createHash } from 'node:crypto'
import { Refusal } from '@jiju/kernel/problem'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type pg from 'pg'

declare module 'fastify' {
  interface FastifyContextConfig {
    sharedLimit?: SharedLimit
  }
}

type SharedLimit = {
  /** Requests a minute of one caller, whichever server process answers. */
  readonly perMinute: number
  readonly keyOf: (request: FastifyRequest) => string
}

/** A signed-in caller counts by its session or key, anybody else by the address. */
export const callerOf = (request: FastifyRequest): string => request.actor?.credentialId ?? request.ip

/** Part of a route's configuration: its callers are counted by all server processes together, instead of the limit of each process. */
export function sharedLimit(perMinute: number, keyOf: SharedLimit['keyOf'] = callerOf) {
  return { rateLimit: false as const, sharedLimit: { perMinute, keyOf } }
}

/** Counts requests where all processes see it. One statement on an unlogged table: it waits for no disk. */
export function countSharedLimits(app: FastifyInstance, pool: pg.Pool | undefined): void {
  app.addHook('onRoute', (route) => {
    if (route.config?.sharedLimit && !pool)
      throw new Error(`${route.url} shares its limit, but this server was given no database to count in`)
  })
  app.addHook('preValidation', async (request) => {
    const { config, method, url } = request.routeOptions
    if (!config.sharedLimit || !pool) return
    const { perMinute, keyOf } = config.sharedLimit
    const { requests, seconds } = await countRequest(pool, bucketOf(String(method), url ?? '', keyOf(request)))
    if (requests > perMinute) throw new Refusal({ code: 'request.too_many', kind: 'too_many', params: { seconds } })
  })
}

/** A hash: the table tells neither address nor session. */
function bucketOf(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(parts.join('\n')).digest()
}

// By the clock of the database: machines need not agree on the second.
const COUNT = {
  name: 'platform_count_request',
  text: `insert into platform.request_count as c (bucket, window_ends_at, requests) values ($1, statement_timestamp() + interval '1 minute', 1)
    on conflict (bucket) do update set
      requests = case when c.window_ends_at <= statement_timestamp() then 1 else c.requests + 1 end,
      window_ends_at = case when c.window_ends_at <= statement_timestamp() then excluded.window_ends_at else c.window_ends_at end
    returning requests, ceil(extract(epoch from window_ends_at - statement_timestamp()))::int as seconds`,
}

type Count = { readonly requests: number; readonly seconds: number }

async function countRequest(pool: pg.Pool, bucket: Buffer): Promise<Count> {
  const { rows } = await pool.query<Count>({ ...COUNT, values: [bucket] })
  return { requests: rows[0]?.requests ?? 1, seconds: Math.max(1, rows[0]?.seconds ?? 1) }
}
