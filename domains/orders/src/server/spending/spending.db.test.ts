import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createOrdersTest, NOW, type OrdersTest, type Person } from '../test-orders.ts'

let orders: OrdersTest
let owner: Person
let approver: Person
beforeAll(async () => {
  orders = await createOrdersTest()
})
afterAll(() => orders.close())

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)
type Rule = Record<string, unknown>

const forRole = (role: string, sums: Rule): Rule => ({ personId: null, role: `enterprise:${role}`, ...sums })

let engineer: Person
/** An enterprise of its own for each test, so that no month carries over. */
beforeEach(async () => {
  orders.setNow(NOW)
  const enterprise = await orders.addOrganisation('enterprise')
  engineer = await orders.addPerson(enterprise, 'enterprise', 'engineer')
  owner = await orders.addPerson(enterprise, 'enterprise', 'owner')
  approver = await orders.addPerson(enterprise, 'enterprise', 'approver')
})

async function setPolicy(limits: Rule[], steps: Rule[] = []): Promise<void> {
  const { version } = (await orders.call(owner, 'GET', '/spending')).json()
  const reply = await orders.call(owner, 'PUT', '/spending', { limits, steps }, { 'if-match': `"${version}"` })
  if (reply.statusCode !== 200) throw new Error(reply.body)
}

const chain = [forRole('approver', { upTo: '2000.00' }), forRole('owner', { upTo: null })]
const place = (quantity: number, person = engineer) =>
  orders.call(person, 'POST', '/orders', { purpose: 'development', items: [{ serviceId: orders.service, quantity, sampleCount: 1 }] })
const decide = (person: Person, id: string, position: number, path = 'approve-purchase', body = {}) =>
  orders.call(person, 'POST', `/orders/${id}/${path}`, { position, ...body })
const waitingFor = async (person: Person) =>
  (await orders.call(person, 'GET', '/purchase-approvals')).json().items.map(({ order }: { order: { id: string } }) => order.id)

test('an order above the limit goes up the chain as far as its sum needs, and nobody decides on the own', async () => {
  await setPolicy([forRole('engineer', { order: '1200.00', month: null })], chain)
  expect((await place(1)).json()).toMatchObject({ state: 'placed' })
  const order = (await place(2)).json()
  expect(order).toMatchObject({ state: 'awaiting_approval', total: '2400.00', turn: 'client' })
  expect([await waitingFor(engineer), await waitingFor(approver), await waitingFor(owner)]).toEqual([[], [order.id], []])
  expect(codesOf(await decide(engineer, order.id, 1))).toEqual(['orders.own_purchase'])
  expect(codesOf(await decide(owner, order.id, 1))).toEqual(['orders.not_approver'])
  expect((await decide(approver, order.id, 1, 'approve-purchase', { words: '项目预算内' })).json()).toMatchObject({ nextPosition: 2 })
  expect([await waitingFor(approver), await waitingFor(owner)]).toEqual([[], [order.id]])
  expect((await orders.call(owner, 'GET', `/orders/${order.id}/approvals`)).json()).toMatchObject({ canDecide: true, nextPosition: 2 })
  expect(codesOf(await decide(owner, order.id, 1))).toEqual(['orders.purchase_decided'])
  expect((await decide(owner, order.id, 2)).json()).toMatchObject({
    nextPosition: null,
    steps: [{ words: '项目预算内' }, { state: 'approved' }],
  })
  expect((await orders.call(engineer, 'GET', `/orders/${order.id}`)).json()).toMatchObject({ state: 'placed' })
  const stranger = await orders.addPerson(await orders.addOrganisation('enterprise'), 'enterprise', 'owner')
  expect((await orders.call(stranger, 'GET', `/orders/${order.id}/approvals`)).statusCode).toBe(404)
  expect((await orders.call(orders.manager, 'GET', `/orders/${order.id}/approvals`)).statusCode).toBe(404)
  expect((await decide(stranger, order.id, 1)).statusCode).toBe(404)
})

test('a refusal ends the order with its reason, and the limit of time ends it without', async () => {
  await setPolicy([forRole('engineer', { order: '100.00', month: null })], chain)
  const refused = (await place(1)).json()
  expect((await decide(approver, refused.id, 1, 'refuse-purchase')).statusCode).toBe(400)
  await decide(approver, refused.id, 1, 'refuse-purchase', { words: '请改用内部设备' })
  const seen = (await orders.call(engineer, 'GET', `/orders/${refused.id}`)).json()
  expect(seen).toMatchObject({ state: 'withdrawn' })
  expect(seen.steps.at(-1)).toMatchObject({ act: 'refuse_purchase', reason: '请改用内部设备' })
  const late = (await place(1)).json()
  orders.setNow(new Date(Date.parse(late.answerUntil) + 60_000))
  await orders.runJob('orders.sweep_overdue')
  expect((await orders.call(engineer, 'GET', `/orders/${late.id}`)).json()).toMatchObject({ state: 'lapsed' })
  expect(codesOf(await decide(approver, late.id, 1))).toEqual(['orders.purchase_decided'])
})

test('whoever decides next is told once, and the orderer when all have approved', async () => {
  await setPolicy([forRole('engineer', { order: '100.00', month: null })], chain)
  const { id } = (await place(2)).json()
  await orders.settle()
  const told = async () =>
    (
      await orders.pool.query<{ kind: string; person_id: string }>(
        `select kind, person_id from platform.notice where link = $1 and kind like 'orders.purchase%' order by created_at`,
        [`/e/orders/${id}`],
      )
    ).rows.map(({ kind, person_id }) => [kind, person_id])
  expect(await told()).toEqual([['orders.purchase_waits', approver.id]])
  await decide(approver, id, 1)
  await decide(owner, id, 2)
  await orders.settle()
  expect((await told()).slice(1).sort()).toEqual(
    [
      ['orders.purchase_waits', owner.id],
      ['orders.purchase_approved', engineer.id],
    ].sort(),
  )
})

test('without anybody else who could approve, the order is refused', async () => {
  await setPolicy([forRole('owner', { order: '1.00', month: null })], [forRole('owner', { upTo: null })])
  expect(codesOf(await place(1, owner))).toEqual(['orders.no_approver'])
  const second = await orders.addPerson(owner.organisationId, 'enterprise', 'owner')
  const { id } = (await place(1, owner)).json()
  expect((await decide(second, id, 1)).statusCode).toBe(200)
})

test('the month counts what was ordered alone, and gives back what came to nothing', async () => {
  await setPolicy([forRole('engineer', { order: null, month: '3000.00' })], chain)
  const first = (await place(1)).json()
  await place(1)
  expect((await orders.call(engineer, 'GET', '/spending/own')).json()).toMatchObject({ used: '2400.00', left: '600.00' })
  expect((await place(1)).json().state).toBe('awaiting_approval')
  await orders.act(engineer, first.id, 'withdraw')
  expect((await place(1)).json().state).toBe('placed')
  // December begins in Shanghai while it is still November elsewhere.
  orders.setNow('2026-11-30T16:00:00Z')
  expect((await orders.call(engineer, 'GET', '/spending/own')).json()).toMatchObject({ used: '0.00', left: '3000.00' })
})

test('two owners who set the limits at once do not overwrite each other unseen', async () => {
  await setPolicy([])
  const put = () => orders.call(owner, 'PUT', '/spending', { limits: [], steps: chain }, { 'if-match': '"1"' })
  const answers = await Promise.all([put(), put()])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
  const bad = { limits: [{ personId: orders.engineer.id, role: null, order: '1.00', month: null }], steps: [] }
  expect(codesOf(await orders.call(owner, 'PUT', '/spending', bad, { 'if-match': '"2"' }))).toEqual(['orders.not_a_member'])
})

test('orders placed at once never exceed the month together', async () => {
  for (let round = 0; round < 20; round += 1) {
    const person = await orders.addPerson(engineer.organisationId, 'enterprise', 'purchaser')
    if (round === 0) await setPolicy([forRole('purchaser', { order: null, month: '2500.00' })], chain)
    const states = (await Promise.all(Array.from({ length: 5 }, () => place(1, person)))).map((reply) => reply.json().state)
    expect(states.filter((state) => state === 'placed')).toHaveLength(2)
    expect(states.filter((state) => state === 'awaiting_approval')).toHaveLength(3)
  }
})

test('two approvals, or an approval and a refusal, at once: one wins', async () => {
  await setPolicy([forRole('engineer', { order: '1.00', month: null })], [forRole('approver', { upTo: null })])
  const second = await orders.addPerson(engineer.organisationId, 'enterprise', 'approver')
  for (let round = 0; round < 20; round += 1) {
    const { id } = (await place(1)).json()
    const other = round % 2 === 0 ? decide(second, id, 1) : decide(second, id, 1, 'refuse-purchase', { words: '重复采购' })
    const answers = await Promise.all([decide(approver, id, 1), other, orders.act(engineer, id, round % 4 === 0 ? 'withdraw' : 'approve')])
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    const { rows } = await orders.pool.query('select version from orders.service_order where id = $1', [id])
    expect(rows[0].version).toBe(2)
  }
})
