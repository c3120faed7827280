import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, openPool } from '../database/pool.ts'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { enqueue } from '../jobs/jobs.ts'
import { drainJobs } from '../jobs/run.ts'
import { publish } from '../outbox/outbox.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { createMetrics } from './metrics.ts'

let database: TestDatabase
let pool: ReturnType<typeof openPool>
beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool({ connectionString: database.url })
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

test('the figures show requests, connections, the queue and the outbox', async () => {
  const db = openDatabase<PlatformTables>(pool)
  const metrics = createMetrics({ pool, db })
  metrics.observeRequest({ method: 'GET', route: '/api/v1/people/me', status: 200, seconds: 0.02 })
  metrics.countJob('test.fails', 'failed')
  await publish(db, { topic: 'test.happened', payload: {} })
  await sql`update platform.outbox_event set occurred_at = now() - interval '90 seconds'`.execute(db)
  await enqueue(db, 'test.fails', {}, { maxAttempts: 1 })
  await enqueue(db, 'test.waits')
  const fail = async () => {
    throw new Error('no')
  }
  await drainJobs({ pool, modules: [{ jobs: { 'test.fails': fail } }] })

  const { text, contentType } = await metrics.read()
  expect(contentType).toContain('text/plain')
  const figure = (name: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')
        .pop(),
    )
  expect(figure('jiju_http_request_seconds_count{method="GET",route="/api/v1/people/me",status="200"}')).toBe(1)
  expect(figure('jiju_jobs_total{job="test.fails",outcome="failed"}')).toBe(1)
  expect(figure('jiju_jobs{state="waiting"}')).toBe(1)
  expect(figure('jiju_jobs{state="failed"}')).toBe(1)
  expect(figure('jiju_outbox_lag_seconds')).toBeGreaterThanOrEqual(90)
  expect(figure('jiju_database_connections{state="waiting"}')).toBe(0)
})
