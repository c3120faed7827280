import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, openPool } from '../database/pool.ts'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { listJobs, retryJob } from '../jobs/list-jobs.ts'
import { platformWork } from '../jobs/platform-work.ts'
import { drainJobs } from '../jobs/run.ts'
import { relayOnce } from '../outbox/relay.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { findMail, listMail } from './list-mail.ts'
import { sendMail } from './mail.ts'
import { startSmtpServer } from './smtp-server-fixture.ts'
import { openMailTransport } from './transport.ts'

let database: TestDatabase
let pool: ReturnType<typeof openPool>
let db: ReturnType<typeof openDatabase<PlatformTables>>
const closers: (() => unknown)[] = []

beforeEach(async () => {
  database = await createTestDatabase()
  pool = openPool({ connectionString: database.url })
  db = openDatabase(pool)
})
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
  await pool.end()
  await database.drop()
})

async function deliverVia(smtpUrl?: string) {
  const mail = openMailTransport({ smtpUrl, from: '集聚 <no-reply@jiju.example>' })
  if (mail) closers.push(() => mail.close())
  const modules = [platformWork({ db, mail })]
  await relayOnce({ pool, modules })
  return { run: () => drainJobs({ pool, modules }) }
}

async function smtp(answerTo?: (receiver: string) => string | undefined) {
  const server = await startSmtpServer(answerTo)
  closers.push(server.close)
  return server
}

const letter = { to: 'chen@example.org', subject: '预约已确认', text: '您的预约已确认。', language: 'zh' as const }
const states = async () => (await listMail(db, { limit: 50 })).map(({ to, state, attempts }) => ({ to, state, attempts }))

test('without a mail server the letter is kept and can be read', async () => {
  await sendMail(db, { ...letter, html: '<p>您的预约已确认。</p>' })
  await (await deliverVia()).run()
  const [kept] = await listMail(db, { state: 'kept', limit: 10 })
  expect(kept).toMatchObject({ to: 'chen@example.org', subject: '预约已确认', state: 'kept', attempts: 0 })
  expect(await findMail(db, kept?.id ?? '')).toMatchObject({ text: '您的预约已确认。', html: '<p>您的预约已确认。</p>' })
})

test('a letter of a transaction that is rolled back is not sent', async () => {
  const server = await smtp()
  const rolledBack = db.transaction().execute(async (tx) => {
    await sendMail(tx, letter)
    throw new Error('no')
  })
  await expect(rolledBack).rejects.toThrow('no')
  await (await deliverVia(server.url)).run()
  expect(server.letters).toEqual([])
})

test('the mail server gets the letter, with an id that stays the same', async () => {
  const server = await smtp()
  await sendMail(db, letter)
  await (await deliverVia(server.url)).run()
  const [sent] = await listMail(db, { limit: 10 })
  expect(sent).toMatchObject({ state: 'sent', attempts: 1, sentAt: expect.any(Date) })
  // It may hold the key to an account, so nobody but its receiver reads it.
  expect(await findMail(db, sent?.id ?? '')).toMatchObject({ text: null, html: null })
  expect(server.letters).toHaveLength(1)
  expect(server.letters[0]).toMatchObject({ from: 'no-reply@jiju.example', to: 'chen@example.org' })
  expect(server.letters[0]?.data).toContain(`Message-ID: <${sent?.id}@jiju.example>`)
  expect(server.letters[0]?.data).toContain('Content-Language: zh-CN')
})

test('a temporary refusal is tried again, and then the letter is sent once', async () => {
  let refusals = 2
  const server = await smtp(() => {
    refusals -= 1
    return refusals >= 0 ? '451 come back later' : undefined
  })
  await sendMail(db, letter)
  const delivery = await deliverVia(server.url)
  for (const attempts of [1, 2]) {
    await delivery.run()
    expect(await listMail(db, { limit: 10 })).toMatchObject([{ state: 'queued', attempts, lastError: expect.stringContaining('451') }])
    const [failure] = await listJobs(db, { state: 'retrying', limit: 10 })
    // What the server said may name the receiver: it stands with the letter, not in the queue and the log.
    expect(failure?.lastError).toMatch(/^Mail [0-9a-f-]+ was not taken at attempt/)
    await retryJob(db, failure?.id ?? '')
  }
  await delivery.run()
  expect(await states()).toEqual([{ to: 'chen@example.org', state: 'sent', attempts: 3 }])
  expect(server.letters).toHaveLength(1)
})

test('a receiver that does not exist fails at once and does not hold up others', async () => {
  const server = await smtp((receiver) => (receiver === 'gone@example.org' ? '550 no such user' : undefined))
  await sendMail(db, { ...letter, to: 'gone@example.org' })
  await sendMail(db, letter)
  await (await deliverVia(server.url)).run()
  expect(await states()).toEqual([
    { to: 'chen@example.org', state: 'sent', attempts: 1 },
    { to: 'gone@example.org', state: 'failed', attempts: 1 },
  ])
  expect(await listJobs(db, { limit: 10 })).toEqual([])
})

test('a mail server that does not answer is tried again', async () => {
  const server = await smtp()
  await server.close()
  await sendMail(db, letter)
  await (await deliverVia(server.url)).run()
  expect(await states()).toEqual([{ to: 'chen@example.org', state: 'queued', attempts: 1 }])
})

test('a letter of a key is written once', async () => {
  for (let time = 0; time < 3; time += 1) await sendMail(db, { ...letter, key: 'reservation 7 confirmed' })
  expect(await listMail(db, { limit: 10 })).toHaveLength(1)
  expect(await db.selectFrom('platform.outbox_event').select('id').execute()).toHaveLength(1)
})

test('the list pages, and is filtered by state and receiver', async () => {
  for (let n = 0; n < 5; n += 1) {
    await sendMail(db, { ...letter, subject: String(n), to: n === 3 ? 'li@example.org' : letter.to })
    // Ids of one millisecond have no order.
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const first = await listMail(db, { limit: 3 })
  const rest = await listMail(db, { limit: 3, after: [first.at(-1)?.id ?? ''] })
  expect([...first, ...rest].map(({ subject }) => subject)).toEqual(['4', '3', '2', '1', '0'])
  expect((await listMail(db, { q: 'LI@', limit: 10 })).map(({ subject }) => subject)).toEqual(['3'])
  expect(await listMail(db, { state: 'sent', limit: 10 })).toEqual([])
})

test('a calendar part travels as an alternative and as an attachment, beside other files, and stands in the outbox', async () => {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REQUEST', 'END:VCALENDAR', ''].join('\r\n')
  const attachments = [{ name: '预约单.txt', mediaType: 'text/plain', base64: Buffer.from('好').toString('base64') }]
  const server = await smtp()
  await sendMail(db, { ...letter, calendar: { method: 'REQUEST', text }, attachments })
  await (await deliverVia(server.url)).run()
  const sent = server.letters[0]?.data ?? ''
  const alternative = /multipart\/alternative[\s\S]*?content-type: text\/calendar; charset=utf-8; method=REQUEST/i
  expect(sent).toMatch(alternative)
  expect(sent).toMatch(/content-type: application\/ics; name=invite\.ics/i)
  expect(sent.replace(/\n/g, '')).toContain(Buffer.from(text).toString('base64'))
  expect(sent).toContain(Buffer.from('好').toString('base64'))

  await sendMail(db, { ...letter, calendar: { method: 'CANCEL', text }, attachments })
  await (await deliverVia()).run()
  const [kept] = await listMail(db, { state: 'kept', limit: 1 })
  expect(await findMail(db, kept?.id ?? '')).toMatchObject({ calendar: { method: 'CANCEL', text }, attachments })
})
