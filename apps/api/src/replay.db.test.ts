import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApp, type TestApp } from './test-app.ts'
import { type SignedUp, signUpAs } from './test-people.ts'

let t: TestApp
let member: SignedUp

beforeAll(async () => {
  t = await createTestApp()
  member = await signUpAs(t, { kind: 'operator', roles: ['operator:points_officer'] })
})
afterAll(() => t.close())

it('a repeat of a command is answered once: nothing goes on behind the answer', async () => {
  const send = () =>
    t.inject({
      method: 'POST',
      url: '/api/v1/scoring/runs',
      cookie: member.cookie,
      headers: { 'idempotency-key': 'twice' },
      payload: { modelId, period: '2024', purpose: 'trial' },
    })
  const { rows } = await t.pool.query<{ id: string }>(
    `insert into scoring.model (id, code, model_version, document, sha256, state, created_at)
     values (gen_random_uuid(), 'replayed', '1', '{"name": {"zh": "甲", "en": "A"}}', 'none', 'draft', now()) returning id`,
  )
  const modelId = rows[0]?.id
  const first = await send()
  expect(first.statusCode).toBe(202)
  const again = await send()
  expect([again.statusCode, again.headers['idempotency-replayed']]).toEqual([202, 'true'])
  expect(again.json()).toEqual(first.json())

  let taken = 0
  t.pool.on('acquire', () => {
    taken += 1
  })
  for (let query = 0; query < 20; query += 1) await t.pool.query('select 1')
  expect(taken).toBe(20)
})
