import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrdersTest, type OrdersTest } from '../test-orders.ts'
import { setUpVouchers, type VouchersTest } from './test-vouchers.ts'

let orders: OrdersTest
let vouchers: VouchersTest
beforeAll(async () => {
  orders = await createOrdersTest()
  vouchers = await setUpVouchers(orders)
})
afterAll(() => orders.close())

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)

test('a voucher is shown before ordering, reserved with the order, and given back when the order comes to nothing', async () => {
  const programmeId = await vouchers.addProgramme()
  const [offer] = (await vouchers.preview(orders.engineer)).json().items
  expect(offer).toMatchObject({
    programmeId,
    isEligible: true,
    isToConfirm: true,
    amount: '600.00',
    clientPays: '600.00',
    left: '300000.00',
    year: 2026,
  })
  expect(offer.conditions.map(({ code, verdict }: { code: string; verdict: string }) => `${code} ${verdict}`)).toEqual([
    'in_force met',
    'applicant met',
    'district met',
    'provider_listed met',
    'not_related met',
    'purpose met',
    'services met',
    'minimum met',
    'quota met',
    'budget met',
  ])
  const placed = await orders.placed(orders.engineer, { voucherProgrammeId: programmeId, expectedVoucher: offer.amount })
  expect(await vouchers.taken(programmeId)).toMatchObject({ reserved: 60_000n, budget_reserved: 60_000n })
  const seen = (await orders.call(orders.engineer, 'GET', `/orders/${placed.id}/voucher`)).json()
  expect(seen).toMatchObject({
    clientPays: '600.00',
    voucher: { state: 'reserved', amount: '600.00', year: 2026 },
    shares: [{ voucher: '600.00' }],
  })
  await orders.act(orders.manager, placed.id, 'decline', { reason: '设备检修' })
  expect(await vouchers.taken(programmeId)).toMatchObject({ reserved: 0n, budget_reserved: 0n })
  const freed = (await orders.call(orders.manager, 'GET', `/orders/${placed.id}/voucher`)).json()
  expect(freed).toMatchObject({ clientPays: '1200.00', voucher: { state: 'freed', endReason: 'decline' } })
})

test('what a programme does not pay for is refused with every reason', async () => {
  const programmeId = await vouchers.addProgramme({ districts: ['浦西区'], minimum: '5000.00' })
  const refused = await orders.call(orders.engineer, 'POST', '/orders', {
    purpose: 'legal_duty',
    items: [{ serviceId: orders.service, quantity: 1, sampleCount: 2 }],
    voucherProgrammeId: programmeId,
  })
  expect([refused.statusCode, codesOf(refused)]).toEqual([
    422,
    ['orders.voucher_district', 'orders.voucher_purpose', 'orders.voucher_minimum'],
  ])
  expect(await vouchers.taken(programmeId)).toMatchObject({ reserved: 0n })
})
