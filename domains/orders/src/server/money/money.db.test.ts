import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createMoneyTest, type MoneyTest } from './test-money.ts'

let at: MoneyTest
beforeAll(async () => {
  at = await createMoneyTest()
})
afterEach(async () => expect(await at.faults()).toEqual([]))
afterAll(() => at.close())

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)
type Line = { kind: string; amount: string }
const linesOf = (money: { lines: Line[] }) => money.lines.map(({ kind, amount }) => `${kind} ${amount}`)
const stepsOf = (money: { settlement: { steps: { step: string; amount: string }[] } | null }) =>
  Object.fromEntries((money.settlement?.steps ?? []).map(({ step, amount }) => [step, amount]))

async function rules(): Promise<void> {
  await at.call(at.ruler, 'POST', '/fee-rules', { providerId: null, validFrom: '2026-11-24', ratePercent: '2.00' })
  await at.call(at.cashier, 'POST', '/deposit-rules', { validFrom: '2026-11-23', depositPercent: 30, isRequired: true })
}

test('an order is paid ahead, charged, settled and shared out; every fen is in the books', async () => {
  await rules()
  at.setNow('2026-11-24T02:00:00Z')
  await at.topUp('200.00')
  const id = await at.accepted()
  expect(await at.money(id)).toMatchObject({
    held: '200.00',
    deposit: '360.00',
    isDepositRequired: true,
    balance: '0.00',
    outstanding: '1000.00',
  })
  await at.topUp('500.00')
  await at.settle()
  expect(await at.money(id)).toMatchObject({ held: '360.00', balance: '340.00', outstanding: '840.00' })

  await at.reach(id, 'reported')
  expect((await at.act(at.engineer, id, 'approve')).statusCode).toBe(200)
  await at.settle()
  const waiting = await at.money(id)
  expect(waiting.settlement).toMatchObject({ state: 'waiting', charge: '1200.00' })
  expect(waiting).toMatchObject({ outstanding: '840.00', balance: '340.00' })
  expect(await at.ledger()).toMatchObject({ prepaid: '340.00', held: '0.00', due: '840.00' })

  await at.topUp('500.00')
  await at.settle()
  const settled = await at.money(id)
  expect(stepsOf(settled)).toEqual({
    redeem_voucher: '0.00',
    collect_held: '360.00',
    release_rest: '0.00',
    collect_balance: '840.00',
    take_fee: '24.00',
    credit_provider: '1176.00',
    close: '1200.00',
  })
  expect(settled.outstanding).toBe('0.00')
  expect(linesOf(settled).sort()).toEqual(['collected -360.00', 'collected -840.00', 'total 1200.00'])
  expect((await at.call(at.engineer, 'GET', `/orders/${id}`)).json().state).toBe('settled')
  expect(await at.ledger(at.cashier)).toMatchObject({ side: 'provider', payable: '1176.00', feesPaid: '24.00' })
  const totals = (await at.call(at.ruler, 'GET', '/ledger/totals')).json()
  expect(totals.debit).toBe(totals.credit)
})

test('an order that is charged already is settled by the money that is paid for it', async () => {
  const id = await at.accepted()
  await at.reach(id, 'reported')
  expect((await at.act(at.engineer, id, 'approve')).statusCode).toBe(200)
  await at.settle()
  const waiting = await at.money(id)
  expect(waiting.settlement.state).toBe('waiting')
  expect(codesOf(await at.call(at.finance, 'POST', `/orders/${id}/payment`))).toEqual(['orders.nothing_to_pay'])
  await at.topUp('1200.00', id)
  await at.settle()
  expect(await at.money(id)).toMatchObject({ outstanding: '0.00', held: '0.00', settlement: { state: 'done' } })
})

test('work that asks for a deposit does not begin without it', async () => {
  const id = await at.accepted()
  await at.reach(id, 'received')
  await at.pool.query(`update orders.service_order set received_at = now() where id = $1`, [id])
  expect(codesOf(await at.act(at.staff, id, 'begin'))).toContain('orders.deposit_missing')
  await at.topUp('360.00', id)
  await at.settle()
  expect((await at.money(id)).held).toBe('360.00')
  expect(codesOf(await at.act(at.staff, id, 'begin')) ?? []).not.toContain('orders.deposit_missing')
})

test('cancelling costs the fee of the stage; the rest of what was set aside goes back', async () => {
  const before = (await at.ledger()).prepaid
  await at.topUp('360.00')
  const id = await at.accepted()
  await at.reach(id, 'received')
  expect((await at.act(at.engineer, id, 'cancel', { reason: '项目取消' })).statusCode).toBe(200)
  await at.settle()
  const money = await at.money(id)
  expect(money.settlement).toMatchObject({ kind: 'cancellation', state: 'done', charge: '120.00' })
  expect(linesOf(money).sort()).toEqual(['cancel_fee 120.00', 'collected -120.00'])
  expect(Number((await at.ledger()).prepaid)).toBeCloseTo(Number(before) + 240)
})

test('a pause does not change what cancelling costs, and giving up costs the client nothing', async () => {
  await at.topUp('720.00')
  const paused = await at.accepted()
  await at.reach(paused, 'working')
  await at.act(at.staff, paused, 'pause', { reason: '缺样品' })
  await at.act(at.engineer, paused, 'cancel', { reason: '不做了' })
  await at.settle()
  expect((await at.money(paused)).settlement).toMatchObject({ charge: '600.00' })
  const given = await at.accepted()
  await at.reach(given, 'working')
  expect((await at.act(at.manager, given, 'give-up', { reason: '设备故障' })).statusCode).toBe(200)
  expect(await at.money(given)).toMatchObject({ settlement: null, held: '0.00', outstanding: '0.00' })
})

test('what is measured changes the charge within limits, and a credit note gives back before and after the settlement', async () => {
  await at.pool.query(`update catalog.resource_price set unit = 'batch' where resource_id = $1`, [at.service])
  const id = await at.accepted()
  await at.pool.query(`update catalog.resource_price set unit = 'item' where resource_id = $1`, [at.service])
  const [item] = (await at.call(at.engineer, 'GET', `/orders/${id}`)).json().items
  const measure = (measured: string) => at.call(at.staff, 'POST', `/orders/${id}/measurements`, { itemId: item.id, measured })
  expect(codesOf(await measure('1.25'))).toEqual(['orders.metered_beyond'])
  expect((await measure('1.1')).json()).toMatchObject({ outstanding: '960.00', held: '360.00' })
  const credit = (amount: string) => at.call(at.cashier, 'POST', `/orders/${id}/credit-notes`, { amount, reason: '报告晚到' })
  expect((await credit('20.00')).statusCode).toBe(201)
  await at.topUp('2000.00')
  await at.reach(id, 'reported')
  await at.act(at.engineer, id, 'approve')
  await at.settle()
  const payable = Number((await at.ledger(at.cashier)).payable)
  expect((await at.money(id)).settlement).toMatchObject({ state: 'done', charge: '1300.00' })
  expect(codesOf(await credit('1300.01'))).toEqual(['orders.credit_too_large'])
  const prepaid = Number((await at.ledger()).prepaid)
  expect((await credit('100.00')).statusCode).toBe(201)
  expect(Number((await at.ledger()).prepaid)).toBeCloseTo(prepaid + 100)
  expect(Number((await at.ledger(at.cashier)).payable)).toBeCloseTo(payable - 98)
})

test('a payment fails, is silent or late, and is booked once', async () => {
  const start = Number((await at.ledger()).prepaid)
  await at.topUp('10.00', null, 'fails')
  await at.topUp('20.00', null, 'silent')
  await at.topUp('30.00', null, 'late')
  await at.topUp('40.00', null, 'repeated')
  await at.settle()
  expect(Number((await at.ledger()).prepaid)).toBeCloseTo(start + 40)
  at.setNow('2026-11-24T02:30:00Z')
  for (let round = 0; round < 4; round += 1) await at.runJob('orders.sandbox_notices')
  await at.runJob('orders.ask_payments')
  await at.settle()
  expect(Number((await at.ledger()).prepaid)).toBeCloseTo(start + 90)
  const states = (await at.call(at.finance, 'GET', '/payments')).json().items
  expect(states.map(({ amount, state }: { amount: string; state: string }) => `${amount} ${state}`)).toEqual(
    expect.arrayContaining(['10.00 failed', '20.00 paid', '30.00 paid', '40.00 paid']),
  )
  const forged = { eventId: 'x', reference: 'sbx_1', outcome: 'paid', amountFen: '1', signature: 'a'.repeat(64) }
  expect(codesOf(await at.call(at.finance, 'POST', '/payment-notices/sandbox', forged))).toEqual(['orders.notice_signature'])
})

test('a refund leaves the balance at once, comes back when refused, and is sent once', async () => {
  const account = { accountName: '澜心医疗', accountNumber: '6222000011112222', bankName: '招商银行' }
  const before = Number((await at.ledger()).prepaid)
  const ask = (amount: string) => at.call(at.finance, 'POST', '/refunds', { amount, ...account })
  expect(codesOf(await ask('9999999.00'))).toEqual(['orders.balance_too_small'])
  const refund = (await ask('50.00')).json()
  expect(Number((await at.ledger()).prepaid)).toBeCloseTo(before - 50)
  expect((await at.call(at.ruler, 'POST', `/outgoings/${refund.id}/refusal`, { reason: '账号有误' })).json().state).toBe('refused')
  expect(codesOf(await at.call(at.ruler, 'POST', `/outgoings/${refund.id}/sent`))).toEqual(['orders.outgoing_decided'])
  expect(Number((await at.ledger()).prepaid)).toBeCloseTo(before)
  // The payment provider has not paid out yet: the bank holds nothing that could be sent.
  const unpaid = (await ask('60.00')).json()
  expect(codesOf(await at.call(at.ruler, 'POST', `/outgoings/${unpaid.id}/sent`))).toEqual(['orders.balance_too_small'])
})

test('results wait for the money where the provider says so', async () => {
  await at.pool.query(
    `insert into orders.provider_policy (provider_id, holds_results, updated_at) values ($1, true, now())
     on conflict (provider_id) do update set holds_results = true`,
    [at.provider],
  )
  const id = await at.accepted()
  expect((await at.money(id)).areResultsHeld).toBe(true)
  await at.topUp('1200.00')
  await at.settle()
  const paid = await at.call(at.finance, 'POST', `/orders/${id}/payment`)
  expect(paid.json()).toMatchObject({ areResultsHeld: false, outstanding: '0.00' })
  expect(codesOf(await at.call(at.finance, 'POST', `/orders/${id}/payment`))).toEqual(['orders.nothing_to_pay'])
})
