import { openPool } from '@jiju/platform/database/pool'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { dayAndRange, freeSlotAhead, heading, openPage, PHONE, resourceIdOf, type Slot, watchFaults } from './pages.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const OWN = '申江理工大学分析测试中心'

const addressOf = (resourceId: string, { start, end }: Slot) => `/resources/${resourceId}?${new URLSearchParams({ start, end })}`

test('a request is answered within its limit: the slot is kept, the manager confirms in place, the engineer sees it', async () => {
  const manager = await openPage(browser, { as: 'manager' })
  const engineer = await openPage(browser, { as: 'engineer' })
  const faults = [watchFaults(manager), watchFaults(engineer)]
  // One of the instruments whose provider answers first.
  const resourceId = await resourceIdOf(manager.context(), '离子色谱仪', OWN)
  const slot = await freeSlotAhead(engineer.context(), resourceId, 3)
  await engineer.goto(addressOf(resourceId, slot))
  await heading(engineer, '离子色谱仪')
  await engineer.getByLabel('用于项目').fill('组织切片')
  await engineer.getByRole('button', { name: '提交申请' }).click()
  await engineer.getByText('已提交，等待机构确认').waitFor()
  await engineer.goto('/e/bookings')
  const row = engineer
    .getByRole('row')
    .filter({ hasText: '离子色谱仪' })
    .filter({ hasText: dayAndRange(slot) })
  await row.getByText('待机构确认').waitFor()

  await manager.goto('/p/calendar')
  // Above the timeline stand those whose limit ends first; the others are in the inbox.
  await manager
    .getByRole('region', { name: /等您答复/ })
    .getByRole('link', { name: /^全部 \d+ 项$/ })
    .click()
  await manager
    .getByRole('listitem')
    .filter({ hasText: '离子色谱仪' })
    .filter({ hasText: dayAndRange(slot) })
    .getByRole('button', { name: /确认.*澄心医疗.*离子色谱仪/ })
    .click()
  await manager
    .getByText(/已确认 \d/)
    .first()
    .waitFor()
  await engineer.reload()
  await row.getByText('已确认').waitFor()
  expect(faults).toEqual([[], []])
  await Promise.all([manager.context().close(), engineer.context().close()])
})

test('an outage shows its effect before it is declared; the engineer moves to another time with one click', async () => {
  const manager = await openPage(browser, { as: 'manager' })
  const engineer = await openPage(browser, { as: 'engineer' })
  const faults = [watchFaults(manager), watchFaults(engineer)]
  const resourceId = await resourceIdOf(manager.context(), '高效液相色谱仪 1 号', OWN)
  const slot = await freeSlotAhead(engineer.context(), resourceId, 3)
  const placed = await engineer.context().request.post('/api/v1/booking/reservations', { data: { resourceId, ...slot } })
  expect(placed.status()).toBe(201)
  const { id } = await placed.json()

  const declared = await manager.context().request.post('/api/v1/booking/outages', {
    data: { resourceIds: [resourceId], ...slot, type: 'fault', reason: '泵压异常' },
  })
  expect(declared.status()).toBe(201)
  const [outage] = (await declared.json()).items
  await manager.goto(`/p/outages/${outage.id}`)
  await manager.getByText(/1 单受影响的预约还没有答复/).waitFor()
  await manager.getByRole('button', { name: '发送改约建议' }).click()
  await manager
    .getByText(/已发送 1 单改约建议/)
    .first()
    .waitFor()

  await engineer.goto(`/e/bookings/${id}`)
  const panel = engineer.getByRole('region', { name: '停机影响这笔预约' })
  await panel.getByText('泵压异常').first().waitFor()
  await panel.getByRole('button', { name: '改到这里' }).first().click()
  await engineer
    .getByText(/已改到/)
    .first()
    .waitFor()
  await manager.reload()
  await manager.getByText('受影响的预约都已处理').waitFor()
  expect(faults).toEqual([[], []])
  await Promise.all([manager.context().close(), engineer.context().close()])
})

test('on a phone the code on an instrument opens what can be done now: book, begin, and end', async () => {
  const manager = await openPage(browser, { as: 'manager' })
  const resourceId = await resourceIdOf(manager.context(), '高效液相色谱仪 1 号', OWN)
  // Open at whatever hour and on whatever day this runs, holidays too, and without notice.
  const pool = openPool({ connectionString: process.env.JIJU_E2E_DATABASE ?? '', maxConnections: 1 })
  const allDay = JSON.stringify([1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '00:00', end: '24:00' })))
  await pool.query('update catalog.resource set opening = $2 where id = $1', [resourceId, allDay])
  await pool.query(
    `update catalog.site set holiday_rule = 'open', day_exceptions = '[]' where id = (select site_id from catalog.resource where id = $1)`,
    [resourceId],
  )
  await pool.query('update booking.calendar set min_notice_minutes = 0, version = version + 1 where resource_id = $1', [resourceId])
  await pool.query(
    `delete from booking.reservation where resource_id = $1 and during && tstzrange(now() - interval '1 day', now() + interval '2 days')`,
    [resourceId],
  )
  await pool.end()
  const made = await manager.context().request.post('/api/v1/booking/use-codes', { data: { resourceIds: [resourceId] } })
  expect(made.status()).toBe(200)
  const [sheet] = (await made.json()).items
  await manager.context().close()

  const page = await openPage(browser, { as: 'engineer', viewport: PHONE })
  const faults = watchFaults(page)
  await page.goto(`/use/${sheet.code}`)
  await heading(page, /高效液相色谱仪 1 号/)
  await page.getByRole('button', { name: '现在预约并开始' }).tap()
  await page.getByRole('heading', { name: '您正在使用' }).waitFor()
  await page.getByRole('button', { name: '签退' }).tap()
  await page.getByText('已签退').first().waitFor()
  expect(faults).toEqual([])
  await page.context().close()
})
