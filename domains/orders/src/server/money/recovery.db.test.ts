import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUpVouchers, type VouchersTest } from '../vouchers/test-vouchers.ts'
import { recoverVoucher } from './recover-voucher.ts'
import { createMoneyTest, type MoneyTest } from './test-money.ts'
import { verifyLedger } from './verify-ledger.ts'

const ROUNDS = 20
let at: MoneyTest
let vouchers: VouchersTest
let programmeId: string
beforeAll(async () => {
  at = await createMoneyTest()
  vouchers = await setUpVouchers(at.orders)
  programmeId = await vouchers.addProgramme()
})
afterAll(() => at.close())

/** An order of which the voucher has paid 600.00 and the client 600.00. */
async function settled(): Promise<string> {
  await at.topUp('600.00')
  const id = await at.accepted(at.engineer, { voucherProgrammeId: programmeId })
  await at.reach(id, 'reported')
  await at.act(at.engineer, id, 'approve')
  await at.settle()
  expect((await at.money(id)).settlement.state).toBe('done')
  return id
}

async function reject(orderId: string): Promise<number> {
  const { rows } = await at.pool.query(
    'select c.voucher_id, c.version from orders.voucher_claim c join orders.voucher v on v.id = c.voucher_id where v.order_id = $1',
    [orderId],
  )
  const [{ voucher_id: id, version }] = rows
  const reply = await at.call(
    vouchers.officer,
    'POST',
    `/voucher-claims/${id}/reject`,
    { reason: '材料不符' },
    { 'if-match': `"${version}"` },
  )
  return reply.statusCode
}

test('a voucher that is not accepted after the settlement is owed by the client, told to both, and collected when the money is there', async () => {
  const id = await settled()
  const payable = (await at.ledger(at.cashier)).payable
  expect(await reject(id)).toBe(200)
  await at.settle()
  expect(await at.money(id)).toMatchObject({ outstanding: '600.00' })
  expect((await at.money(id)).lines.map(({ kind, amount }: { kind: string; amount: string }) => `${kind} ${amount}`)).toContain(
    'voucher_back 600.00',
  )
  expect((await verifyLedger(at.db)).findings).toEqual([])
  const { rows } = await at.pool.query(
    `select kind, person_id from platform.notice where kind like 'orders.voucher_recovery%' order by kind, person_id`,
  )
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['orders.voucher_recovery', 'orders.voucher_recovery_told']))

  await at.topUp('599.99')
  await at.settle()
  expect(await at.money(id)).toMatchObject({ outstanding: '600.00', balance: '599.99' })
  await at.topUp('0.01')
  await at.settle()
  expect(await at.money(id)).toMatchObject({ outstanding: '0.00', balance: '0.00' })
  // What the provider has earned stays.
  expect((await at.ledger(at.cashier)).payable).toBe(payable)
  expect((await verifyLedger(at.db)).findings).toEqual([])
})

test('told twice and at once, it is owed once and collected once', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const id = await settled()
    await reject(id)
    await at.topUp('600.00')
    await Promise.all([recoverVoucher(at, id), recoverVoucher(at, id), at.settle()])
    expect(await at.money(id)).toMatchObject({ outstanding: '0.00', balance: '0.00' })
  }
  expect((await verifyLedger(at.db)).findings).toEqual([])
  expect(await at.faults()).toEqual([])
})
