import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrdersTest, type OrdersTest, type Person } from '../test-orders.ts'

let orders: OrdersTest
beforeAll(async () => {
  orders = await createOrdersTest()
})
afterAll(() => orders.close())

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)

test('an order at the list price is frozen, accepted, worked on and told step by step', async () => {
  const placed = await orders.placed()
  expect(placed).toMatchObject({ state: 'placed', turn: 'provider', total: '1200.00', turnaroundDays: 8, dueDay: null, isOwnTurn: false })
  expect(placed.number).toMatch(/^ORD-20261123-/)
  // Two working days to answer, at the end of the office day.
  expect(placed.answerUntil).toBe('2026-11-25T10:00:00.000Z')
  await orders.pool.query('update catalog.resource_price set price_fen = 999900 where resource_id = $1', [orders.service])
  expect((await orders.act(orders.manager, placed.id, 'accept')).json()).toMatchObject({
    state: 'accepted',
    turn: 'client',
    total: '1200.00',
    side: 'provider',
  })
  expect((await orders.act(orders.staff, placed.id, 'receive')).json()).toMatchObject({ state: 'received', dueDay: '2026-12-03' })
  orders.setNow('2026-11-24T02:00:00Z')
  expect((await orders.act(orders.staff, placed.id, 'pause', { reason: '样品 2 破损，请补寄' })).json()).toMatchObject({
    state: 'paused',
    turn: 'client',
    dueDay: null,
  })
  orders.setNow('2026-11-26T02:00:00Z')
  expect((await orders.act(orders.staff, placed.id, 'resume')).json()).toMatchObject({
    state: 'received',
    dueDay: '2026-12-07',
    stoppedDays: 2,
  })
  const seen = (await orders.call(orders.engineer, 'GET', `/orders/${placed.id}`)).json()
  expect(seen.steps.map(({ act, side }: { act: string; side: string }) => `${side} ${act}`)).toEqual([
    'client place',
    'provider accept',
    'provider receive',
    'provider pause',
    'provider resume',
  ])
  expect(seen).toMatchObject({ side: 'client', cancelFee: '120.00', acts: ['amend', 'cancel'] })
  await orders.pool.query('update catalog.resource_price set price_fen = 120000 where resource_id = $1', [orders.service])
})

test('what the state, the version or the side does not allow is refused', async () => {
  const placed = await orders.placed()
  expect(codesOf(await orders.act(orders.staff, placed.id, 'begin'))).toEqual(['orders.act_not_allowed'])
  expect(codesOf(await orders.act(orders.manager, placed.id, 'decline'))).toEqual(['orders.reason_missing'])
  expect(codesOf(await orders.act(orders.engineer, placed.id, 'accept'))).toEqual(['orders.order_missing'])
  const stale = await orders.call(orders.manager, 'POST', `/orders/${placed.id}/accept`, {}, { 'if-match': '"9"' })
  expect([stale.statusCode, codesOf(stale)]).toEqual([412, ['platform.version_stale']])
  const stranger = await orders.addPerson(await orders.addOrganisation('enterprise'), 'enterprise', 'engineer')
  expect((await orders.call(stranger, 'GET', `/orders/${placed.id}`)).statusCode).toBe(404)
  expect((await orders.act(stranger, placed.id, 'withdraw')).statusCode).toBe(404)
  const wrongTotal = await orders.call(orders.engineer, 'POST', '/orders', {
    purpose: 'development',
    items: [{ serviceId: orders.service, quantity: 1, sampleCount: 0 }],
    expectedTotal: '1000.00',
  })
  expect([wrongTotal.statusCode, codesOf(wrongTotal)]).toEqual([409, ['orders.price_changed']])
})

test('accept × withdraw: one wins, the other is told', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { id } = await orders.placed()
    const send = (person: Person, path: string) => orders.call(person, 'POST', `/orders/${id}/${path}`, {}, { 'if-match': '"1"' })
    const answers = await Promise.all([send(orders.manager, 'accept'), send(orders.engineer, 'withdraw'), send(orders.manager, 'accept')])
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    const { rows } = await orders.pool.query('select state, version from orders.service_order where id = $1', [id])
    expect(rows[0].version).toBe(2)
    expect(rows[0].state).toBe(answers[1]?.statusCode === 200 ? 'withdrawn' : 'accepted')
    const steps = await orders.pool.query('select act from orders.order_step where order_id = $1', [id])
    expect(steps.rowCount).toBe(2)
  }
})

test('a party lists its own orders page by page and sees what waits for it', async () => {
  const first = await orders.call(orders.manager, 'GET', '/orders?limit=5')
  expect(first.json().items).toHaveLength(5)
  const second = await orders.call(orders.manager, 'GET', `/orders?limit=5&cursor=${first.json().nextCursor}`)
  const ids = [...first.json().items, ...second.json().items].map(({ id }: { id: string }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const counts = (await orders.call(orders.manager, 'GET', '/order-counts')).json()
  const { rows } = await orders.pool.query(`select count(*)::int as placed from orders.service_order where state = 'placed'`)
  expect(counts.states.find(({ state }: { state: string }) => state === 'placed').count).toBe(rows[0].placed)
})

test('silence: no answer ends an order free of charge, a report that nobody objects to is accepted, an answer that came first wins', async () => {
  orders.setNow('2026-11-23T01:40:00Z')
  const { id } = await orders.placed()
  const reported = await orders.placed()
  await orders.pool.query(
    `update orders.service_order set state = 'reported', accepted_at = placed_at, reported_at = placed_at, answer_until = '2026-11-30T10:00:00Z' where id = $1`,
    [reported.id],
  )
  orders.setNow('2026-11-25T09:59:59Z')
  await orders.runJob('orders.sweep_overdue')
  const stateOf = async (one: string) =>
    (await orders.pool.query('select state from orders.service_order where id = $1', [one])).rows[0].state
  expect(await stateOf(id)).toBe('placed')
  orders.setNow('2026-11-25T10:00:00Z')
  await Promise.all([
    orders.runJob('orders.sweep_overdue'),
    orders.runJob('orders.sweep_overdue'),
    orders.act(orders.manager, id, 'accept'),
  ])
  const { rows } = await orders.pool.query('select version, state from orders.service_order where id = $1', [id])
  expect(rows[0].version).toBe(2)
  expect(['accepted', 'lapsed']).toContain(rows[0].state)
  expect(await stateOf(reported.id)).toBe('reported')
  orders.setNow('2026-11-30T10:00:00Z')
  await orders.runJob('orders.sweep_overdue')
  expect(await stateOf(reported.id)).toBe('approved')
})

test('the other side is told of each step, with the reason', async () => {
  orders.setNow('2026-11-23T01:40:00Z')
  const { id, number } = await orders.placed()
  await orders.settle()
  orders.setNow('2026-11-23T01:41:00Z')
  await orders.act(orders.manager, id, 'decline', { reason: '本月产能已满' })
  await orders.settle()
  const { rows } = await orders.pool.query(
    `select person_id, kind, texts->'zh'->>'body' as body_zh, link from platform.notice where link like $1 order by created_at`,
    [`%${id}`],
  )
  expect(rows.map(({ person_id, kind }) => [person_id, kind])).toEqual([
    [orders.manager.id, 'orders.step_provider'],
    [orders.engineer.id, 'orders.step_client'],
  ])
  expect(rows[1]).toMatchObject({ link: `/e/orders/${id}`, body_zh: expect.stringContaining('本月产能已满') })
  expect(rows[0].body_zh).toContain(number)
})
