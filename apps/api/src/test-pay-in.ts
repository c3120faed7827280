import type { TestApp } from './test-app.ts'

/** Pays into the account of the organisation of whom the cookie is; answers when the notice of payment is in. */
export async function payIn(test: TestApp, cookie: string, amount: string): Promise<void> {
  // The sandbox stands in for a payment provider in an invented district only.
  await test.pool.query(
    `insert into platform.district (name_zh, name_en, is_demo, seed, reference_day, generated_at) values ('演示区', 'Demo', true, 1, '2026-11-23', now()) on conflict do nothing`,
  )
  const post = async (expected: number, path: string, payload: object): Promise<Record<string, unknown>> => {
    const reply = await test.inject({ method: 'POST', url: `/api/v1/orders${path}`, cookie, payload })
    if (reply.statusCode !== expected) throw new Error(`nothing was paid in: ${reply.statusCode} ${reply.body}`)
    return reply.json()
  }
  const { payPath } = await post(201, '/payments', { amount, channel: 'sandbox', orderId: null })
  await post(200, `/sandbox-payments/${String(payPath).split('/').at(-1)}`, { manner: 'at_once' })
}
