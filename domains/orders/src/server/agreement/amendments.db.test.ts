import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrdersTest, type OrdersTest, type Person } from '../test-orders.ts'

let orders: OrdersTest
beforeAll(async () => {
  orders = await createOrdersTest()
})
afterAll(() => orders.close())

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)

async function accepted(): Promise<{ id: string; itemId: string }> {
  const placed = await orders.placed()
  await orders.act(orders.manager, placed.id, 'accept')
  return { id: placed.id, itemId: placed.items[0]?.id ?? '' }
}

const extra = { change: 'add', kind: 'urgent', name: '加急', quantity: 1, unitPrice: '300.00' }
const propose = (person: Person, id: string, body: Record<string, unknown> = {}) =>
  orders.call(person, 'POST', `/orders/${id}/amendments`, { kind: 'change', reason: '客户要求提前', changes: [extra], ...body })
const answer = (person: Person, id: string, number: number, path: string, body?: object) =>
  orders.call(person, 'POST', `/orders/${id}/amendments/${number}/${path}`, body)

/** The total is always what the items sum to. */
async function totals(id: string): Promise<string[]> {
  const { rows } = await orders.pool.query<{ total: string; items: string }>(
    `select total_fen::text as total, (select sum(amount_fen)::text from orders.order_item where order_id = o.id and removed_by is null) as items
     from orders.service_order o where id = $1`,
    [id],
  )
  return [rows[0]?.total ?? '', rows[0]?.items ?? '']
}

test('an amendment holds when both have signed: items, total and the promised day change together', async () => {
  const { id, itemId } = await accepted()
  await orders.act(orders.staff, id, 'receive')
  const reply = await propose(orders.manager, id, {
    changes: [extra, { change: 'reprice', itemId, quantity: 2, unitPrice: '1100.00' }],
    extraDays: 3,
  })
  expect(reply.json()).toMatchObject({ canPropose: false, canSign: false, canWithdraw: true })
  expect(reply.json().items[0]).toMatchObject({
    number: 1,
    state: 'proposed',
    delta: '1300.00',
    extraDays: 3,
    changes: [
      { change: 'add', delta: '300.00' },
      { change: 'reprice', before: { quantity: 1, unitPrice: '1200.00' }, after: { quantity: 2, unitPrice: '1100.00' }, delta: '1000.00' },
    ],
  })
  expect(await totals(id)).toEqual(['120000', '120000'])
  expect(codesOf(await answer(orders.manager, id, 1, 'sign'))).toEqual(['orders.amendment_decided'])
  expect((await answer(orders.engineer, id, 1, 'sign')).json().items[0]).toMatchObject({ state: 'signed' })
  expect((await orders.call(orders.engineer, 'GET', `/orders/${id}`)).json()).toMatchObject({
    total: '2500.00',
    turnaroundDays: 11,
    dueDay: '2026-12-08',
    state: 'received',
    items: [{ amount: '2200.00' }, { name: '加急', isAdded: true }],
  })
  expect(await totals(id)).toEqual(['250000', '250000'])
  expect(codesOf(await answer(orders.engineer, id, 1, 'sign'))).toEqual(['orders.amendment_decided'])
})

test('items are taken out, but never all of them, and the total never falls below zero', async () => {
  const { id, itemId } = await accepted()
  const wrong = await propose(orders.engineer, id, { changes: [{ change: 'remove', itemId }] })
  expect(codesOf(wrong)).toEqual(['orders.amendment_removes_all'])
  const below = { change: 'add', kind: 'discount', name: '优惠', quantity: 1, unitPrice: '-1300.00' }
  expect(codesOf(await propose(orders.engineer, id, { changes: [below], extraDays: -8 }))).toEqual([
    'orders.amendment_below_zero',
    'orders.amendment_days',
  ])
  expect(codesOf(await propose(orders.engineer, id, { changes: [{ ...extra, unitPrice: '-1.00' }] }))).toEqual(['orders.price_below_zero'])
  expect(codesOf(await propose(orders.engineer, id, { changes: [] }))).toEqual(['orders.amendment_empty'])
  expect(codesOf(await propose(orders.engineer, id, { changes: [{ change: 'remove', itemId: id }] }))).toEqual([
    'orders.amended_item_missing',
  ])
  await propose(orders.engineer, id, { changes: [extra, { change: 'remove', itemId }] })
  await answer(orders.manager, id, 1, 'sign')
  expect(await totals(id)).toEqual(['30000', '30000'])
})

test('subcontracting is agreed before it is named on the item', async () => {
  const { id, itemId } = await accepted()
  const body = { kind: 'subcontract', reason: '设备停机检修', itemIds: [itemId], subcontractor: '申江理工大学分析测试中心' }
  await orders.call(orders.manager, 'POST', `/orders/${id}/amendments`, body)
  expect((await orders.call(orders.engineer, 'GET', `/orders/${id}`)).json().items[0].subcontractor).toBeNull()
  await answer(orders.engineer, id, 1, 'sign')
  expect((await orders.call(orders.engineer, 'GET', `/orders/${id}`)).json()).toMatchObject({
    total: '1200.00',
    items: [{ subcontractor: '申江理工大学分析测试中心' }],
  })
})

test('a refused, a withdrawn and an orphaned amendment change nothing; strangers learn nothing', async () => {
  const { id } = await accepted()
  await propose(orders.engineer, id)
  expect(codesOf(await propose(orders.manager, id))).toEqual(['orders.amendment_open'])
  expect((await answer(orders.manager, id, 1, 'refuse', { words: '排期已满' })).json().items[0]).toMatchObject({
    state: 'refused',
    endedWords: '排期已满',
  })
  await propose(orders.engineer, id)
  expect((await answer(orders.engineer, id, 2, 'withdraw')).json().items[0]).toMatchObject({ number: 2, state: 'withdrawn' })
  await propose(orders.engineer, id)
  const stranger = await orders.addPerson(await orders.addOrganisation('enterprise'), 'enterprise', 'engineer')
  for (const reply of [
    await orders.call(stranger, 'GET', `/orders/${id}/amendments`),
    await orders.call(orders.ruler, 'GET', `/orders/${id}/amendments`),
    await answer(stranger, id, 3, 'sign'),
    await propose(stranger, id),
  ])
    expect([reply.statusCode, codesOf(reply)]).toEqual([404, ['orders.order_missing']])
  await orders.act(orders.engineer, id, 'cancel', { reason: '项目终止' })
  expect((await orders.call(orders.engineer, 'GET', `/orders/${id}/amendments`)).json().items[0]).toMatchObject({ state: 'withdrawn' })
  expect(codesOf(await answer(orders.manager, id, 3, 'sign'))).toEqual(['orders.amendment_decided'])
  expect(await totals(id)).toEqual(['120000', '120000'])
})

test('whoever signs for the client needs a limit that covers the new total', async () => {
  const { id } = await accepted()
  const owner = await orders.addPerson(orders.enterprise, 'enterprise', 'owner')
  const limits = [{ personId: null, role: 'enterprise:engineer', order: '1200.00', month: null }]
  await orders.call(owner, 'PUT', '/spending', { limits, steps: [] }, { 'if-match': '"0"' })
  await propose(orders.manager, id)
  expect(codesOf(await answer(orders.engineer, id, 1, 'sign'))).toEqual(['orders.amendment_over_limit'])
  expect((await answer(owner, id, 1, 'sign')).statusCode).toBe(200)
  await orders.call(owner, 'PUT', '/spending', { limits: [], steps: [] }, { 'if-match': '"1"' })
})

test('sign × withdraw × refuse × cancel: one wins, and the total is what the items sum to', async () => {
  for (let round = 0; round < 24; round += 1) {
    const { id } = await accepted()
    await propose(orders.manager, id)
    const rivals = [
      () => answer(orders.manager, id, 1, 'withdraw'),
      () => answer(orders.engineer, id, 1, 'refuse', { words: '不同意' }),
      () => answer(orders.engineer, id, 1, 'sign'),
    ]
    const rival = rivals[round % 3] ?? answer
    const answers = await Promise.all([answer(orders.engineer, id, 1, 'sign'), (rival as () => ReturnType<typeof answer>)()])
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    const { rows } = await orders.pool.query('select state from orders.amendment where order_id = $1', [id])
    const total = rows[0].state === 'signed' ? '150000' : '120000'
    expect(await totals(id)).toEqual([total, total])
  }
})

test('two amendments proposed at once: one is open', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { id } = await accepted()
    const answers = await Promise.all([propose(orders.manager, id), propose(orders.engineer, id)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  }
})
