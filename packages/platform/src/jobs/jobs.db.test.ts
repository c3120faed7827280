import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, openPool } from '../database/pool.ts'
import { createTestDatabase, type TestDatabase, withClient } from '../database/test-database.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { enqueue } from './jobs.ts'
import { freeAbandoned } from './lease.ts'
import { countJobs, discardJob, listJobs, retryJob } from './list-jobs.ts'
import { drainJobs, startJobs } from './run.ts'

let database: TestDatabase
let pool: ReturnType<typeof openPool>
let db: ReturnType<typeof openDatabase<PlatformTables>>
const log = { warn: () => undefined, error: () => undefined }

beforeEach(async () => {
  database = await createTestDatabase()
  pool = openPool({ connectionString: database.url })
  db = openDatabase(pool)
})
afterEach(async () => {
  await pool.end()
  await database.drop()
})

const failedJobs = async () => (await listJobs(db, { limit: 10 })).filter(({ state }) => state === 'failed' || state === 'retrying')

test('a job enqueued in a transaction that is rolled back never runs', async () => {
  const ran: unknown[] = []
  const handlers = { 'test.note': async (payload: unknown) => void ran.push(payload) }
  const rolledBack = db.transaction().execute(async (tx) => {
    await enqueue(tx, 'test.note', { n: 1 })
    throw new Error('no')
  })
  await expect(rolledBack).rejects.toThrow('no')
  await db.transaction().execute((tx) => enqueue(tx, 'test.note', { n: 2 }))
  expect(await drainJobs({ pool, modules: [{ jobs: handlers }] })).toBe(1)
  expect(ran).toEqual([{ n: 2 }])
})

test('a job of the same key replaces the waiting one, and a later one waits', async () => {
  await enqueue(db, 'test.note', { n: 1 }, { key: 'one' })
  await enqueue(db, 'test.note', { n: 2 }, { key: 'one' })
  await enqueue(db, 'test.note', { n: 3 }, { runAt: new Date(Date.now() + 60_000) })
  const ran: unknown[] = []
  await drainJobs({ pool, modules: [{ jobs: { 'test.note': async (payload) => void ran.push(payload) } }] })
  expect(ran).toEqual([{ n: 2 }])
  expect(await listJobs(db, { state: 'scheduled', limit: 10 })).toMatchObject([{ name: 'test.note', payload: { n: 3 }, attempts: 0 }])
})

test('failures are listed with their reason, and can be retried or discarded', async () => {
  const attempts: number[] = []
  const modules = [
    {
      jobs: {
        'test.fails_once': async (_payload: unknown, { attempt }: { attempt: number }) => {
          attempts.push(attempt)
          if (attempts.length === 1) throw new Error('the printer is out of paper')
        },
        'test.fails': async () => {
          throw new Error('always')
        },
      },
    },
  ]
  await enqueue(db, 'test.fails_once')
  await enqueue(db, 'test.fails', {}, { maxAttempts: 1 })
  await drainJobs({ pool, modules })
  const [given, once_] = await failedJobs()
  expect(given).toMatchObject({ name: 'test.fails', state: 'failed', nextAttemptAt: null, attempts: 1, maxAttempts: 1 })
  expect(once_).toMatchObject({
    name: 'test.fails_once',
    state: 'retrying',
    lastError: 'the printer is out of paper',
    nextAttemptAt: expect.any(Date),
  })
  expect(await countJobs(db)).toEqual({ failed: 1, retrying: 1, waiting: 0, scheduled: 0, running: 0 })

  expect(await discardJob(db, given?.id ?? '')).toBe(true)
  expect(await discardJob(db, given?.id ?? '')).toBe(false)
  expect(await retryJob(db, once_?.id ?? '')).toBe(true)
  await drainJobs({ pool, modules })
  expect(attempts).toEqual([1, 1])
  expect(await failedJobs()).toEqual([])
  expect(await retryJob(db, once_?.id ?? '')).toBe(false)
})

test('the list pages by its cursor and is filtered by name', async () => {
  for (let n = 0; n < 5; n += 1) await enqueue(db, 'test.note', { n })
  const first = await listJobs(db, { state: 'waiting', limit: 3 })
  const rest = await listJobs(db, { state: 'waiting', limit: 3, after: [first.at(-1)?.id ?? ''] })
  expect([...first, ...rest].map((job) => (job.payload as { n: number }).n)).toEqual([4, 3, 2, 1, 0])
  expect(await listJobs(db, { name: 'test.n', limit: 10 })).toHaveLength(5)
  expect(await listJobs(db, { name: 'est', limit: 10 })).toEqual([])
})

test('workers run jobs as they come, several at once, and stop waits for the running ones', async () => {
  let ended = 0
  let open = 0
  let most = 0
  const slow = async () => {
    open += 1
    most = Math.max(most, open)
    await new Promise((resolve) => setTimeout(resolve, 200))
    open -= 1
    ended += 1
  }
  const outcomes: string[] = []
  const jobs = await startJobs({
    pool,
    modules: [{ jobs: { 'test.slow': slow } }],
    log,
    concurrency: 3,
    onJobEnd: (job, outcome) => outcomes.push(`${job} ${outcome}`),
  })
  for (let n = 0; n < 3; n += 1) await enqueue(db, 'test.slow')
  await expect.poll(() => open, { timeout: 5000 }).toBeGreaterThan(0)
  await expect.poll(() => most, { timeout: 5000 }).toBeGreaterThan(1)
  await jobs.stop()
  expect(open).toBe(0)
  expect(ended).toBeGreaterThan(0)
  expect(outcomes).toEqual(Array(ended).fill('test.slow done'))
})

test('workers survive that the database goes away in the middle of a job', async () => {
  const ran: number[] = []
  const handler = async (payload: unknown) => {
    ran.push((payload as { n: number }).n)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  const jobs = await startJobs({ pool, modules: [{ jobs: { 'test.note': handler } }], log })
  await enqueue(db, 'test.note', { n: 1 })
  await expect.poll(() => ran, { timeout: 5000 }).toContain(1)
  const name = new URL(database.url).pathname.slice(1)
  const server = process.env.JIJU_TEST_SERVER ?? ''
  await withClient(server, async (client) => {
    await client.query(`alter database ${name} allow_connections false`)
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
    await new Promise((resolve) => setTimeout(resolve, 2000))
    await client.query(`alter database ${name} allow_connections true`)
  })
  await enqueue(db, 'test.note', { n: 2 })
  await expect.poll(() => ran, { timeout: 20_000 }).toContain(2)
  await jobs.stop()
})

test('two modules cannot handle one job', async () => {
  const jobs = { 'test.note': async () => undefined }
  await expect(drainJobs({ pool, modules: [{ jobs }, { jobs }] })).rejects.toThrow('Two modules handle the job test.note')
})

test('the job of a process that was killed is taken over; the job of a living one is not', async () => {
  const fixture = fileURLToPath(new URL('./run-fixture.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', fixture, database.url], { stdio: ['ignore', 'pipe', 'inherit'] })
  await enqueue(db, 'test.hangs')
  await once(child.stdout, 'data')
  // As if the grace had passed.
  await sql`update graphile_worker._private_jobs set locked_at = locked_at - interval '1 minute'`.execute(db)
  const client = await pool.connect()
  expect(await freeAbandoned(client)).toEqual([])
  child.kill('SIGKILL')
  await once(child, 'exit')
  await expect.poll(() => freeAbandoned(client), { timeout: 5000 }).toHaveLength(1)
  client.release()
  expect(await drainJobs({ pool, modules: [{ jobs: { 'test.hangs': async () => undefined } }] })).toBe(1)
})
