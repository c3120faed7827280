import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './test-app.ts'
import { startForwarder, startProgram } from './test-example-program.ts'
import { createOrderDistrict, type OrderDistrict } from './test-order-district.ts'
import { act, bringSample, place } from './test-order-steps.ts'
import { signUpAs } from './test-people.ts'

const TITLE = '细胞毒性（浸提液法）'

let app: TestApp
let district: OrderDistrict
let address: string
const folder = mkdtempSync(path.join(tmpdir(), 'jiju-lims-'))
const closers: (() => unknown)[] = []
beforeAll(async () => {
  app = await createTestApp({ webhooks: { allowsLoopback: true } })
  district = await createOrderDistrict(app)
  address = await app.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  for (const close of closers) await close()
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

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
  const relay = await startForwarder()
  closers.push(relay.close)
  const secret = await addWebhook(relay.address)
  const results = [{ parameter: '细胞存活率', sampleLabel: 'S1', value: '92.4', unit: '%', limitLow: '70' }]
  const readings = path.join(folder, 'readings.json')
  writeFileSync(readings, JSON.stringify({ [TITLE]: { results, measured: '1.10' } }))
  const client = await startProgram('lims-client', {
    JIJU_ADDRESS: address,
    JIJU_API_KEY: key.json().secret,
    JIJU_WEBHOOK_SECRET: secret,
    READINGS_FILE: readings,
  })
  closers.push(client.stop)
  relay.to(client.url)

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
  const answers = await relay.again()
  expect(answers.length).toBeGreaterThan(0)
  expect(answers.every((status) => status === 204)).toBe(true)
  expect((await fetch(client.url, { method: 'POST', body: '{"id":"1","topic":"orders.task_assigned","data":{}}' })).status).toBe(401)
  expect((await task()).version).toBe(before)
  expect(client.said()).not.toContain('Error')
})

async function personOf(cookie: string): Promise<string> {
  return (await app.inject({ method: 'GET', url: '/api/v1/people/me', cookie })).json().person.id
}
