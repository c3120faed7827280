import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Order } from '../../contract/orders.ts'
import { createOrdersTest, NOW, type OrdersTest, type Person } from '../test-orders.ts'

let orders: OrdersTest
let stranger: Person
beforeAll(async () => {
  orders = await createOrdersTest()
  stranger = await orders.addPerson(await orders.addOrganisation('enterprise'), 'enterprise', 'engineer')
})
beforeEach(() => orders.setNow(NOW))
afterAll(() => orders.close())

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)

/** An order in `state`, as if it had come there; what leads there is tested elsewhere. */
async function standing(state: 'reported' | 'settled' | 'retest_requested'): Promise<Order> {
  const placed = await orders.placed()
  await orders.pool.query(
    `update orders.service_order set state = $2, accepted_at = placed_at, reported_at = placed_at, answer_until = $3, ended_at = $4 where id = $1`,
    [placed.id, state, state === 'settled' ? null : '2026-11-30T10:00:00Z', state === 'settled' ? NOW : null],
  )
  return placed
}

const disputesOf = async (person: Person, id: string) => (await orders.call(person, 'GET', `/orders/${id}/disputes`)).json().items

test('an objection opens a dispute; both sides argue, the operator rules with grounds, and the order goes on by the ruling', async () => {
  const { id } = await standing('reported')
  expect((await orders.act(orders.engineer, id, 'object', { wanted: 'redo' })).statusCode).toBe(400)
  const objected = await orders.act(orders.engineer, id, 'object', { reason: '判定依据版本不对', wanted: 'redo' })
  expect(objected.json()).toMatchObject({ state: 'disputed', turn: 'operator' })
  const [dispute] = await disputesOf(orders.manager, id)
  expect(dispute).toMatchObject({ claim: '判定依据版本不对', wanted: 'redo', state: 'open', openedSide: 'client', evidence: [] })
  const argue = (person: Person, words: string) => orders.call(person, 'POST', `/disputes/${dispute.id}/evidence`, { words })
  expect((await argue(orders.manager, '委托单约定为 2017 版')).statusCode).toBe(201)
  // What is said within one millisecond has no order.
  orders.setNow('2026-11-23T01:41:00Z')
  expect((await argue(orders.engineer, '变更单 1 改为 2022 版')).json().evidence.map(({ side }: { side: string }) => side)).toEqual([
    'provider',
    'client',
  ])
  expect((await argue(stranger, '我也说一句')).statusCode).toBe(404)
  expect((await orders.call(stranger, 'GET', `/orders/${id}/disputes`)).statusCode).toBe(404)
  const open = (await orders.call(orders.ruler, 'GET', '/disputes')).json().items
  expect(open.map((one: { id: string }) => one.id)).toContain(dispute.id)

  const ruled = await orders.call(orders.ruler, 'POST', `/disputes/${dispute.id}/rule`, {
    ruling: 'redo',
    words: '变更单有效，按 2022 版重做。',
  })
  expect(ruled.json()).toMatchObject({ state: 'ruled', ruling: 'redo', rulingWords: '变更单有效，按 2022 版重做。' })
  expect((await orders.call(orders.engineer, 'GET', `/orders/${id}`)).json()).toMatchObject({ state: 'working' })
  expect(codesOf(await argue(orders.manager, '不服'))).toEqual(['orders.dispute_ended'])
  expect(codesOf(await orders.call(orders.ruler, 'POST', `/disputes/${dispute.id}/rule`, { ruling: 'pay', words: '再裁一次' }))).toEqual([
    'orders.act_not_allowed',
  ])
})

test('a retest request that nobody answers goes to the operator', async () => {
  const { id } = await standing('retest_requested')
  orders.setNow('2026-11-30T10:00:00Z')
  await orders.runJob('orders.sweep_overdue')
  expect(await disputesOf(orders.engineer, id)).toMatchObject([
    { openedSide: 'platform', openedByName: null, wanted: 'redo', state: 'open' },
  ])
})

test('ruling × agreement of the parties: one ends the dispute', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { id } = await standing('reported')
    await orders.act(orders.engineer, id, 'object', { reason: '结论有误', wanted: 'refund' })
    const [dispute] = await disputesOf(orders.engineer, id)
    const rule = () => orders.call(orders.ruler, 'POST', `/disputes/${dispute.id}/rule`, { ruling: 'refund', words: '退款' })
    const answers = await Promise.all([rule(), orders.act(orders.engineer, id, 'settle-dispute'), rule()])
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    const { rows } = await orders.pool.query(
      'select d.state, o.state as order_state from orders.dispute d join orders.service_order o on o.id = d.order_id where o.id = $1',
      [id],
    )
    expect(rows).toEqual([
      answers[1]?.statusCode === 200 ? { state: 'settled', order_state: 'approved' } : { state: 'ruled', order_state: 'cancelled' },
    ])
  }
})

test('only a party to a settled order evaluates it, once; the provider replies and appeals, the operator may hide it', async () => {
  const open = await standing('reported')
  const { id } = await standing('settled')
  const give = (person: Person, orderId: string) =>
    orders.call(person, 'POST', `/orders/${orderId}/evaluation`, { quality: 5, punctuality: 3, service: 4, words: '数据清楚，晚了一天' })
  expect(codesOf(await give(orders.engineer, open.id))).toEqual(['orders.not_settled'])
  expect((await give(stranger, id)).statusCode).toBe(404)
  expect((await give(orders.manager, id)).statusCode).toBe(404)
  const answers = await Promise.all(Array.from({ length: 6 }, () => give(orders.engineer, id)))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409, 409, 409])

  const say = (path: string, words: string) => orders.call(orders.manager, 'POST', `/orders/${id}/evaluation/${path}`, { words })
  expect((await say('reply', '已改进排期')).statusCode).toBe(200)
  expect(codesOf(await say('reply', '再说一次'))).toEqual(['orders.replied_already'])
  const listed = async () => (await orders.call(null, 'GET', `/providers/${orders.provider}/evaluations`)).json().items
  expect(await listed()).toMatchObject([
    { quality: 5, words: '数据清楚，晚了一天', reply: '已改进排期', organisationName: null, orderNumber: null },
  ])
  const record = (await orders.call(null, 'GET', `/providers/${orders.provider}/record`)).json()
  expect(record).toMatchObject({ evaluations: 1, quality: 5, punctuality: 3, service: 4 })

  const decide = () => orders.call(orders.ruler, 'POST', `/orders/${id}/evaluation/decide`, { decision: 'hidden', words: '涉及第三方' })
  expect(codesOf(await decide())).toEqual(['orders.no_open_appeal'])
  await say('appeal', '内容涉及另一家单位')
  expect((await orders.call(orders.ruler, 'GET', '/evaluation-appeals')).json().items).toMatchObject([
    { orderId: id, appeal: '内容涉及另一家单位' },
  ])
  expect((await decide()).json()).toMatchObject({ decision: 'hidden' })
  expect(await listed()).toEqual([])
})
