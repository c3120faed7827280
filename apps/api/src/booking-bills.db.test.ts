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
const dueOf = async (): Promise<Account | undefined> => {
  const { accounts } = await call(payer, 'GET', '/orders/ledger/statement?month=2026-11')
  return accounts.find(({ account }: Account) => account === 'client_due')
}

test('machine time that was used and accepted is in the books of both sides; a correction follows', async () => {
  const booked = { resourceId: instrumentId, start: at('13:00'), end: at('15:00') }
  const { id, number } = await call(engineer, 'POST', '/booking/reservations', booked)
  now = at('13:00')
  await call(engineer, 'POST', `/booking/reservations/${id}/check-in`, {})
  now = at('15:00')
  await call(engineer, 'POST', `/booking/reservations/${id}/check-out`, {})
  const { charges } = await call(engineer, 'GET', `/booking/reservations/${id}/use`)
  await testApp.settle()
  expect((await dueOf())?.entries).toEqual([])

  await call(engineer, 'POST', `/booking/charges/${charges[0].id}/accept`, {})
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
