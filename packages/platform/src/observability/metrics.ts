import { sql } from 'kysely'
import type pg from 'pg'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Db } from '../database/pool.ts'
import { countJobs } from '../jobs/list-jobs.ts'
import type { PlatformTables } from '../platform-tables.ts'

export type Metrics = {
  /** Text in the Prometheus format; asks the database for the figures of the queue. */
  readonly read: () => Promise<{ readonly contentType: string; readonly text: string }>
  readonly observeRequest: (request: {
    readonly method: string
    readonly route: string
    readonly status: number
    readonly seconds: number
  }) => void
  /** For `startJobs({ onJobEnd })`. */
  readonly countJob: (job: string, outcome: 'done' | 'failed' | 'given_up') => void
}

/** The figures of one process; those of the queue and the outbox are of the whole platform. */
export function createMetrics(options: { readonly pool: pg.Pool; readonly db: Db<PlatformTables> }): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'jiju_' })
  const requests = new Histogram({
    name: 'jiju_http_request_seconds',
    help: 'Duration of answered requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const jobs = new Counter({ name: 'jiju_jobs_total', help: 'Jobs that ended', labelNames: ['job', 'outcome'], registers: [registry] })
  addPoolGauge(registry, options.pool)
  addQueueGauges(registry, options.db)
  return {
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    observeRequest: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    countJob: (job, outcome) => jobs.inc({ job, outcome }),
  }
}

function addPoolGauge(registry: Registry, pool: pg.Pool): void {
  new Gauge({
    name: 'jiju_database_connections',
    help: 'Connections of the pool by what they do, and requests that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}

function addQueueGauges(registry: Registry, db: Db<PlatformTables>): void {
  new Gauge({
    name: 'jiju_jobs',
    help: 'Jobs in the queue by state; failed ones were given up',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      for (const [state, count] of Object.entries(await countJobs(db))) this.set({ state }, count)
    },
  })
  new Gauge({
    name: 'jiju_outbox_lag_seconds',
    help: 'Age of the oldest event that was not relayed yet',
    registers: [registry],
    async collect() {
      this.set(await outboxLagSeconds(db))
    },
  })
}

/** 0 when nothing waits. */
async function outboxLagSeconds(db: Db<PlatformTables>): Promise<number> {
  const oldest = await db
    .selectFrom('platform.outbox_event')
    .select(sql<number>`extract(epoch from clock_timestamp() - occurred_at)::float8`.as('seconds'))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return Math.max(0, oldest?.seconds ?? 0)
}
