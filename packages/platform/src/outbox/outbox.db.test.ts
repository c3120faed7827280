import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, openPool } from '../database/pool.ts'
import { createTestDatabase, type TestDatabase, withClient } from '../database/test-database.ts'
import { listJobs, retryJob } from '../jobs/list-jobs.ts'
import { drainJobs, startJobs } from '../jobs/run.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { type DeliveredEvent, type EventHandlers, publish } from './outbox.ts'
import { relayOnce, startRelay } from './relay.ts'

let database: TestDatabase
let pool: ReturnType<typeof openPool>
let db: ReturnType<typeof openDatabase<PlatformTables>>
const log = { warn: () => undefined, error: () => undefined }

beforeEach(async () => {
  database = await createTestDatabase()
  pool = openPool({ connectionString: database.url, maxConnections: 20 })
  db = openDatabase(pool)
})
afterEach(async () => {
  await pool.end()
  await database.drop()
})

const countOf = async (table: string) =>
  Number((await sql<{ n: bigint }>`select count(*) as n from ${sql.raw(table)}`.execute(db)).rows[0]?.n)

/** Handlers of two names that note what they saw. */
function recorder() {
  const seen = { calendar: [] as DeliveredEvent[], mail: [] as DeliveredEvent[] }
  const events: EventHandlers = {
    'test.happened': { calendar: async (event) => void seen.calendar.push(event), mail: async (event) => void seen.mail.push(event) },
  }
  return { seen, modules: [{ events }] }
}

const publishMany = (count: number) => publish(db, ...Array.from({ length: count }, (_, n) => ({ topic: 'test.happened', payload: { n } })))
const numbers = (events: readonly DeliveredEvent[]) => events.map(({ payload }) => payload.n as number).sort((a, b) => a - b)
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n)

test('each handler of a topic gets the event with its id and time', async () => {
  const { seen, modules } = recorder()
  await publish(db, { topic: 'test.happened', payload: { n: 0 } })
  const [row] = await db.selectFrom('platform.outbox_event').selectAll().execute()
  expect(await relayOnce({ pool, modules })).toBe(1)
  await drainJobs({ pool, modules })
  const event = { id: row?.id, topic: 'test.happened', payload: { n: 0 }, occurredAt: row?.occurred_at }
  expect(seen).toEqual({ calendar: [event], mail: [event] })
  expect(await countOf('platform.outbox_event')).toBe(0)
})

test('an event of a transaction that is rolled back never leaves', async () => {
  const { modules } = recorder()
  const rolledBack = db.transaction().execute(async (tx) => {
    await publish(tx, { topic: 'test.happened', payload: {} })
    throw new Error('no')
  })
  await expect(rolledBack).rejects.toThrow('no')
  expect(await relayOnce({ pool, modules })).toBe(0)
})

test('four racing relays and two workers: every handler sees every event, none is lost', async () => {
  const { seen, modules } = recorder()
  const relays = Array.from({ length: 4 }, () => startRelay({ pool, modules, log, pollMs: 5 }))
  const workers = [await startJobs({ pool, modules, log }), await startJobs({ pool, modules, log })]
  for (let round = 0; round < 10; round += 1)
    await Promise.all(upTo(30).map((n) => publish(db, { topic: 'test.happened', payload: { n: round * 30 + n } })))
  await expect.poll(() => seen.calendar.length + seen.mail.length, { timeout: 20_000 }).toBe(600)
  await Promise.all(relays.map((relay) => relay.stop()))
  await Promise.all(workers.map((worker) => worker.stop()))
  expect(numbers(seen.calendar)).toEqual(upTo(300))
  expect(numbers(seen.mail)).toEqual(upTo(300))
})

test('relays whose connections are killed again and again lose nothing', async () => {
  const { seen, modules } = recorder()
  const warnings: string[] = []
  const relays = Array.from({ length: 2 }, () => startRelay({ pool, modules, log: { warn: (text) => warnings.push(text) }, pollMs: 1 }))
  let isPublishing = true
  const killer = withClient(database.url, async (client) => {
    while (isPublishing) {
      await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'jiju' and pid <> pg_backend_pid() and query like '%outbox_event%' and query not like 'insert%' and datname = current_database()`)
      await new Promise((resolve) => setTimeout(resolve, 3))
    }
  })
  for (let n = 0; n < 400; n += 1) {
    // A publisher whose connection is killed knows that nothing was committed, and tries again.
    while (
      !(await publish(db, { topic: 'test.happened', payload: { n } })
        .then(() => true)
        .catch(() => false))
    );
  }
  isPublishing = false
  await killer
  await expect.poll(() => countOf('platform.outbox_event'), { timeout: 20_000 }).toBe(0)
  await Promise.all(relays.map((relay) => relay.stop()))
  await drainJobs({ pool, modules })
  expect([...new Set(numbers(seen.calendar))]).toEqual(upTo(400))
  expect([...new Set(numbers(seen.mail))]).toEqual(upTo(400))
  expect(warnings.length).toBeGreaterThan(0)
})

test('a handler that fails twice is retried alone, its failure can be seen, and then it succeeds', async () => {
  const calls = { good: 0, bad: 0 }
  const events: EventHandlers = {
    'test.happened': {
      good: async () => {
        calls.good += 1
      },
      bad: async () => {
        calls.bad += 1
        if (calls.bad <= 2) throw new Error(`not yet ${calls.bad}`)
      },
    },
  }
  const modules = [{ events }]
  await publishMany(1)
  await relayOnce({ pool, modules })
  for (const attempt of [1, 2]) {
    await drainJobs({ pool, modules })
    const [failure] = await listJobs(db, { state: 'retrying', limit: 10 })
    expect(failure).toMatchObject({ name: 'event:test.happened:bad', lastError: `not yet ${attempt}` })
    expect(failure?.nextAttemptAt?.getTime()).toBeGreaterThan(Date.now())
    await retryJob(db, failure?.id ?? '')
  }
  await drainJobs({ pool, modules })
  expect(calls).toEqual({ good: 1, bad: 3 })
  expect(await listJobs(db, { limit: 10 })).toEqual([])
})

test('a topic that nobody here knows waits an hour for a process that does', async () => {
  await publish(db, { topic: 'test.unknown', payload: {} })
  expect(await relayOnce({ pool, modules: [] })).toBe(0)
  await sql`update platform.outbox_event set occurred_at = now() - interval '61 minutes'`.execute(db)
  expect(await relayOnce({ pool, modules: [] })).toBe(1)
  expect(await countOf('platform.outbox_event')).toBe(0)
})
