import { openDatabase } from '@jiju/platform/database/pool'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from './app.ts'
import { createTestApp, createTestWiring, type TestApp } from './test-app.ts'

/** Two server processes' worth of application on one database. */
let first: TestApp
let second: { app: FastifyInstance; close: () => Promise<void> }
beforeAll(async () => {
  first = await createTestApp({ requestsPerMinute: 600 })
  const { wiring, pool, close } = await createTestWiring(first.url)
  const app = await buildApp({ wiring, pool, publicAddress: 'http://localhost:4000', version: 'test', requestsPerMinute: 600 })
  second = {
    app,
    close: async () => {
      await app.close()
      await close()
    },
  }
})
afterAll(async () => {
  await second?.close()
  await first?.close()
})

const ask = (n: number, request: { method: 'GET' | 'POST'; url: string; payload?: object; remoteAddress?: string }) =>
  (n % 2 === 0 ? first.app : second.app).inject({ remoteAddress: '192.0.2.10', ...request })

const LIMITED = [
  { name: 'sign-up', url: '/api/v1/people/sign-up', payload: { email: 'a@example.com', name: '甲', password: 'kurz' }, perMinute: 20 },
  { name: 'password reset', url: '/api/v1/people/password-reset/request', payload: { email: 'nobody' }, perMinute: 20 },
  { name: 'sign-in', url: '/api/v1/people/sign-in', payload: { email: 'nobody' }, perMinute: 60 },
  { name: 'second step', url: '/api/v1/people/sign-in/second-factor', payload: {}, perMinute: 60 },
]

test.each(LIMITED)('$name: of requests that race on two processes exactly the limit passes', async ({ url, payload, perMinute }) => {
  const replies = await Promise.all(Array.from({ length: perMinute + 30 }, (_, n) => ask(n, { method: 'POST', url, payload })))
  const refused = replies.filter((reply) => reply.statusCode === 429)
  expect(refused).toHaveLength(30)
  expect(refused[0]?.json()).toMatchObject({ code: 'request.too_many' })
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0)
  const other = await ask(0, { method: 'POST', url, payload, remoteAddress: '192.0.2.11' })
  expect(other.statusCode).not.toBe(429)
})

test('a search without signing in is limited by both together, and free again when the minute is over', async () => {
  const db = openDatabase<{ 'platform.request_count': { requests: number; window_ends_at: Date } }>(first.pool)
  await db.deleteFrom('platform.request_count').execute()
  const search = (n: number) => ask(n, { method: 'GET', url: '/api/v1/catalog/search?q=HPLC' })
  expect([(await search(0)).statusCode, (await search(1)).statusCode]).toEqual([200, 200])
  expect(await db.selectFrom('platform.request_count').select('requests').execute()).toEqual([{ requests: 2 }])
  await db.updateTable('platform.request_count').set({ requests: 300 }).execute()
  expect([(await search(0)).statusCode, (await search(1)).statusCode]).toEqual([429, 429])
  await db
    .updateTable('platform.request_count')
    .set({ window_ends_at: new Date(Date.now() - 1) })
    .execute()
  expect((await search(1)).statusCode).toBe(200)
  expect(await db.selectFrom('platform.request_count').select('requests').execute()).toEqual([{ requests: 1 }])
})
