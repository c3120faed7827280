import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrdersTest, type OrdersTest } from '../test-orders.ts'
import { type ReportsTest, reportsTest } from '../test-reports.ts'

let orders: OrdersTest
let reports: ReportsTest
beforeAll(async () => {
  orders = await createOrdersTest()
  reports = await reportsTest(orders)
})
afterAll(() => orders.close())

const ROUNDS = 20
/** Reports of one provider that are issued at one time: each waits for the number of the one before it. */
const AT_ONCE = 8
const statuses = (replies: readonly { statusCode: number }[]) => replies.map(({ statusCode }) => statusCode).sort()

test('of two approvals at once one counts', async () => {
  const other = await orders.addPerson(orders.provider, 'provider', 'approver')
  for (let round = 0; round < ROUNDS; round += 1) {
    const report = await reports.fill(await reports.draft(await reports.reporting()))
    await reports.act(reports.staff, report.id, 'prepare')
    await reports.act(reports.manager, report.id, 'check')
    const replies = await Promise.all([reports.act(reports.chief, report.id, 'approve'), reports.act(other, report.id, 'approve')])
    expect(statuses(replies)[0]).toBe(200)
    expect([409, 412]).toContain(statuses(replies)[1])
  }
})

test('one report issued twice at once has one number; reports issued at once have numbers without a gap', async () => {
  const before = await serial()
  const approved = await Promise.all(Array.from({ length: AT_ONCE }, async () => reports.approved(await reports.reporting())))
  const replies = await Promise.all(
    approved.flatMap(({ id }) => [reports.act(reports.chief, id, 'issue'), reports.act(reports.manager, id, 'issue')]),
  )
  expect(statuses(replies).slice(0, AT_ONCE)).toEqual(Array.from({ length: AT_ONCE }, () => 200))
  for (const status of statuses(replies).slice(AT_ONCE)) expect([409, 412]).toContain(status)
  const { rows } = await orders.pool.query<{ serial: number }>(
    `select right(number, 5)::int as serial from orders.report where number is not null order by number`,
  )
  expect(rows.map((row) => row.serial)).toEqual(Array.from({ length: before + AT_ONCE }, (_, index) => index + 1))
  expect(await serial()).toBe(before + AT_ONCE)
})

test('of replacing and withdrawing at once one happens, and a replaced report has its successor', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = await reports.issued()
    const second = await reports.approved(first.orderId, { replacesId: first.id, replaceReason: '更正' })
    const replies = await Promise.all([
      reports.act(reports.chief, second.id, 'issue'),
      reports.act(reports.manager, first.id, 'withdraw', { reason: '样品混淆' }),
    ])
    expect(statuses(replies)[0]).toBe(200)
    expect(statuses(replies)[1]).toBeGreaterThanOrEqual(409)
    const { rows } = await orders.pool.query(
      `select r.state, s.state as successor from orders.report r left join orders.report s on s.replaces_id = r.id where r.id = $1`,
      [first.id],
    )
    expect([
      { state: 'replaced', successor: 'issued' },
      { state: 'withdrawn', successor: 'approved' },
    ]).toContainEqual(rows[0])
  }
})

async function serial(): Promise<number> {
  const { rows } = await orders.pool.query<{ last: number }>('select coalesce(max(last), 0)::int as last from orders.report_serial')
  return rows[0]?.last ?? 0
}
