import ExcelJS from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { clockRange, dayAndRange, freeSlotAhead, heading, nextRequest, openPage, resourceIdOf, wallClock, watchFaults } from './pages.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('the calendar shows the own instruments; a customer is booked for by form and sees the booking', async () => {
  const page = await openPage(browser, { as: 'manager' })
  const faults = watchFaults(page)
  await page.goto('/p/calendar')
  await heading(page, '机时日程')
  const timeline = page.getByRole('grid', { name: /^机时日程/ })
  await timeline.getByRole('rowheader', { name: /场发射扫描电镜/ }).waitFor()
  const names = (await timeline.getByRole('rowheader').allInnerTexts()).join(' ')
  expect(names).toContain('高效液相色谱仪 2 号')
  expect(names).not.toContain('超高效液相色谱仪')

  const resourceId = await resourceIdOf(page.context(), '离子色谱仪', '申江理工大学分析测试中心')
  const slot = await freeSlotAhead(page.context(), resourceId, 4)
  await page.getByRole('button', { name: '代客预约' }).click()
  const form = page.getByRole('dialog', { name: '登记机时' })
  await form.getByLabel('仪器', { exact: true }).selectOption({ label: '离子色谱仪' })
  await form.getByRole('combobox', { name: '客户单位' }).fill('微诺')
  await form.getByRole('option', { name: /微诺/ }).click()
  await form.getByLabel('开始').fill(wallClock(slot.start))
  await form.getByLabel('结束').fill(wallClock(slot.end))
  await form.getByLabel('用途说明').fill('导管离子残留')
  await form.getByText('应付', { exact: true }).waitFor()
  await form.getByRole('button', { name: '提交预约' }).click()
  await form.waitFor({ state: 'hidden' })

  await page.goto(`/p/calendar?form=list&view=day&day=${wallClock(slot.start).slice(0, 10)}`)
  const row = page
    .getByRole('row')
    .filter({ hasText: '离子色谱仪' })
    .filter({ hasText: clockRange(slot) })
  await row.getByText('微诺').first().waitFor()
  expect(faults).toEqual([])

  const customer = await openPage(browser, { as: 'otherEngineer' })
  await customer.goto('/e/bookings?scope=organisation')
  await customer
    .getByRole('row')
    .filter({ hasText: '离子色谱仪' })
    .filter({ hasText: dayAndRange(slot) })
    .getByText('已确认')
    .waitFor()
  await Promise.all([page.context().close(), customer.context().close()])
})

test('rules are saved under the version that was read: who read an older one is told', async () => {
  const pages = [await openPage(browser, { as: 'manager' }), await openPage(browser, { as: 'manager' })] as const
  const resourceId = await resourceIdOf(pages[0].context(), '透射电子显微镜 120 kV')
  for (const page of pages) {
    await page.goto(`/p/resources/${resourceId}/edit?tab=rules`)
    await heading(page, '透射电子显微镜 120 kV')
  }
  const [first, second] = pages
  await first.getByLabel('后缓冲（清洗）').fill('45')
  await second.getByLabel('至少提前').fill('360')
  const sent = nextRequest(first, 'PUT', /\/booking\/calendars\//)
  await first.getByRole('button', { name: '保存规则' }).click()
  expect(await (await sent).headerValue('if-match')).toMatch(/^"\d+"$/)
  await first.getByText('规则已保存，已有预约不变').first().waitFor()

  await second.getByRole('button', { name: '保存规则' }).click()
  await second.getByRole('alert').filter({ hasText: '内容已被他人修改' }).waitFor()
  expect(await second.getByLabel('至少提前').inputValue()).toBe('360')
  await first.reload()
  await first.getByLabel('后缓冲（清洗）').waitFor()
  expect(await first.getByLabel('后缓冲（清洗）').inputValue()).toBe('45')
  expect(await first.getByLabel('至少提前').inputValue()).not.toBe('360')
  await Promise.all(pages.map((page) => page.context().close()))
})

test('a new price is in force and a changed text goes to review; the public page keeps the published one', async () => {
  const page = await openPage(browser, { as: 'manager' })
  const resourceId = await resourceIdOf(page.context(), '激光扫描共聚焦显微镜')
  await page.goto(`/p/resources/${resourceId}/edit?tab=prices`)
  await page.getByRole('button', { name: '新增价格' }).click()
  const price = page.getByRole('dialog', { name: '新增价格' })
  await price.getByLabel('客户类别').selectOption({ label: '会员' })
  await price.getByLabel('单价（元）').fill('288.50')
  await price.getByRole('button', { name: '保存价格' }).click()
  await price.waitFor({ state: 'hidden' })
  await page.getByRole('row').filter({ hasText: '会员' }).getByText('288.50').waitFor()

  await page.getByRole('link', { name: '基本信息' }).click()
  const summary = page.getByLabel('一句话介绍')
  await summary.waitFor()
  await summary.fill('活细胞与支架材料的三维荧光成像')
  await page.getByText('有未保存的改动').waitFor()
  const sent = nextRequest(page, 'PUT', new RegExp(`/own/resources/${resourceId}`))
  await page.getByRole('button', { name: '保存草稿' }).click()
  expect(await (await sent).headerValue('if-match')).toMatch(/^"\d+"$/)
  await page.getByText(/^已保存 \d\d:\d\d$/).waitFor()
  await page.getByRole('button', { name: '提交审核' }).click()
  const submit = page.getByRole('dialog', { name: '提交审核' })
  await submit.getByLabel('给审核人的说明').fill('补充应用')
  await submit.getByRole('button', { name: '提交审核' }).click()
  await submit.waitFor({ state: 'hidden' })
  await page.getByText('改动待审核').first().waitFor()
  expect(await summary.isDisabled()).toBe(true)

  await page.goto(`/resources/${resourceId}`)
  await heading(page, '激光扫描共聚焦显微镜')
  expect(await page.getByRole('main').innerText()).not.toContain('支架材料的三维荧光成像')
  await page.context().close()
})

test('a workbook with a bad row: sheet, row, column and reason; only valid rows go in; the same again updates', async () => {
  const page = await openPage(browser, { as: 'manager' })
  const faults = watchFaults(page)
  const mark = Date.now().toString(36)
  const header = ['单位内编号', '中文名', '型号', '原值（元）', '启用日期']
  const good = [`E2E-${mark}-1`, '便携式密度计', 'DMA 35', '68000', '2024-03-01']
  const bad = [`E2E-${mark}-2`, '旋转流变仪', 'MCR 92', '面议', '2024-03-01']

  await upload(page, '仪器.xlsx', [header, good, bad])
  await page.getByText('共 2 行：1 行可导入，1 行有误').waitFor()
  const problem = page.getByRole('row').filter({ hasText: '仪器 第 3 行' })
  await problem.filter({ hasText: '原值（元）' }).filter({ hasText: '面议' }).filter({ hasText: '金额' }).waitFor()
  await page.getByLabel(/^全部成功才导入/).check()
  expect(await page.getByRole('button', { name: /^导入 \d+ 行$/ }).isDisabled()).toBe(true)
  await page.getByLabel(/^只导入无误的行/).check()
  await page.getByRole('button', { name: '导入 1 行' }).click()
  await page.getByText('已导入：新增 1，更新 0，未变 0').waitFor()

  await upload(page, '更正.xlsx', [header, [good[0] ?? '', '便携式数字密度计', 'DMA 35', '68000', '2024-03-01'], bad.with(3, '310000')])
  await page.getByText(/^全部 2 行可导入|^共 2 行：2 行可导入，0 行有误/).waitFor()
  await page.getByRole('button', { name: '导入 2 行' }).click()
  await page.getByText('已导入：新增 1，更新 1，未变 0').waitFor()

  await page.goto(`/p/resources?q=E2E-${mark}`)
  await page.getByRole('row').filter({ hasText: '便携式数字密度计' }).waitFor()
  await page.getByRole('row').filter({ hasText: '旋转流变仪' }).waitFor()
  expect(
    await page
      .getByRole('row')
      .filter({ hasText: `E2E-${mark}` })
      .count(),
  ).toBe(2)
  expect(faults).toEqual([])
  await page.context().close()
})

/** Brings a workbook with one sheet of instruments to the import page and waits for its preview. */
async function upload(page: Page, name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('仪器').addRows(rows.map((row) => [...row]))
  await page.goto('/p/import')
  await page.getByLabel(/^将文件拖到这里/).setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  })
  await heading(page, name)
}
