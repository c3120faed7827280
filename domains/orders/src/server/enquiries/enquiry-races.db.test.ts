import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEnquiryTest } from '../test-enquiries.ts'
import { createOrdersTest, NOW, type OrdersTest } from '../test-orders.ts'

const ROUNDS = 25

let orders: OrdersTest
let enquiries: Awaited<ReturnType<typeof createEnquiryTest>>
beforeAll(async () => {
  orders = await createOrdersTest()
  enquiries = await createEnquiryTest(orders)
})
afterAll(() => orders.close())

const statesOf = async (enquiryId: string) => {
  const { rows } = await orders.pool.query(
    `select e.state, (select count(*)::int from orders.quote q where q.enquiry_id = e.id and q.state = 'accepted') as accepted,
       (select count(*)::int from orders.service_order o where o.enquiry_id = e.id) as orders from orders.enquiry e where e.id = $1`,
    [enquiryId],
  )
  return rows[0] as { state: string; accepted: number; orders: number }
}

test('accept × accept of two quotes: one becomes the order, the other is told', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const enquiry = await enquiries.placed()
    const ids = [await enquiries.quoted(orders.manager, enquiry, '900.00'), await enquiries.quoted(enquiries.second, enquiry, '950.00')]
    const replies = await Promise.all([...ids, ...ids].map((id) => orders.call(orders.engineer, 'POST', `/quotes/${id}/accept`, {})))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409])
    expect(await statesOf(enquiry.id)).toEqual({ state: 'awarded', accepted: 1, orders: 1 })
  }
})

test('accept × withdraw × revise × decline by the enquirer: one consistent end', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const enquiry = await enquiries.placed()
    const id = await enquiries.quoted(orders.manager, enquiry, '900.00')
    const [accepted, withdrawn, revised, ended] = await Promise.all([
      orders.call(orders.engineer, 'POST', `/quotes/${id}/accept`, {}),
      orders.call(orders.manager, 'POST', `/quotes/${id}/withdraw`, { reason: 'no_capacity' }),
      orders.call(orders.manager, 'POST', `/enquiries/${enquiry.id}/quotes`, enquiries.offer(enquiry, '800.00', { expectedRevision: 1 })),
      orders.call(orders.engineer, 'POST', `/enquiries/${enquiry.id}/withdraw`),
    ])
    for (const reply of [accepted, withdrawn, revised, ended]) expect([200, 201, 409]).toContain(reply.statusCode)
    const isAccepted = accepted.statusCode === 201
    const seen = await statesOf(enquiry.id)
    expect(seen).toEqual({ state: isAccepted ? 'awarded' : 'withdrawn', accepted: isAccepted ? 1 : 0, orders: isAccepted ? 1 : 0 })
    if (isAccepted) expect([withdrawn.statusCode, ended.statusCode]).toEqual([409, 409])
    const { rows } = await orders.pool.query(`select count(*)::int as open from orders.quote where enquiry_id = $1 and state = 'offered'`, [
      enquiry.id,
    ])
    expect(rows[0].open).toBe(0)
  }
})

test('accept × lapse at the last moment: either the order or the lapse', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    orders.setNow(NOW)
    const enquiry = await enquiries.placed({ openDays: 1 })
    const id = await enquiries.quoted(orders.manager, enquiry, '900.00', { validDay: '2026-11-24' })
    // The job of a machine whose clock is a little ahead.
    const late = new Date('2026-11-24T16:00:00Z')
    orders.setNow('2026-11-24T15:59:59Z')
    const accepting = orders.call(orders.engineer, 'POST', `/quotes/${id}/accept`, {})
    await new Promise((resolve) => setTimeout(resolve, round % 8))
    orders.setNow(late)
    const [accepted] = await Promise.all([accepting, orders.runJob('orders.sweep_enquiries')])
    await orders.runJob('orders.sweep_enquiries')
    const isAccepted = accepted.statusCode === 201
    expect(await statesOf(enquiry.id)).toEqual({
      state: isAccepted ? 'awarded' : 'lapsed',
      accepted: isAccepted ? 1 : 0,
      orders: isAccepted ? 1 : 0,
    })
  }
  orders.setNow(NOW)
})

test('take × take of an exclusive need: one has the order at the offered price, the other is told', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const items = [
      { name: '细胞毒性', quantity: 2, sampleCount: 2 },
      { name: '溶血', quantity: 1, sampleCount: 1 },
    ]
    const enquiry = await enquiries.placed({ award: 'first', offered: '1000.01', items })
    const take = { turnaroundDays: 5, expectedOffered: '1000.01' }
    const replies = await Promise.all(
      [orders.manager, enquiries.second, orders.manager, enquiries.second].map((person) =>
        orders.call(person, 'POST', `/enquiries/${enquiry.id}/take`, take),
      ),
    )
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409])
    const order = replies.find(({ statusCode }) => statusCode === 201)?.json()
    expect(order).toMatchObject({ state: 'accepted', total: '1000.01', side: 'provider', turnaroundDays: 5 })
    expect(await statesOf(enquiry.id)).toEqual({ state: 'awarded', accepted: 0, orders: 1 })
  }
})
