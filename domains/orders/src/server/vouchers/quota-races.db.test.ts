import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobWork } from '../order/job-work.ts'
import { createOrdersTest, type OrdersTest } from '../test-orders.ts'
import { setUpVouchers, type VouchersTest } from './test-vouchers.ts'
import { redeemVoucher } from './voucher-of-order.ts'

let orders: OrdersTest
let vouchers: VouchersTest
beforeAll(async () => {
  orders = await createOrdersTest()
  vouchers = await setUpVouchers(orders)
})
afterAll(() => orders.close())

const place = (programmeId: string, more: Record<string, unknown> = {}) =>
  orders.call(orders.engineer, 'POST', '/orders', {
    purpose: 'development',
    items: [{ serviceId: orders.service, quantity: 1, sampleCount: 2 }],
    voucherProgrammeId: programmeId,
    ...more,
  })

test('one quota and 20 orders at once: what is left is shared out to the fen, and never more', async () => {
  for (let round = 0; round < 4; round += 1) {
    // Room for five vouchers of 600 and half of a sixth.
    const programmeId = await vouchers.addProgramme({ enterpriseQuota: '3300.00' })
    const replies = await Promise.all(Array.from({ length: 20 }, () => place(programmeId)))
    expect(replies.filter(({ statusCode }) => statusCode === 201)).toHaveLength(6)
    for (const { json } of replies.filter(({ statusCode }) => statusCode !== 201))
      expect(json().problems[0].code).toBe('orders.voucher_quota')
    const { rows } = await orders.pool.query('select amount_fen from orders.voucher where programme_id = $1 order by amount_fen', [
      programmeId,
    ])
    expect(rows.map(({ amount_fen }) => amount_fen)).toEqual([30_000n, 60_000n, 60_000n, 60_000n, 60_000n, 60_000n])
    expect(await vouchers.taken(programmeId)).toMatchObject({ reserved: 330_000n, budget_reserved: 330_000n })
  }
})

test('whoever was shown a full voucher gets it or is told; one budget and the orders of two enterprises', async () => {
  const rival = await orders.addPerson(await orders.addOrganisation('enterprise'), 'enterprise', 'engineer')
  for (let round = 0; round < 3; round += 1) {
    const programmeId = await vouchers.addProgramme({}, '3300.00')
    const body = {
      purpose: 'development',
      items: [{ serviceId: orders.service, quantity: 1, sampleCount: 2 }],
      voucherProgrammeId: programmeId,
      expectedVoucher: '600.00',
    }
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) => orders.call(index % 2 ? rival : orders.engineer, 'POST', '/orders', body)),
    )
    expect(replies.filter(({ statusCode }) => statusCode === 201)).toHaveLength(5)
    for (const { json } of replies.filter(({ statusCode }) => statusCode !== 201))
      expect(json().problems[0].code).toBe('orders.voucher_less')
    const { rows } = await orders.pool.query(
      'select reserved_fen, budget_fen, (select sum(reserved_fen) from orders.voucher_quota where programme_id = p.id)::bigint as quotas from orders.voucher_programme p where id = $1',
      [programmeId],
    )
    expect(rows[0]).toEqual({ reserved_fen: 300_000n, budget_fen: 330_000n, quotas: 300_000n })
  }
})

test('orders that come and go, are redeemed and cut down at once leave exactly what their vouchers say', async () => {
  const programmeId = await vouchers.addProgramme({ enterpriseQuota: '30000.00' })
  for (let round = 0; round < 4; round += 1) {
    const placed = (await Promise.all(Array.from({ length: 4 }, () => place(programmeId)))).filter(({ statusCode }) => statusCode === 201)
    const ids = placed.map((reply) => reply.json().id as string)
    await Promise.all([
      ...ids.slice(0, 2).map((id) => orders.act(orders.engineer, id, 'withdraw')),
      ...ids.slice(0, 1).map((id) => orders.act(orders.manager, id, 'decline', { reason: '设备检修' })),
      ...ids
        .slice(2, 3)
        .flatMap((id) =>
          [1, 2].map(() =>
            orders.db.transaction().execute((tx) => redeemVoucher(tx, jobWork(tx, orders.needs.now(), 'test'), id, 100_000n)),
          ),
        ),
      place(programmeId),
      place(programmeId),
    ])
    const { rows } = await orders.pool.query(
      `select coalesce(sum(amount_fen) filter (where state = 'reserved'), 0)::bigint as reserved, coalesce(sum(amount_fen) filter (where state = 'redeemed'), 0)::bigint as redeemed
       from orders.voucher where programme_id = $1`,
      [programmeId],
    )
    expect(await vouchers.taken(programmeId)).toMatchObject({
      ...rows[0],
      budget_reserved: rows[0].reserved,
      budget_redeemed: rows[0].redeemed,
    })
    expect(rows[0].reserved + rows[0].redeemed <= 3_000_000n).toBe(true)
  }
  const claims = await orders.pool.query(
    'select count(*)::int as count, min(amount_fen) as least from orders.voucher_claim where programme_id = $1',
    [programmeId],
  )
  // 600 of 1,200 reserved; 1,000 charged in the end.
  expect(claims.rows[0]).toEqual({ count: 4, least: 50_000n })
})

test('the database refuses what the code would not', async () => {
  const programmeId = await vouchers.addProgramme()
  await place(programmeId)
  const broken = (statement: string) =>
    orders.pool.query(statement, [programmeId]).catch((error: { constraint?: string; code?: string }) => error.constraint ?? error.code)
  expect(await broken('update orders.voucher_quota set reserved_fen = quota_fen + 1 where programme_id = $1')).toBe(
    'voucher_quota_not_exceeded',
  )
  expect(await broken('update orders.voucher_quota set reserved_fen = -1 where programme_id = $1')).toBe('voucher_quota_amounts')
  expect(await broken('update orders.voucher_programme set redeemed_fen = budget_fen where id = $1')).toBe(
    'voucher_programme_not_overdrawn',
  )
  expect(await broken('update orders.voucher_rule set minimum_fen = 0 where programme_id = $1')).toBe('42501')
})
