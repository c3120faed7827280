import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './test-app.ts'
import { createOrderDistrict, type OrderDistrict } from './test-order-district.ts'
import { checkEverything, newTally, randomFrom, walk } from './test-order-walk.ts'

const WALKS = 60

let app: TestApp
let district: OrderDistrict
beforeAll(async () => {
  app = await createTestApp()
  // The quota is too small for all: some orders are refused their voucher. Three items are above the limit: they wait for an approver.
  district = await createOrderDistrict(app, { topUp: '50000.00', quota: '6000.00', engineerLimit: '2000.00' })
})
afterAll(() => app.close())

test('random walks by people of every role stay inside the table of states, the books balance after each step, no quota is exceeded, no report changes', async () => {
  const random = randomFrom(20_261_123)
  const tally = newTally()
  let reports: ReadonlyMap<string, string> = new Map()
  for (let round = 0; round < 3; round += 1) {
    for (let index = 0; index < WALKS / 3; index += 1) await walk(district, app.pool, random, tally)
    // Events and jobs settle what was approved.
    await app.settle()
    const found = await checkEverything(app.pool, reports)
    expect(found.faults).toEqual([])
    reports = found.reports
  }
  expect(tally.problems).toEqual([])
  expect(tally.steps).toBeGreaterThan(WALKS * 3)
  expect(tally.refused).toBeGreaterThan(WALKS)
  const stepsOf = async (act: string) => (await app.pool.query('select from orders.order_step where act = $1', [act])).rows.length
  expect(await stepsOf('approve_purchase')).toBeGreaterThan(5)
  expect(await stepsOf('lapse')).toBeGreaterThan(0)
  expect(reports.size).toBeGreaterThan(5)
  console.log(
    `${WALKS} walks: ${tally.requests} requests, ${tally.steps} steps, ${tally.refused} refused; last states ${JSON.stringify([...tally.states])}`,
  )
})
