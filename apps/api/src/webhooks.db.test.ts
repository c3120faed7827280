import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { newId } from '@jiju/kernel/ids'
import { freeAbandoned } from '@jiju/platform/jobs/lease'
import { drainJobs } from '@jiju/platform/jobs/run'
import { publish } from '@jiju/platform/outbox/outbox'
import { relayOnce } from '@jiju/platform/outbox/relay'
import { webhooksModule } from '@jiju/platform/webhooks/module'
import type { PublicEvents } from '@jiju/platform/webhooks/public-events'
import { startReceiver } from '@jiju/platform/webhooks/receiver-fixture'
import { signatureOf } from '@jiju/platform/webhooks/signature'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestApp, type TestApp } from './test-app.ts'
import { type SignedUp, signUpAs } from './test-people.ts'

let t: TestApp
let now = new Date('2026-11-23T02:00:00.000Z')
const closers: (() => Promise<void>)[] = []
/** A public event as the people domain tells it. */
const PEOPLE_EVENTS: PublicEvents = {
  'people.member_joined': {
    title: { zh: '有成员加入', en: 'Somebody became a member' },
    data: z.looseObject({}),
    present: async ({ payload }) => ({ organisationIds: [String(payload.organisationId)], data: payload }),
  },
}
const AUTH_SECRET = 'a secret for tests, 32 characters or more'

beforeAll(async () => {
  t = await createTestApp({ now: () => now, webhooks: { allowsLoopback: true } })
})
afterAll(() => t.close())
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function receiver(...given: Parameters<typeof startReceiver>) {
  const started = await startReceiver(...given)
  closers.push(started.close)
  return started
}
const owner = () => signUpAs(t, { kind: 'provider', roles: ['provider:owner'] })

/** Somebody of the same organisation, whose session began now. */
const colleague = ({ organisationId }: SignedUp) => signUpAs(t, { kind: 'provider', roles: ['provider:owner'], organisationId })

async function call(
  who: SignedUp,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const answer = await t.inject({
    method,
    url: `/api/v1/webhooks${path}`,
    cookie: who.cookie,
    headers,
    ...(body !== undefined && { payload: body as object }),
  })
  return { status: answer.statusCode, headers: answer.headers, body: answer.body ? answer.json() : null }
}
const TOPICS = ['people.member_joined']
async function add(who: SignedUp, address: string, topics = TOPICS) {
  const { status, body } = await call(who, 'POST', '', { name: '内部系统', address, topics })
  expect(status).toBe(201)
  return { id: body.webhook.id as string, secret: body.secret as string }
}
const happen = (organisationId: string, topic = 'people.member_joined') =>
  publish(t.db, { topic, payload: { organisationId, personId: newId(), roles: ['provider:owner'] } })
async function deliveries(who: SignedUp, id: string) {
  return (await call(who, 'GET', `/${id}/deliveries`)).body.items as {
    id: string
    state: string
    attempts: number
    lastStatus: number | null
    topic: string
  }[]
}
/** Makes every job due and runs it. */
async function later(ms = 0) {
  now = new Date(now.getTime() + ms)
  await t.pool.query(`update graphile_worker._private_jobs set run_at = now() where attempts < max_attempts`)
  await t.settle()
}
const noticesOf = async (who: SignedUp) =>
  (await t.pool.query(`select kind from platform.notice where person_id = $1 order by id`, [who.userId])).rows.map(({ kind }) => kind)

describe('deliveries', () => {
  test('reach the organisation whose matter it is, signed, in order, and no other', async () => {
    const [mine, other, ownReceiver, otherReceiver] = [await owner(), await owner(), await receiver(), await receiver()]
    const { id, secret } = await add(mine, ownReceiver.address)
    await add(other, otherReceiver.address)
    await add(mine, ownReceiver.address, ['people.member_left'])
    for (let n = 0; n < 3; n += 1) {
      await happen(mine.organisationId)
      await t.settle()
    }
    expect(otherReceiver.received).toEqual([])
    expect(ownReceiver.received).toHaveLength(3)
    for (const { headers, body } of ownReceiver.received) {
      const timestamp = String(headers['jiju-timestamp'])
      expect(timestamp).toBe(String(now.getTime() / 1000))
      expect(headers['jiju-signature']).toBe(`v1=${signatureOf(secret, timestamp, body)}`)
      expect(JSON.parse(body)).toMatchObject({
        id: headers['jiju-event-id'],
        topic: 'people.member_joined',
        data: { organisationId: mine.organisationId },
      })
    }
    expect((await deliveries(mine, id)).map(({ state, lastStatus }) => [state, lastStatus])).toEqual(Array(3).fill(['delivered', 204]))
  })

  test('of one event there is one, however often it is handled', async () => {
    const [who, target] = [await owner(), await receiver()]
    const { id } = await add(who, target.address)
    await happen(who.organisationId)
    const event = await t.db.selectFrom('platform.outbox_event').selectAll().executeTakeFirstOrThrow()
    await t.settle()
    await t.db
      .insertInto('platform.outbox_event')
      .values({ ...event, payload: JSON.stringify(event.payload) })
      .execute()
    await t.settle()
    expect([target.received.length, (await deliveries(who, id)).length]).toEqual([1, 1])
  })

  test('are tried again later, and then arrive', async () => {
    const [who, target] = [await owner(), await receiver((nth) => ({ status: nth < 3 ? 503 : 200, body: `answer ${nth}` }))]
    const { id } = await add(who, target.address)
    await happen(who.organisationId)
    await t.settle()
    const [first] = await deliveries(who, id)
    expect(first).toMatchObject({
      state: 'retrying',
      attempts: 1,
      lastStatus: 503,
      nextAttemptAt: new Date(now.getTime() + 10_000).toISOString(),
    })
    await later(10_000)
    await later(60_000)
    await later()
    expect(target.received).toHaveLength(3)
    expect(new Set(target.received.map(({ headers }) => headers['jiju-event-id'])).size).toBe(1)
    const { body } = await call(who, 'GET', `/deliveries/${first?.id}`)
    expect(body.state).toBe('delivered')
    expect(body.tries.map((one: { status: number; responseStart: string }) => [one.status, one.responseStart])).toEqual([
      [200, 'answer 3'],
      [503, 'answer 2'],
      [503, 'answer 1'],
    ])
  })

  test('a process that is killed between the answer and the note of it loses nothing: another one sends it once more', async () => {
    const fixture = fileURLToPath(new URL('../../../packages/platform/src/webhooks/deliver-fixture.ts', import.meta.url))
    const arguments_ = ['--import', 'tsx', fixture, t.url, AUTH_SECRET]
    let child: ChildProcess | undefined
    const target = await receiver(async (nth) => {
      if (nth === 1 && child) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      return { status: 204 }
    })
    const who = await owner()
    const { id } = await add(who, target.address)
    await happen(who.organisationId)
    await relayOnce({ pool: t.pool, modules: [{ events: { 'people.member_joined': { 'webhooks.fan_out': async () => undefined } } }] })
    const { outboundJobs: _, ...fanOutOnly } = webhooksModule({
      db: t.db,
      now: () => now,
      authSecret: AUTH_SECRET,
      notify: async () => undefined,
      post: { allowsLoopback: true },
      publicEvents: PEOPLE_EVENTS,
    })
    await drainJobs({ pool: t.pool, modules: [fanOutOnly] })
    child = spawn(process.execPath, arguments_, { stdio: 'inherit' })
    await once(child, 'exit')
    expect([target.received.length, (await deliveries(who, id))[0]?.state]).toEqual([1, 'waiting'])
    await t.settle()
    // The dead one still has it.
    expect(target.received).toHaveLength(1)
    await t.pool.query(`update graphile_worker._private_jobs set locked_at = locked_at - interval '1 minute' where locked_at is not null`)
    const client = await t.pool.connect()
    await expect.poll(() => freeAbandoned(client), { timeout: 5000 }).toHaveLength(1)
    client.release()
    await later()
    expect([target.received.length, (await deliveries(who, id))[0]?.state]).toEqual([2, 'delivered'])
    expect(new Set(target.received.map(({ headers }) => headers['jiju-event-id'])).size).toBe(1)
  })

  test('after a day without any success the webhook stops, its owner is told, and what waited leaves on resuming', async () => {
    let isUp = false
    const [who, target] = [await owner(), await receiver(() => ({ status: isUp ? 204 : 500 }))]
    const { id } = await add(who, target.address)
    await happen(who.organisationId)
    await t.settle()
    for (let tries = 1; tries < 9; tries += 1) await later(3_600_000 * tries)
    expect(target.received).toHaveLength(9)
    const late = await colleague(who)
    const paused = await call(late, 'GET', `/${id}`)
    expect(paused.body).toMatchObject({ state: 'paused', pausedBecause: 'failing' })
    expect(await noticesOf(who)).toEqual(['webhooks.paused'])
    await happen(who.organisationId)
    await later(60_000)
    expect(target.received).toHaveLength(9)
    expect((await deliveries(late, id)).map(({ state }) => state)).toEqual(['held', 'failed'])
    isUp = true
    const resumed = await call(late, 'POST', `/${id}/resume`, undefined, { 'if-match': String(paused.headers.etag) })
    expect(resumed.body).toMatchObject({ state: 'active', pausedBecause: null })
    await t.settle()
    expect((await deliveries(late, id)).map(({ state }) => state)).toEqual(['delivered', 'failed'])
  })

  test('one that fails among others that arrive fails alone', async () => {
    const bad = (body: string) => body.includes('member_left')
    const [who, target] = [await owner(), await receiver((_, { body }) => ({ status: bad(body) ? 422 : 200 }))]
    const { id } = await add(who, target.address, ['people.member_joined', 'people.member_left'])
    await happen(who.organisationId, 'people.member_left')
    await t.settle()
    for (let tries = 1; tries < 9; tries += 1) {
      await happen(who.organisationId)
      await later(7_200_000)
    }
    const late = await colleague(who)
    expect((await call(late, 'GET', `/${id}`)).body.state).toBe('active')
    expect((await deliveries(late, id)).map(({ state }) => state)).toEqual([...Array(8).fill('delivered'), 'failed'])
    expect(await noticesOf(who)).toEqual(['webhooks.delivery_failed'])
  })

  test('a pause while events come and resuming leave nothing behind', async () => {
    const [who, target] = [await owner(), await receiver()]
    const { id } = await add(who, target.address)
    for (let round = 0; round < 8; round += 1) {
      const verb = round % 2 === 0 ? 'pause' : 'resume'
      const { headers } = await call(who, 'GET', `/${id}`)
      await Promise.all([
        ...Array.from({ length: 4 }, () => happen(who.organisationId)),
        t.settle(),
        call(who, 'POST', `/${id}/${verb}`, undefined, { 'if-match': String(headers.etag) }),
      ])
    }
    await t.settle()
    await later()
    expect((await deliveries(who, id)).map(({ state }) => state)).toEqual(Array(32).fill('delivered'))
    expect(new Set(target.received.map(({ headers }) => headers['jiju-event-id'])).size).toBe(32)
  })
})

describe('by hand', () => {
  test('a ping is sent once, signed, also while paused, and not tried again', async () => {
    const [who, target] = [await owner(), await receiver((nth) => ({ status: nth === 1 ? 200 : 500 }))]
    const { id } = await add(who, target.address)
    await call(who, 'POST', `/${id}/pause`, undefined, { 'if-match': '"1"' })
    for (let n = 0; n < 2; n += 1) {
      expect((await call(who, 'POST', `/${id}/ping`)).status).toBe(202)
      await later(1000)
    }
    expect(target.received.map(({ headers }) => headers['jiju-topic'])).toEqual(['webhooks.ping', 'webhooks.ping'])
    expect((await deliveries(who, id)).map(({ state }) => state)).toEqual(['failed', 'delivered'])
    await later()
    expect(target.received).toHaveLength(2)
  })

  test('sending again repeats body and event id', async () => {
    const [who, target] = [await owner(), await receiver()]
    const { id } = await add(who, target.address)
    await happen(who.organisationId)
    await t.settle()
    const [delivery] = await deliveries(who, id)
    expect((await call(who, 'POST', `/deliveries/${delivery?.id}/resend`)).status).toBe(202)
    await later(1000)
    const [first, second] = target.received
    expect([second?.body, second?.headers['jiju-event-id']]).toEqual([first?.body, first?.headers['jiju-event-id']])
    const { body } = await call(who, 'GET', `/deliveries/${delivery?.id}`)
    expect([body.attempts, body.tries.map((one: { byHand: boolean }) => one.byHand)]).toEqual([0, [true, false]])
  })
})

describe('keeping webhooks', () => {
  test('the secret is shown once; another one overlaps with it as long as was said', async () => {
    const [who, target] = [await owner(), await receiver()]
    const { id, secret } = await add(who, target.address)
    expect(JSON.stringify((await call(who, 'GET', '')).body)).not.toContain(secret)
    const rotated = await call(who, 'POST', `/${id}/secret`, { overlapHours: 24 }, { 'if-match': '"1"' })
    const fresh = rotated.body.secret
    await happen(who.organisationId)
    await t.settle()
    now = new Date(now.getTime() + 24 * 3_600_000)
    await happen(who.organisationId)
    await t.settle()
    const signers = target.received.map(({ headers, body }) =>
      [secret, fresh].filter((key) =>
        String(headers['jiju-signature']).includes(signatureOf(key, String(headers['jiju-timestamp']), body)),
      ),
    )
    expect(signers).toEqual([[secret, fresh], [fresh]])
    const { rows } = await t.pool.query(`select * from platform.webhook where id = $1`, [id])
    expect(Buffer.concat([rows[0].secret_sealed, rows[0].old_secret_sealed]).includes(Buffer.from(secret.slice(6)))).toBe(false)
  })

  test.each([
    [{ address: 'http://hooks.example.cn/' }, 'webhooks.address_not_https'],
    [{ address: 'https://10.1.2.3/' }, 'webhooks.address_private'],
    [{ address: 'https://a:b@hooks.example.cn/' }, 'webhooks.address_invalid'],
    [{ topics: ['people.nothing'] }, 'webhooks.topic_unknown'],
  ])('%j is refused', async (change, code) => {
    const { status, body } = await call(await owner(), 'POST', '', {
      name: 'a',
      address: 'https://hooks.example.cn/',
      topics: TOPICS,
      ...change,
    })
    expect([status, body.code]).toEqual([422, code])
  })

  test('an organisation has twenty at most, also when they are added at once', async () => {
    const who = await owner()
    const entry = { name: 'a', address: 'https://hooks.example.cn/', topics: TOPICS }
    const answers = await Promise.all(Array.from({ length: 24 }, () => call(who, 'POST', '', entry)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(answers.filter(({ body }) => body.code === 'webhooks.too_many')).toHaveLength(4)
  })

  test('another organisation sees none of it, and other roles may not', async () => {
    const [who, other, target] = [await owner(), await owner(), await receiver()]
    const { id } = await add(who, target.address)
    await happen(who.organisationId)
    await t.settle()
    const [delivery] = await deliveries(who, id)
    const match = { 'if-match': '"1"' }
    const tries = [
      await call(other, 'GET', `/${id}`),
      await call(other, 'PUT', `/${id}`, { name: 'a', address: 'https://hooks.example.cn/', topics: TOPICS }, match),
      await call(other, 'POST', `/${id}/pause`, undefined, match),
      await call(other, 'POST', `/${id}/secret`, { overlapHours: 0 }, match),
      await call(other, 'POST', `/${id}/ping`),
      await call(other, 'DELETE', `/${id}`),
      await call(other, 'GET', `/${id}/deliveries`),
      await call(other, 'GET', `/deliveries/${delivery?.id}`),
      await call(other, 'POST', `/deliveries/${delivery?.id}/resend`),
    ]
    expect(tries.map(({ status }) => status)).toEqual(Array(9).fill(404))
    const unknown = await call(other, 'GET', `/${newId()}`)
    expect(tries[0]?.body.code).toBe(unknown.body.code)
    const staff = await signUpAs(t, { kind: 'provider', roles: ['provider:lab_staff'], organisationId: who.organisationId })
    expect((await call(staff, 'GET', '')).status).toBe(403)
    const integrator = await signUpAs(t, { kind: 'provider', roles: ['provider:integrator'], organisationId: who.organisationId })
    expect((await call(integrator, 'GET', `/${id}`)).status).toBe(200)
  })

  test('nobody overwrites what they have not seen; removing takes the log along', async () => {
    const [who, target] = [await owner(), await receiver()]
    const { id } = await add(who, target.address)
    const entry = { name: '新名', address: target.address, topics: TOPICS }
    expect((await call(who, 'PUT', `/${id}`, entry, { 'if-match': '"1"' })).body.name).toBe('新名')
    expect((await call(who, 'PUT', `/${id}`, entry, { 'if-match': '"1"' })).status).toBe(412)
    await happen(who.organisationId)
    await t.settle()
    expect((await call(who, 'DELETE', `/${id}`)).status).toBe(204)
    const { rows } = await t.pool.query(`select id from platform.webhook_delivery where webhook_id = $1`, [id])
    expect(rows).toEqual([])
  })

  test('every topic has a title in both languages and a schema', async () => {
    const { body } = await call(await owner(), 'GET', '/topics')
    expect(body.items.length).toBeGreaterThan(8)
    for (const item of body.items) expect(item).toMatchObject({ title: expect.stringMatching(/./), schema: { type: 'object' } })
  })
})
