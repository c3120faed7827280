import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordAudit } from '../audit/audit.ts'
import { sealAudit } from '../audit/seal-audit.ts'
import { openDatabase, openPool } from '../database/pool.ts'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { createHttpApp } from '../http/app.ts'
import { enqueue } from '../jobs/jobs.ts'
import { drainJobs } from '../jobs/run.ts'
import { sendMail } from '../mail/mail.ts'
import { relayOnce } from '../outbox/relay.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { operationsModule } from './module.ts'

let database: TestDatabase
let pool: ReturnType<typeof openPool>
let db: ReturnType<typeof openDatabase<PlatformTables>>
let app: FastifyInstance

beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool({ connectionString: database.url })
  db = openDatabase(pool)
  const module = operationsModule({ db, now: () => new Date(), mail: null })
  // Everybody is let in: who may do what is the access matrix's question.
  app = await createHttpApp({
    publicAddress: 'http://localhost',
    access: { findActor: async () => null, refuse: () => null },
    problemTexts: [module.problems],
    requestsPerMinute: 0,
    version: 'test',
  })
  await app.register(module.routes)
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await pool.end()
  await database.drop()
})

const get = async (url: string) => (await app.inject(url)).json()

test('a failed job is shown with its reason, retried and discarded, and both acts are in the audit log', async () => {
  const fail = async () => {
    throw new Error('the printer is out of paper')
  }
  await enqueue(db, 'test.fails', { n: 1 }, { maxAttempts: 1 })
  await drainJobs({ pool, modules: [{ jobs: { 'test.fails': fail } }] })
  const { items } = await get('/jobs?state=failed')
  expect(items).toMatchObject([{ name: 'test.fails', lastError: 'the printer is out of paper', nextAttemptAt: null, payload: { n: 1 } }])
  expect(await get('/job-counts')).toMatchObject({ failed: 1 })

  expect((await app.inject({ method: 'POST', url: `/jobs/${items[0].id}/retry` })).statusCode).toBe(204)
  expect(await get('/job-counts')).toMatchObject({ failed: 0, retrying: 1 })
  expect((await app.inject({ method: 'POST', url: `/jobs/${items[0].id}/discard` })).statusCode).toBe(204)
  const gone = await app.inject({ method: 'POST', url: `/jobs/${items[0].id}/retry` })
  expect([gone.statusCode, gone.json().code]).toEqual([404, 'operations.job_gone'])
  const entries = await get('/audit-entries?action=operations.job')
  expect(entries.items.map(({ action }: { action: string }) => action)).toEqual(['operations.job.discard', 'operations.job.retry'])
})

test('a letter that is kept can be read, a letter on its way cannot', async () => {
  await sendMail(db, { to: 'chen@example.org', subject: '重设密码', text: 'https://example.org/reset?token=secret', language: 'zh' })
  const [queued] = (await get('/mails?q=重设')).items
  expect(await get(`/mails/${queued.id}`)).toMatchObject({ state: 'queued', text: null })
  const modules = [operationsModule({ db, now: () => new Date(), mail: null })]
  await relayOnce({ pool, modules })
  await drainJobs({ pool, modules })
  expect(await get(`/mails/${queued.id}`)).toMatchObject({ state: 'kept', text: 'https://example.org/reset?token=secret' })
  expect((await app.inject('/mails/00000000-0000-7000-8000-000000000000')).statusCode).toBe(404)
})

test('lists page to their end', async () => {
  for (let n = 0; n < 5; n += 1)
    await recordAudit(db, {
      actorUserId: null,
      actorOrganisationId: null,
      action: 'test.page.turn',
      subjectType: 'page',
      subjectId: String(n),
    })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: { subjectId: string }[]; nextCursor: string | null } = await get(
      `/audit-entries?action=test.page&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
    )
    seen.push(...page.items.map(({ subjectId }) => subjectId))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen.sort()).toEqual(['0', '1', '2', '3', '4'])
})

test('the verification says what is sealed, and gives an anchor', async () => {
  await sealAudit(db)
  const verification = await get('/audit-verification')
  expect(verification).toMatchObject({ unsealed: 0, findings: [], findingCount: 0 })
  expect(await get(`/audit-verification?anchor=${verification.anchor}`)).toMatchObject({ findings: [] })
  expect(await get(`/audit-verification?anchor=${'0'.repeat(64)}`)).toMatchObject({
    findings: [{ kind: 'anchor_missing' }],
    findingCount: 1,
  })
})
