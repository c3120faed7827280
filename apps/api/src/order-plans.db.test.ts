import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './test-app.ts'
import { createOrderDistrict, type OrderDistrict } from './test-order-district.ts'
import { newTally, randomFrom, walk } from './test-order-walk.ts'
import { enlarge, findScans, recordStatements } from './test-plans.ts'

const WALKS = 18
const LARGE = 20_000

let app: TestApp
let district: OrderDistrict
/** What the test itself asks. */
let pool: pg.Pool
beforeAll(async () => {
  app = await createTestApp()
  pool = new pg.Pool({ connectionString: app.url, max: 2 })
  district = await createOrderDistrict(app, { topUp: '900000.00' })
})
afterAll(async () => {
  await pool.end()
  await app.close()
})

/** Rows of each table of orders, by its name with the schema. */
async function countRows(): Promise<ReadonlyMap<string, number>> {
  await pool.query('analyze')
  const { rows } = await pool.query<{ name: string; count: number }>(
    `select oid::regclass::text as name, reltuples as count from pg_class where relnamespace = 'orders'::regnamespace and relkind = 'r'`,
  )
  return new Map(rows.map(({ name, count }) => [name, count]))
}

test('no statement of an order reads the whole of a table that grows with the orders', async () => {
  const before = await countRows()
  const { statements, stop } = recordStatements()
  const random = randomFrom(7)
  const tally = newTally()
  for (let index = 0; index < WALKS; index += 1) await walk(district, pool, random, tally)
  await app.settle()
  stop()
  const after = await countRows()
  const growing = [...after].filter(([name, count]) => count - (before.get(name) ?? 0) >= WALKS / 3).map(([name]) => name)
  expect(growing).toEqual(
    expect.arrayContaining(['orders.service_order', 'orders.report', 'orders.agreement_terms', 'orders.ledger_transfer']),
  )
  for (const table of growing) await enlarge(pool, table, LARGE)
  expect(await findScans(pool, statements, growing)).toEqual([])
})
