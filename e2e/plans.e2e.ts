import { openPool } from '@jiju/platform/database/pool'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { clockRange, dayAndRange, freeSlots, heading, openPage, resourceIdOf, type Slot, wallClock, watchFaults } from './pages.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const OWN = '申江理工大学分析测试中心'
const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS

const addressOf = (resourceId: string, { start, end }: Slot) => `/resources/${resourceId}?${new URLSearchParams({ start, end })}`

const later = ({ start, end }: Slot, ms: number): Slot => ({
  start: new Date(Date.parse(start) + ms).toISOString(),
  end: new Date(Date.parse(end) + ms).toISOString(),
})

/** The form of the waiting list asks for hours of one day. */
const isWithinDay = ({ start, end }: Slot) => wallClock(start).slice(0, 10) === wallClock(end).slice(0, 10)

/** Far enough that three weeks in a row are open, also before a long holiday; nobody waits for what another journey has given back. */
async function openForWeeks(resourceId: string): Promise<void> {
  const pool = openPool({ connectionString: process.env.JIJU_E2E_DATABASE ?? '', maxConnections: 1 })
  await pool.query(
    `update booking.waiting_wish set state = 'left', ended_at = now(), updated_at = now()
     where state = 'waiting' and id in (select wish_id from booking.waiting_choice where resource_id = $1)`,
    [resourceId],
  )
  await pool.query('update booking.calendar set horizon_days = 90, version = version + 1 where resource_id = $1', [resourceId])
  await pool.end()
}

/** Two hours that are free from some days ahead on and for which `isWanted` holds. */
async function freeSlot(
  context: BrowserContext,
  resourceId: string,
  { isWanted = async () => true, fromDay = 3 }: { isWanted?: (slot: Slot) => Promise<boolean>; fromDay?: number } = {},
) {
  for (let day = fromDay; day < 40; day += 1) {
    const near = new Date(Date.now() + day * DAY_MS).toISOString()
    for (const slot of await freeSlots(context, resourceId, { near, minutes: '120', limit: '3' }))
      if (isWithinDay(slot) && (await isWanted(slot))) return slot
  }
  throw new Error('The demo district has no such two hours in the coming days.')
}

async function book(page: Page, resourceId: string, slot: Slot): Promise<{ id: string; version: number }> {
  const answer = await page.context().request.post('/api/v1/booking/reservations', { data: { resourceId, ...slot } })
  expect(answer.status(), await answer.text()).toBe(201)
  return answer.json()
}

test('a weekly series shows which use clashes, and is booked without it', async () => {
  const engineer = await openPage(browser, { as: 'engineer' })
  const other = await openPage(browser, { as: 'otherEngineer' })
  const faults = watchFaults(engineer)
  const resourceId = await resourceIdOf(engineer.context(), '高效液相色谱仪 1 号', OWN)
  await openForWeeks(resourceId)
  const isFree = async (slot: Slot) => {
    const answer = await engineer
      .context()
      .request.post('/api/v1/booking/series/preview', { data: { resourceId, ...slot, rule: 'FREQ=WEEKLY;COUNT=3' } })
    return (await answer.json()).free === 3
  }
  const slot = await freeSlot(engineer.context(), resourceId, { isWanted: isFree })
  await book(other, resourceId, later(slot, WEEK_MS))

  await engineer.goto(addressOf(resourceId, slot))
  await heading(engineer, /高效液相色谱仪 1 号/)
  await engineer.getByRole('button', { name: '重复预约' }).click()
  const drawer = engineer.getByRole('dialog')
  await drawer.getByLabel('次数').fill('3')
  await drawer.getByText('可约 2 · 已被占 1 · 不合规则 0').waitFor()
  const uses = drawer.getByRole('table', { name: '系列中的各次' })
  await uses.getByRole('row').filter({ hasText: '已被占' }).waitFor()
  await drawer.getByRole('button', { name: '只约可约的 2 次，略过 1 次' }).click()
  await drawer.getByRole('heading', { name: '已预约' }).waitFor()
  await drawer.getByText(/略过/).waitFor()
  await drawer.getByRole('link', { name: '查看系列' }).click()
  await engineer.getByText('2 项预约').first().waitFor()
  expect(
    await engineer
      .getByRole('row')
      .filter({ hasText: clockRange(slot) })
      .count(),
  ).toBe(2)
  expect(faults).toEqual([])
  await Promise.all([engineer.context().close(), other.context().close()])
})

test('an instrument, its room and its operator are booked together, or nothing is', async () => {
  const manager = await openPage(browser, { as: 'manager' })
  const engineer = await openPage(browser, { as: 'engineer' })
  const other = await openPage(browser, { as: 'otherEngineer' })
  const faults = watchFaults(engineer)
  const instrument = await resourceIdOf(manager.context(), '高效液相色谱仪 1 号', OWN)
  const room = await resourceIdOf(manager.context(), '洁净取样间 B', OWN)
  const operator = await resourceIdOf(manager.context(), '仪器操作人员', OWN)
  const path = `/api/v1/booking/resources/${instrument}/companions`
  const { version } = await (await manager.context().request.get(path)).json()
  const companions = [
    { nameZh: '取样间', nameEn: 'Sampling room', isNeeded: false, resourceIds: [room] },
    { nameZh: '操作人员', nameEn: 'Operator', isNeeded: false, resourceIds: [operator] },
  ]
  const stated = await manager.context().request.put(path, { data: { companions }, headers: { 'if-match': `"${version}"` } })
  expect(stated.status(), await stated.text()).toBe(200)
  const parts = [instrument, room, operator].map((id) => ({ resourceIds: [id] }))
  const found = await engineer.context().request.post('/api/v1/booking/bundles/times', {
    data: {
      parts,
      // Later than anybody of the demo waits for: what is given back is not offered to them.
      from: new Date(Date.now() + 14 * DAY_MS).toISOString(),
      until: new Date(Date.now() + 25 * DAY_MS).toISOString(),
      minutes: 120,
      limit: 1,
    },
  })
  expect(found.status(), await found.text()).toBe(200)
  const [time] = (await found.json()).items
  const slot: Slot = { start: time.start, end: time.end }

  await engineer.goto(addressOf(instrument, slot))
  await heading(engineer, /高效液相色谱仪 1 号/)
  await engineer.getByRole('button', { name: '加订资源' }).click()
  const drawer = engineer.getByRole('dialog')
  await drawer.getByLabel('取样间').selectOption(room)
  await drawer.getByLabel('操作人员').selectOption(operator)
  const chosen = drawer.getByRole('table', { name: '一起预约的资源' })
  await expect.poll(() => chosen.getByText('可约', { exact: true }).count(), { timeout: 20_000 }).toBe(3)
  // Somebody takes the room while the form is open: nothing of the bundle is booked.
  const taken = await book(other, room, slot)
  const answered = engineer.waitForResponse(
    (reply) => reply.request().method() === 'POST' && reply.url().endsWith('/api/v1/booking/bundles'),
  )
  await drawer.getByRole('button', { name: '一起预约' }).click()
  expect((await answered).status()).toBe(409)
  const { items } = await (
    await engineer.context().request.get('/api/v1/booking/reservations', { params: { when: 'upcoming', limit: '200' } })
  ).json()
  expect(items.filter((item: Slot & { resourceId: string }) => item.resourceId === instrument && item.start === slot.start)).toEqual([])

  const cancelled = await other.context().request.post(`/api/v1/booking/reservations/${taken.id}/cancel`, {
    data: {},
    headers: { 'if-match': `"${taken.version}"` },
  })
  expect(cancelled.status(), await cancelled.text()).toBe(200)
  await engineer.goto(addressOf(instrument, slot))
  await engineer.getByRole('button', { name: '加订资源' }).click()
  await drawer.getByLabel('取样间').selectOption(room)
  await drawer.getByLabel('操作人员').selectOption(operator)
  await expect.poll(() => chosen.getByText('可约', { exact: true }).count(), { timeout: 20_000 }).toBe(3)
  await drawer.getByRole('button', { name: '一起预约' }).click()
  // Where one of the three asks its provider first, all of them wait for one answer.
  await drawer.getByRole('heading', { name: /已预约|已提交，待机构确认/ }).waitFor()
  await drawer.getByRole('link', { name: '查看组合' }).click()
  await engineer.getByText('3 项预约').first().waitFor()
  for (const name of ['高效液相色谱仪 1 号', '洁净取样间 B', '仪器操作人员'])
    await engineer.getByRole('row').filter({ hasText: name }).first().waitFor()
  expect(faults).toEqual([])
  await Promise.all([manager, engineer, other].map((page) => page.context().close()))
})

test('who waits is offered what another gives back, kept with a countdown, and takes it', async () => {
  const other = await openPage(browser, { as: 'otherEngineer' })
  const engineer = await openPage(browser, { as: 'engineer' })
  const faults = watchFaults(engineer)
  const resourceId = await resourceIdOf(engineer.context(), '高效液相色谱仪 1 号', OWN)
  await openForWeeks(resourceId)
  // Later than anybody of the demo waits for, so that nobody is before this one.
  const slot = await freeSlot(engineer.context(), resourceId, { fromDay: 14 })
  const booked = await book(other, resourceId, slot)

  await engineer.goto(`/resources/${resourceId}`)
  await engineer.getByRole('button', { name: '排候补' }).click()
  const drawer = engineer.getByRole('dialog')
  const [day = '', from = ''] = wallClock(slot.start).split('T')
  const until = wallClock(slot.end).slice(11)
  for (const [label, text] of [
    ['最早日期', day],
    ['最晚日期', day],
    ['当日最早', from],
    ['当日最晚', until],
  ] as const) {
    await drawer.getByLabel(label).click()
    await drawer.getByLabel(label).fill(text)
    await drawer.getByLabel(label).press('Tab')
  }
  await drawer.getByLabel('时长').fill('2')
  await drawer.getByRole('button', { name: '提交候补' }).click()
  await drawer.getByRole('heading', { name: '已加入候补' }).waitFor()
  await drawer.getByRole('link', { name: '查看候补' }).click()
  const wish = engineer
    .getByRole('listitem')
    .filter({ hasText: `${from}—${until} · 2 小时` })
    .filter({ hasText: '高效液相色谱仪 1 号' })
  await wish.getByText('候补中', { exact: true }).waitFor()

  const cancelled = await other.context().request.post(`/api/v1/booking/reservations/${booked.id}/cancel`, {
    data: {},
    headers: { 'if-match': `"${booked.version}"` },
  })
  expect(cancelled.status(), await cancelled.text()).toBe(200)
  await expect
    .poll(
      async () => {
        await engineer.reload()
        await engineer.getByRole('list', { name: '候补列表' }).waitFor()
        return wish.getByText('待您确认').count()
      },
      { timeout: 60_000 },
    )
    .toBe(1)
  await wish.getByText(/为您保留到/).waitFor()
  // What is kept for one cannot be had by another.
  const second = await other.context().request.post('/api/v1/booking/reservations', { data: { resourceId, ...slot } })
  expect(second.status()).toBe(409)
  await wish.getByRole('button', { name: '确认预约' }).click()
  await engineer
    .getByText(/已预约 /)
    .first()
    .waitFor()
  await engineer.goto('/e/bookings')
  await engineer
    .getByRole('row')
    .filter({ hasText: '高效液相色谱仪 1 号' })
    .filter({ hasText: dayAndRange(slot) })
    .first()
    .getByText('已确认')
    .waitFor()
  expect(faults).toEqual([])
  await Promise.all([engineer.context().close(), other.context().close()])
})
