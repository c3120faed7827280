import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './test-app.ts'
import { payIn } from './test-pay-in.ts'
import { type SignedUp, signUpAs } from './test-people.ts'

const OPEN = JSON.stringify([1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '00:00', end: '24:00' })))
const at = (time: string) => new Date(`2026-11-23T${time}:00+08:00`)

let now = new Date('2026-11-23T01:40:00.000Z')
let testApp: TestApp
let manager: SignedUp
let second: SignedUp
let cashier: SignedUp
let engineer: SignedUp
let payer: SignedUp
let instrumentId: string
beforeAll(async () => {
  testApp = await createTestApp({ now: () => now })
  manager = await signUpAs(testApp, { kind: 'provider', roles: ['provider:lab_manager'] })
  const { organisationId } = manager
  second = await signUpAs(testApp, { kind: 'provider', roles: ['provider:lab_manager'], organisationId })
  cashier = await signUpAs(testApp, { kind: 'provider', roles: ['provider:finance'], organisationId })
  engineer = await signUpAs(testApp, { kind: 'enterprise', roles: ['enterprise:engineer'] })
  payer = await signUpAs(testApp, { kind: 'enterprise', roles: ['enterprise:finance'], organisationId: engineer.organisationId })
  instrumentId = newId()
  await testApp.pool.query(
    `insert into catalog.resource (id, provider_id, kind, status, work_state, name_zh, content, opening, published_version, published_at)
     values ($1, $2, 'instrument', 'published', 'none', '高效液相色谱仪', '{}', $3, 1, now())`,
    [instrumentId, organisationId, OPEN],
  )
  await testApp.pool.query('insert into booking.calendar (resource_id, provider_id) values ($1, $2)', [instrumentId, organisationId])
  await testApp.pool.query(
    `insert into catalog.resource_price (id, resource_id, customer_class, unit, price_fen, valid_from) values ($1, $2, 'enterprise', 'hour', 18000, '2020-01-01')`,
    [newId(), instrumentId],
  )
})
afterAll(() => testApp.close())

async function call(by: SignedUp, method: 'GET' | 'POST', path: string, body?: object) {
  const reply = await testApp.inject({ method, url: `/api/v1${path}`, cookie: by.cookie, ...(body && { payload: body }) })
  if (reply.statusCode >= 300) throw new Error(`${path}: ${reply.statusCode} ${reply.body}`)
  return reply.json()
}

type Account = { account: string; closing: string; entries: { kind: string; amount: string; number: string; title: string }[] }
const dueOf = async (by = payer): Promise<Account | undefined> => {
  const { accounts } = await call(by, 'GET', '/orders/ledger/statement?month=2026-11&side=client')
  return accounts.find(({ account }: Account) => account === 'client_due')
}

/** Machine time that is booked, used as booked, and not answered for yet. */
async function use(by: SignedUp, start: string, end: string): Promise<{ id: string; number: string; chargeId: string }> {
  const { id, number } = await call(by, 'POST', '/booking/reservations', { resourceId: instrumentId, start: at(start), end: at(end) })
  now = at(start)
  await call(by, 'POST', `/booking/reservations/${id}/check-in`, {})
  now = at(end)
  await call(by, 'POST', `/booking/reservations/${id}/check-out`, {})
  const { charges } = await call(by, 'GET', `/booking/reservations/${id}/use`)
  return { id, number, chargeId: charges[0].id }
}

test('machine time that was used and accepted is in the books of both sides; a correction follows', async () => {
  const { id, number, chargeId } = await use(engineer, '13:00', '15:00')
  await testApp.settle()
  expect((await dueOf())?.entries).toEqual([])

  await call(engineer, 'POST', `/booking/charges/${chargeId}/accept`, {})
  await testApp.settle()
  expect(await dueOf()).toMatchObject({
    closing: '360.00',
    entries: [{ kind: 'charge', amount: '360.00', number, title: '高效液相色谱仪' }],
  })
  expect((await call(cashier, 'GET', '/orders/ledger/income')).items).toMatchObject([
    { id, number, kind: 'use', charge: '360.00', state: 'waiting' },
  ])

  const paymentOf = async (by: SignedUp, list: string) => (await call(by, 'GET', `/booking/${list}`)).items[0].payment
  expect(await paymentOf(payer, 'charges')).toEqual({ paid: '0.00', isSettled: false })
  expect(await paymentOf(manager, 'received-charges')).toEqual({ paid: '0.00', isSettled: false })

  now = at('16:00')
  const { items } = await call(manager, 'GET', '/booking/uses')
  const correction = await call(manager, 'POST', `/booking/uses/${items[0].useId}/corrections`, {
    start: at('13:00'),
    end: at('15:00'),
    adjustment: '-60.00',
    reason: '预热不计',
  })
  await call(second, 'POST', `/booking/use-corrections/${correction.id}/confirm`, {})
  await testApp.settle()
  expect(await dueOf()).toMatchObject({
    closing: '300.00',
    entries: [
      { kind: 'charge', amount: '360.00' },
      { kind: 'credit', amount: '-60.00' },
    ],
  })

  await payIn(testApp, payer.cookie, '300.00')
  await testApp.settle()
  expect(await paymentOf(payer, 'charges')).toEqual({ paid: '300.00', isSettled: true })
  expect(await paymentOf(manager, 'received-charges')).toEqual({ paid: '300.00', isSettled: true })
})

test('a provider that uses the instrument of another pays, has its invoice and its money back like an enterprise', async () => {
  const guest = await signUpAs(testApp, { kind: 'provider', roles: ['provider:lab_staff'] })
  const { organisationId } = guest
  const guestCashier = await signUpAs(testApp, { kind: 'provider', roles: ['provider:finance'], organisationId })
  const { chargeId } = await use(guest, '19:00', '20:00')
  await call(guest, 'POST', `/booking/charges/${chargeId}/accept`, {})
  await testApp.settle()
  expect(await dueOf(guestCashier)).toMatchObject({ closing: '180.00' })
  const { rows: told } = await testApp.pool.query(`select link from platform.notice where person_id = $1 and kind = 'orders.booking_due'`, [
    guestCashier.userId,
  ])
  expect(told).toEqual([{ link: '/e/ledger' }])

  await payIn(testApp, guestCashier.cookie, '200.00')
  await testApp.settle()
  const ledger = (side: string) => call(guestCashier, 'GET', `/orders/ledger?side=${side}`)
  expect(await ledger('client')).toMatchObject({ side: 'client', prepaid: '20.00', due: '0.00' })
  expect(await ledger('provider')).toMatchObject({ side: 'provider', payable: '0.00' })
  expect((await call(guestCashier, 'GET', '/orders/payments')).items).toMatchObject([{ amount: '200.00', state: 'paid' }])

  const { items: open } = await call(guestCashier, 'GET', '/orders/invoiceable-orders')
  expect(open).toMatchObject([{ kind: 'booking', amount: '180.00', providerId: manager.organisationId }])
  const title = {
    title: '外来检测所',
    taxpayerNumber: '91310115MA1K3YCR8X',
    kind: 'general',
    address: '',
    phone: '',
    bankName: '',
    bankAccount: '',
    email: 'a@b.example',
  }
  const saved = await testApp.inject({
    method: 'PUT',
    url: '/api/v1/orders/invoice-data',
    cookie: guestCashier.cookie,
    payload: title,
    headers: { 'if-match': '"0"' },
  })
  expect(saved.statusCode, saved.body).toBe(200)
  const asked = await call(guestCashier, 'POST', '/orders/invoices', { orderIds: [], billIds: [open[0].id], contents: '检测服务费' })
  const invoicesOf = async (by: SignedUp, side: string) =>
    (await call(by, 'GET', `/orders/invoices?side=${side}`)).items.map((row: { number: string; state: string }) => [row.number, row.state])
  expect(await invoicesOf(guestCashier, 'client')).toEqual([[asked.number, 'asked']])
  expect(await invoicesOf(guestCashier, 'provider')).toEqual([])
  expect(await invoicesOf(cashier, 'provider')).toEqual([[asked.number, 'asked']])
  expect(await invoicesOf(cashier, 'client')).toEqual([])
  await call(cashier, 'POST', `/orders/invoices/${asked.id}/issue`, { invoiceNumber: '24312000000012345678', invoiceDay: '2026-11-23' })
  expect(await invoicesOf(guestCashier, 'client')).toEqual([[asked.number, 'issued']])

  const account = { accountName: '外来检测所', accountNumber: '6222000011112222', bankName: '演示银行', reason: '余额退回' }
  const back = await call(guestCashier, 'POST', '/orders/refunds', { amount: '20.00', ...account })
  const outgoings = async (kind: string) =>
    (await call(guestCashier, 'GET', `/orders/outgoings?kind=${kind}`)).items.map(({ number }: { number: string }) => number)
  expect([await outgoings('refund'), await outgoings('payout')]).toEqual([[back.number], []])
  expect(await ledger('client')).toMatchObject({ prepaid: '0.00' })
})
