import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Signal } from '../../contract/signals.ts'
import { createOrdersTest, type OrdersTest } from '../test-orders.ts'

let orders: OrdersTest
beforeAll(async () => {
  orders = await createOrdersTest()
})
afterAll(() => orders.close())

const ROUNDS = 20
const run = async (): Promise<number> => (await orders.call(orders.ruler, 'POST', '/signal-runs')).json().changed
const listed = async (query = ''): Promise<Signal[]> => (await orders.call(orders.ruler, 'GET', `/signals${query}`)).json().items
const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)

/** An order that is settled as if it had come there. */
async function settled(): Promise<{ id: string; number: string }> {
  const { id, number } = await orders.placed()
  await orders.pool.query(
    `update orders.service_order set state = 'settled', accepted_at = placed_at, settled_at = placed_at, ended_at = placed_at, answer_until = null where id = $1`,
    [id],
  )
  return { id, number }
}

test('what rules see becomes signals with the rows behind it, once', async () => {
  const order = await settled()
  const { rows } = await orders.pool.query(`select organisation_id, provider_id from orders.service_order where id = $1`, [order.id])
  const [{ organisation_id: client, provider_id: provider }] = rows
  for (const organisation of [client, provider])
    await orders.pool.query(
      `insert into orders.money_profile (organisation_id, bank_account, address) values ($1, '6222 0000 1111 2222', '科技路 1 号')
       on conflict (organisation_id) do update set bank_account = excluded.bank_account, address = excluded.address`,
      [organisation],
    )
  await orders.pool.query(
    `insert into orders.credit_note (id, number, order_id, amount_fen, reason, is_posted, issued_by, issued_at)
     values ($1, 'CRN-1', $2, 100000, '退回', true, $3, now())`,
    [newId(), order.id, orders.manager.id],
  )
  await orders.pool.query(`update orders.credit_note set issued_at = (select settled_at from orders.service_order where id = $1)`, [
    order.id,
  ])
  expect(await run()).toBe(3)
  expect(await run()).toBe(0)
  const signals = await listed()
  const byRule = new Map(signals.map((signal) => [signal.rule, signal]))
  expect([...byRule.keys()].sort()).toEqual(['no_trace', 'related_parties', 'round_trip'])
  expect(byRule.get('related_parties')?.evidence.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    'account …2222',
    'address 科技路 1 号',
    `order ${order.number}`,
  ])
  expect(byRule.get('round_trip')).toMatchObject({ amount: '1000.00', state: 'open' })
  expect((await listed('?rule=no_trace')).map(({ rule }) => rule)).toEqual(['no_trace'])
})

test('a signal is dismissed with a reason, and opens again when it stands on other rows', async () => {
  const [signal] = await listed('?rule=related_parties')
  if (!signal) throw new Error('no signal')
  const decide = (body: object, version = signal.version) =>
    orders.call(orders.ruler, 'POST', `/signals/${signal.id}/decision`, body, { 'if-match': `"${version}"` })
  expect((await decide({ decision: 'dismissed' })).statusCode).toBe(400)
  expect((await decide({ decision: 'dismissed', reason: '同一园区' })).json()).toMatchObject({ state: 'dismissed', reason: '同一园区' })
  expect(codesOf(await decide({ decision: 'followed_up', reason: '再看' }))).toEqual(['orders.signal_decided'])
  expect(await run()).toBe(0)
  expect((await listed('?state=dismissed')).map(({ id }) => id)).toEqual([signal.id])
  await settled()
  await run()
  expect((await listed('?rule=related_parties')).map(({ id, reason }) => [id, reason])).toEqual([[signal.id, null]])
  const { rows } = await orders.pool.query(`select action from platform.audit_entry where subject_id = $1`, [signal.id])
  expect(rows.map(({ action }) => action)).toEqual(['orders.signal.dismissed'])
})

test('of two who decide at once one does, and runs at once find the same once', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = await settled()
    const changed = await Promise.all([run(), run(), run()])
    // The order is one finding of its own and one more row of what both sides have in common.
    expect(changed.reduce((sum, one) => sum + one, 0)).toBe(2)
    const signal = (await listed('?rule=no_trace')).find(({ evidence }) => evidence.some(({ id }) => id === order.id))
    const replies = await Promise.all(
      (['dismissed', 'followed_up', 'dismissed'] as const).map((decision) =>
        orders.call(
          orders.ruler,
          'POST',
          `/signals/${signal?.id}/decision`,
          { decision, reason: decision },
          { 'if-match': `"${signal?.version}"` },
        ),
      ),
    )
    expect(replies.map(({ statusCode }) => statusCode).filter((code) => code === 200)).toHaveLength(1)
  }
})
