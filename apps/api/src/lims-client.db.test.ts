import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startReceiver } from '@jiju/platform/webhooks/receiver-fixture'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './test-app.ts'
import { createOrderDistrict, type OrderDistrict } from './test-order-district.ts'
import { act, bringSample, place } from './test-order-steps.ts'
import { signUpAs } from './test-people.ts'

const PROGRAM = fileURLToPath(new URL('../../../examples/lims-client/lims-client.mjs', import.meta.url))
const TITLE = '细胞毒性（浸提液法）'

type Received = Awaited<ReturnType<typeof startReceiver>>['received'][number]

let app: TestApp
let district: OrderDistrict
let address: string
const folder = mkdtempSync(path.join(tmpdir(), 'jiju-lims-'))
const programs: ChildProcess[] = []
const closers: (() => Promise<void>)[] = []
beforeAll(async () => {
  app = await createTestApp({ webhooks: { allowsLoopback: true } })
  district = await createOrderDistrict(app)
  address = await app.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  for (const program of programs) program.kill()
  for (const close of closers) await close()
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The example as a process of its own; answers where it listens and what it has said. */
async function startClient(key: string, secret: string, readings: object): Promise<{ url: string; said: () => string }> {
  const file = path.join(folder, 'readings.json')
  writeFileSync(file, JSON.stringify(readings))
  const environment = { JIJU_ADDRESS: address, JIJU_API_KEY: key, JIJU_WEBHOOK_SECRET: secret, READINGS_FILE: file, PORT: '0' }
  const program = spawn(process.execPath, [PROGRAM], { env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  programs.push(program)
  let said = ''
  for (const stream of [program.stdout, program.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  while (!said.includes('listening at')) await once(program.stdout, 'data')
  return { url: /http:\S+/.exec(said)?.[0] ?? '', said: () => said }
}

async function addWebhook(url: string): Promise<string> {
  const owner = await signUpAs(app, { kind: 'provider', roles: ['provider:owner'], organisationId: district.providerId })
  const reply = await app.inject({
    method: 'POST',
    url: '/api/v1/webhooks',
    cookie: owner.cookie,
    payload: { name: '实验室系统', address: url, topics: ['orders.task_assigned', 'orders.task_changed'] },
  })
  expect(reply.statusCode).toBe(201)
  return reply.json().secret
}

test('the example hears of a task, does it and says what was used; a colleague checks it', async () => {
  const { call, cookies } = district
  await app.pool.query(`update catalog.resource_price set unit = 'batch' where resource_id = $1`, [district.serviceId])
  const scopes = ['orders.order.read', 'orders.task.read', 'orders.task.work', 'orders.metered.record']
  const key = await app.inject({
    method: 'POST',
    url: '/api/v1/people/me/api-keys',
    cookie: cookies.staff,
    payload: { name: '实验室系统', scopes, expiresInDays: 30 },
  })
  expect(key.statusCode).toBe(201)
  // The webhook needs an address before the program has its secret: what arrives there goes on to the program as it came.
  let target = ''
  const forward = async ({ headers, body }: Pick<Received, 'headers' | 'body'>) => {
    const own = Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('jiju-'))) as Record<string, string>
    return (await fetch(target, { method: 'POST', headers: own, body })).status
  }
  const relay = await startReceiver(async (_nth, request) => ({ status: await forward(request) }))
  closers.push(relay.close)
  const secret = await addWebhook(relay.address)
  const results = [{ parameter: '细胞存活率', sampleLabel: 'S1', value: '92.4', unit: '%', limitLow: '70' }]
  const client = await startClient(key.json().secret, secret, { [TITLE]: { results, measured: '1.10' } })
  target = client.url

  const { id } = (await place(district)).body as { id: string }
  for (const [who, path] of [
    ['manager', 'accept'],
    ['staff', 'receive'],
  ] as const) {
    if (path === 'receive') await bringSample(call, id)
    expect((await act(call, who, id, path)).status).toBe(200)
  }
  const work = (await call('staff', 'GET', `/orders/${id}/work`)).body as { items: { tasks: { id: string }[] }[] }
  const taskId = work.items[0]?.tasks[0]?.id ?? ''
  const task = async () => (await call('staff', 'GET', `/tasks/${taskId}`)).body as Record<string, unknown>
  const { body: means } = await call('manager', 'GET', '/work-means')
  const staffId = await personOf(cookies.staff)
  expect(JSON.stringify(means)).toContain(staffId)
  const assigned = await call('manager', 'PUT', `/tasks/${taskId}`, { assigneeId: staffId }, Number((await task()).version))
  expect(assigned.status).toBe(200)
  await app.settle()
  await expect.poll(async () => (await task()).state, { timeout: 20_000, interval: 100 }).toBe('done')
  expect((await task()).results).toMatchObject([{ parameter: '细胞存活率', value: '92.4', verdict: 'pass' }])
  await expect
    .poll(async () => JSON.stringify((await call('engineer', 'GET', `/orders/${id}/money`)).body), { timeout: 10_000 })
    .toContain('metered')
  expect((await call('colleague', 'POST', `/tasks/${taskId}/check`, {}, Number((await task()).version))).status).toBe(200)

  // The same event again, and one that nobody signed.
  const before = (await task()).version
  expect(relay.received.length).toBeGreaterThan(0)
  for (const request of relay.received) expect(await forward(request)).toBe(204)
  expect((await fetch(client.url, { method: 'POST', body: '{"id":"1","topic":"orders.task_assigned","data":{}}' })).status).toBe(401)
  expect((await task()).version).toBe(before)
  expect(client.said()).not.toContain('Error')
})

async function personOf(cookie: string): Promise<string> {
  return (await app.inject({ method: 'GET', url: '/api/v1/people/me', cookie })).json().person.id
}
