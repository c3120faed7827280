import { openPool } from '@jiju/platform/database/pool'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { freeSlotAhead, heading, openPage, PHONE, resourceIdOf, watchFaults } from './pages.ts'

const INSTRUMENT = '激光扫描共聚焦显微镜'
const MINUTE_MS = 60_000

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('without the level the panel names the training; after it the booking goes through', async () => {
  const manager = await openPage(browser, { as: 'manager' })
  const faults = watchFaults(manager)
  const resourceId = await resourceIdOf(manager.context(), INSTRUMENT, '申江理工大学分析测试中心')

  const start = new Date(Date.now() + 60 * MINUTE_MS)
  const session = {
    title: '共聚焦上机培训',
    description: null,
    location: '理化楼 201',
    places: 1,
    level: 2,
    start: start.toISOString(),
    end: new Date(start.getTime() + 60 * MINUTE_MS).toISOString(),
    fee: '0',
    testId: null,
    resourceIds: [resourceId],
    takesInstruments: false,
  }
  const planned = await (await manager.context().request.post('/api/v1/booking/trainings', { data: session })).json()

  const engineer = await openPage(browser, { as: 'engineer' })
  const slot = await freeSlotAhead(engineer.context(), resourceId, 4, 60)
  const booking = `/resources/${resourceId}?start=${slot.start}&end=${slot.end}&operation=self_service`
  await engineer.goto(booking)
  // By day level 1 is enough, after hours it takes 2: the first free hour may be either.
  await engineer.getByText(/自主上机须有 [12] 级资格/).waitFor()
  await engineer.getByRole('link', { name: /的培训（余 1 席）/ }).click()
  await heading(engineer, '共聚焦上机培训')
  await engineer.getByRole('button', { name: '报名' }).click()
  await engineer.getByText('您已占有名额').waitFor()

  // Time passes: the session has begun.
  const pool = openPool({ connectionString: process.env.JIJU_E2E_DATABASE ?? '', maxConnections: 1 })
  await pool.query(`update booking.training set during = tstzrange(now() - interval '1 minute', now() + interval '1 hour') where id = $1`, [
    planned.id,
  ])
  await pool.end()
  await manager.goto(`/p/trainings/${planned.id}`)
  await manager.getByRole('radio', { name: '通过', exact: true }).check({ force: true })
  await manager.getByRole('button', { name: '登记 1 人的结果' }).click()
  await manager.getByText('已结束').first().waitFor()

  await engineer.goto(booking)
  await engineer.getByText(/自主上机：您的级别为 2 级/).waitFor()
  await engineer.getByRole('button', { name: /^提交/ }).click()
  await engineer
    .getByText(/BKG-\d{8}/)
    .first()
    .waitFor()
  expect(faults).toEqual([])
  await Promise.all([manager.context().close(), engineer.context().close()])
})

test('a test is taken on a phone and counts in the passport', async () => {
  const manager = await openPage(browser, { as: 'manager' })
  const { items } = await (await manager.context().request.get('/api/v1/booking/tests')).json()
  const page = await openPage(browser, { as: 'otherEngineer', viewport: PHONE })
  const faults = watchFaults(page)
  await page.goto(`/tests/${items[0].id}`)
  await page.getByRole('button', { name: '开始测试' }).click()
  for (const { text, options, correct } of items[0].questions as { text: string; options: string[]; correct: number[] }[]) {
    const question = page.getByRole('group', { name: text })
    for (const position of correct) await question.getByLabel(String(options[position]), { exact: true }).check()
  }
  await page.getByRole('button', { name: '交卷' }).click()
  await page.getByText('答对 5 / 5 题').waitFor()
  await page.getByRole('link', { name: '资格护照' }).click()
  await page.getByText('仪器安全与上机规范').first().waitFor()
  expect(faults).toEqual([])
  await Promise.all([manager.context().close(), page.context().close()])
})
