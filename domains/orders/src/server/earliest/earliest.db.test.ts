import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EarliestLine } from '../../contract/earliest.ts'
import { createOrdersTest, type OrdersTest, type Person } from '../test-orders.ts'

let orders: OrdersTest
let rival: string
let rivalManager: Person
let fast: string
let slow: string
beforeAll(async () => {
  orders = await createOrdersTest()
  rival = await orders.addOrganisation('provider', '鹭洲实验室')
  rivalManager = await orders.addPerson(rival, 'provider', 'lab_manager')
  fast = await orders.addService(orders.provider, '拉伸强度', 5)
  slow = await orders.addService(rival, '拉伸强度', 12)
})
afterAll(() => orders.close())

const find = async (query: string, person: Person = orders.engineer): Promise<EarliestLine[]> =>
  (await orders.call(person, 'GET', `/earliest?${query}`)).json().items
const plan = (service: string, change: object, version = 0, person: Person = orders.manager) =>
  orders.call(
    person,
    'PUT',
    `/services/${service}/plan`,
    { receives: 'samples', parallelOrders: 1, intakeDays: 0, instrumentId: null, instrumentMinutes: null, ...change },
    { 'if-match': `"${version}"` },
  )
const Q = `q=${encodeURIComponent('拉伸')}`

test('providers are ranked by the first day on which the result can be there, each with why', async () => {
  const [first, second] = await find(Q)
  expect(first).toMatchObject({
    serviceId: fast,
    resultDay: '2026-12-02',
    bestDay: '2026-12-02',
    legs: [
      { kind: 'transport', from: '2026-11-23', to: '2026-11-24', workingDays: 1 },
      { kind: 'intake', from: '2026-11-24', to: '2026-11-25', workingDays: 1 },
      { kind: 'work', from: '2026-11-25', to: '2026-12-02', workingDays: 5 },
    ],
    price: { unitPrice: '1200.00', total: '1200.00', customerClass: 'enterprise' },
    isPlanStated: false,
    lateDays: null,
  })
  expect(second).toMatchObject({ serviceId: slow, providerName: '鹭洲实验室' })
})

test('quantity, day of sending, way and deadline count', async () => {
  const [line] = await find(`${Q}&quantity=3&readyDay=2026-11-28&transportDays=2&deadline=2026-12-04`)
  // Ready on Saturday: sent on Monday 30, two days on the way, one for the review, five for the work.
  expect(line).toMatchObject({ resultDay: '2026-12-10', lateDays: 4, price: { unitPrice: '1200.00', total: '3600.00' } })
})

test('orders that came before count as the provider states how many it takes at once', async () => {
  const service = await orders.addService(orders.provider, '剥离强度', 5)
  expect((await plan(service, { parallelOrders: 1 })).json()).toMatchObject({ version: 1, isStated: true, parallelOrders: 1 })
  const before = (await find(`service=${service}`))[0]
  expect(before).toMatchObject({ resultDay: '2026-12-01', ordersAhead: 0, isPlanStated: true })
  const items = [{ serviceId: service, quantity: 1, sampleCount: 1 }]
  await orders.placed(orders.engineer, { items })
  const after = (await find(`service=${service}`))[0]
  expect(after).toMatchObject({ resultDay: '2026-12-07', ordersAhead: 1 })
  expect(after?.legs.map(({ kind }) => kind)).toEqual(['transport', 'queue', 'work'])
  expect((await plan(service, {}, 0)).statusCode).toBe(412)
})

test('the instrument is its own and its free time counts', async () => {
  const service = await orders.addService(orders.provider, '扭转强度', 5)
  const instrument = newId()
  await orders.pool.query(
    `insert into catalog.resource (id, provider_id, kind, status, work_state, name_zh, content, published_version, published_at)
     values ($1, $2, 'instrument', 'published', 'none', '扭转试验机', '{}', 1, now())`,
    [instrument, orders.provider],
  )
  const codesOf = async (change: object) => (await plan(service, change)).json().problems?.map(({ code }: { code: string }) => code)
  expect(await codesOf({ instrumentId: instrument })).toEqual(['orders.plan_instrument_time', 'orders.plan_instrument_missing'])
  const strange = await plan(service, {}, 0, rivalManager)
  expect(strange.statusCode).toBe(404)
})

test('accreditation holds on the day of the result, not only today', async () => {
  await orders.pool.query(
    `with a as (insert into catalog.accreditation (id, provider_id, scheme, certificate_no, valid_from, valid_to)
       values ($1, $2, 'cma', 'CMA-1', '2020-01-01', '2026-12-10') returning id)
     insert into catalog.accreditation_item (id, accreditation_id, position, product, resource_id) select $3, id, 0, '医疗器械', $4 from a`,
    [newId(), rival, newId(), slow],
  )
  const [first, second] = await find(`${Q}&scheme=cma&readyDay=2026-11-23`)
  expect([first?.isAccredited, second?.isAccredited]).toEqual([false, false])
  await orders.pool.query(`update catalog.accreditation set valid_to = '2027-12-31' where certificate_no = 'CMA-1'`)
  expect((await find(`${Q}&scheme=cma`)).map(({ serviceId, isAccredited }) => [serviceId, isAccredited])).toEqual([
    [slow, true],
    [fast, false],
  ])
})

test('a standard that is replaced is told with the line', async () => {
  const standard = newId()
  await orders.pool.query(
    `insert into catalog.standard (id, number, number_key, base_key, status) values ($1, 'YY/T 0316-2016', 'YY/T0316-2016', 'YY/T0316', 'replaced')`,
    [standard],
  )
  await orders.pool.query('insert into catalog.resource_standard (resource_id, standard_id, position) values ($1, $2, 0)', [fast, standard])
  const [line] = await find(`standard=${encodeURIComponent('YY/T 0316-2016')}`)
  expect(line).toMatchObject({ serviceId: fast, standards: [{ number: 'YY/T 0316-2016', status: 'replaced' }] })
})

test('a preview sums what would be paid and names the last day; without a list price it says so', async () => {
  const unpriced = await orders.addService(orders.provider, '没有目录价', 30)
  await orders.pool.query('delete from catalog.resource_price where resource_id = $1', [unpriced])
  const preview = async (...ids: string[]) =>
    (await orders.call(orders.engineer, 'POST', '/order-previews', { items: ids.map((serviceId) => ({ serviceId, quantity: 2 })) })).json()
  expect(await preview(fast, orders.service)).toMatchObject({ total: '4800.00', resultDay: '2026-12-07' })
  expect(await preview(unpriced)).toMatchObject({ total: null, lines: [{ price: null }] })
  const missing = await orders.call(orders.engineer, 'POST', '/order-previews', { items: [{ serviceId: newId(), quantity: 1 }] })
  expect(missing.statusCode).toBe(404)
})

test('punctuality is counted from reports that were issued', async () => {
  const { rows } = await orders.pool.query('select id from orders.service_order where provider_id = $1 limit 1', [orders.provider])
  await orders.pool.query(
    `update orders.service_order set state = 'reported', due_day = '2026-11-20', reported_at = '2026-11-21T02:00:00Z' where id = $1`,
    [rows[0].id],
  )
  const [line] = await find(`service=${fast}`)
  expect(line?.deliveries).toEqual({ inTime: 0, of: 1 })
})
