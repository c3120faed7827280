import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { SETTLEMENT_POINTS, SETTLEMENT_STEPS } from '../../core/money/settlement.ts'
import { findSandboxPayment } from '../sql/money/sandbox.ts'
import { signedNotice } from './sandbox.ts'
import { settleOrder } from './settle-order.ts'
import { createMoneyTest, type MoneyTest, settleInProcess } from './test-money.ts'

let at: MoneyTest
beforeAll(async () => {
  at = await createMoneyTest()
  await at.call(at.ruler, 'POST', '/fee-rules', { providerId: null, validFrom: '2026-11-24', ratePercent: '2.00' })
  await at.call(at.cashier, 'POST', '/deposit-rules', { validFrom: '2026-11-23', depositPercent: 30, isRequired: false })
  at.setNow('2026-11-24T02:00:00Z')
})
afterEach(async () => expect(await at.faults()).toEqual([]))
afterAll(() => at.close())

/** An order that is approved and paid for, whose settlement has not begun. */
async function charged(): Promise<string> {
  const id = await at.accepted()
  await at.topUp('1300.00')
  await at.reach(id, 'reported')
  await at.act(at.engineer, id, 'approve')
  return id
}

async function settledOnce(id: string): Promise<void> {
  const { rows } = await at.pool.query(
    `select cause, amount_fen from orders.ledger_transfer where order_id = $1 and kind <> 'hold' and kind <> 'payment' order by cause`,
    [id],
  )
  expect(rows.map(({ cause }) => cause.replace(id, ''))).toEqual([...new Set(rows.map(({ cause }) => cause.replace(id, '')))])
  const sum = (kind: string) =>
    rows.filter(({ cause }) => cause.endsWith(`:${kind}`)).reduce((total, { amount_fen }) => total + Number(amount_fen), 0)
  expect([sum('fee'), sum('share'), sum('collect_held') + sum('collect_balance')]).toEqual([2_400, 117_600, 120_000])
  const { rows: steps } = await at.pool.query('select step from orders.settlement_step where order_id = $1', [id])
  expect(steps.map(({ step }) => step).sort()).toEqual([...SETTLEMENT_STEPS].sort())
  const { rows: acts } = await at.pool.query(`select act from orders.order_step where order_id = $1 and act = 'settle'`, [id])
  expect(acts).toHaveLength(1)
}

test('killed between any two steps, the settlement goes on where it stood and does each step once', async () => {
  const ids: string[] = []
  for (const _ of SETTLEMENT_POINTS) ids.push(await charged())
  const waiting = SETTLEMENT_POINTS.map((point, index) => ({ point, id: ids[index] ?? '' }))
  const kill = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      expect([next.point, await settleInProcess(at.url, 'order', next.id, next.point)]).toEqual([next.point, 'SIGKILL'])
      expect(await at.faults()).toEqual([])
    }
  }
  await Promise.all([kill(), kill()])
  // What the platform does when it is there again.
  await at.runJob('orders.resume_settlements')
  for (const id of ids) await settledOnce(id)
}, 120_000)

test('two settlements of one order: each step is done once', async () => {
  for (let round = 0; round < 20; round += 1) {
    const id = await charged()
    const settling = { db: at.db, now: at.needs.now }
    await Promise.all([settleOrder(settling, id), settleOrder(settling, id), settleOrder(settling, id)])
    await settledOnce(id)
  }
})

test('refund × settlement: the balance is spent once', async () => {
  const account = { accountName: '澜心医疗', accountNumber: '6222000011112222', bankName: '招商银行' }
  for (let round = 0; round < 20; round += 1) {
    const id = await charged()
    const { prepaid } = await at.ledger()
    const [refund] = await Promise.all([
      at.call(at.finance, 'POST', '/refunds', { amount: prepaid, ...account }),
      settleOrder({ db: at.db, now: at.needs.now }, id),
    ])
    const settled = (await at.money(id)).settlement.state
    // Either the client has its money back and the order waits, or the order is settled and too little is left.
    expect([refund.statusCode === 201 ? 'refunded' : 'refused', settled]).toEqual(
      refund.statusCode === 201 ? ['refunded', 'waiting'] : ['refused', 'done'],
    )
    if (settled === 'waiting') {
      await at.topUp('1200.00')
      await settleOrder({ db: at.db, now: at.needs.now }, id)
    }
    await settledOnce(id)
  }
})

test('a notice that comes many times at once is booked once', async () => {
  for (let round = 0; round < 20; round += 1) {
    const before = Number((await at.ledger()).prepaid)
    const begun = (await at.call(at.finance, 'POST', '/payments', { amount: '77.00', channel: 'sandbox', orderId: null })).json()
    const reference = String(begun.payPath).split('/').at(-1)
    await at.pool.query(
      `update orders.sandbox_payment set state = 'paid', manner = 'silent', event_id = 'evt_' || reference where reference = $1`,
      [reference],
    )
    const row = await findSandboxPayment(at.db, String(reference))
    const notice = row && signedNotice(at.needs.authSecret, row)
    const answers = await Promise.all([1, 2, 3, 4].map(() => at.call(at.finance, 'POST', '/payment-notices/sandbox', notice)))
    expect(answers.map((answer) => answer.json().outcome).sort()).toEqual(['booked', 'known', 'known', 'known'])
    expect(Number((await at.ledger()).prepaid)).toBeCloseTo(before + 77)
  }
})

test('credit note × settlement: what was charged is given back once, whichever comes first', async () => {
  for (let round = 0; round < 10; round += 1) {
    const id = await charged()
    const [credit] = await Promise.all([
      at.call(at.cashier, 'POST', `/orders/${id}/credit-notes`, { amount: '100.00', reason: '报告晚到' }),
      settleOrder({ db: at.db, now: at.needs.now }, id),
    ])
    await at.settle()
    const money = await at.money(id)
    expect(money.settlement.state).toBe('done')
    const { rows } = await at.pool.query(
      `select coalesce(sum(case when t.credit_account_id = a.id then t.amount_fen else -t.amount_fen end), 0)::int as earned
       from orders.ledger_transfer t join orders.ledger_account a on a.kind in ('provider_payable', 'platform_fee') and a.id in (t.debit_account_id, t.credit_account_id)
       where t.order_id = $1`,
      [id],
    )
    expect(rows[0].earned).toBe(credit.statusCode === 201 ? 110_000 : 120_000)
  }
})
