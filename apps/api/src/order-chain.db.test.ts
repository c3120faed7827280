import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './test-app.ts'
import { createOrderDistrict, type OrderDistrict } from './test-order-district.ts'
import { act, bringSample, doTasks, place, reportOn } from './test-order-steps.ts'

let app: TestApp
let district: OrderDistrict
beforeAll(async () => {
  app = await createTestApp()
  district = await createOrderDistrict(app, { topUp: '100000.00' })
})
afterAll(() => app.close())

test('one order through the whole platform: placed with a voucher, received, tested, reported, approved, settled', async () => {
  const { call } = district
  const ok = (reply: { status: number; body: unknown }) => {
    if (reply.status >= 300) throw new Error(JSON.stringify(reply))
    return reply.body as Record<string, unknown>
  }
  const { id } = ok(await place(district, { hasVoucher: true })) as { id: string }
  ok(await act(call, 'manager', id, 'accept'))
  ok(await bringSample(call, id))
  ok(await act(call, 'staff', id, 'receive'))
  ok(await act(call, 'staff', id, 'begin'))
  ok(await doTasks(call, id))
  ok(await act(call, 'staff', id, 'finish'))
  ok(await reportOn(district, id))
  ok(await act(call, 'engineer', id, 'approve'))
  await app.settle()
  expect(ok(await call('engineer', 'GET', `/orders/${id}`))).toMatchObject({ state: 'settled' })
  const voucher = ok(await call('engineer', 'GET', `/orders/${id}/voucher`))
  expect(JSON.stringify(voucher)).toContain('600.00')
})
