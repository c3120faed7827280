import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { heading, openPage, PHONE, picture, watchFaults } from './pages.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('an owner reads the score, tries another figure at once, and the server confirms it', async () => {
  const page = await openPage(browser, { as: 'owner' })
  const faults = watchFaults(page)
  await page.goto('/e/points')
  await heading(page, '创新积分')
  await page.getByRole('heading', { name: /^较上期 [+−]?\d+\.\d$/ }).waitFor()
  await page.getByRole('img', { name: /^各维度：/ }).waitFor()

  // Parts of the chart's table sum to its last line.
  const chart = page.getByRole('region', { name: '分数怎么来的', exact: true })
  await chart.getByText('看数据', { exact: true }).click()
  const cells = await chart.locator('tbody td').allInnerTexts()
  const tenths = cells.map((cell) => (cell === '缺失' ? 0 : Math.round(Number(cell.replace('−', '-').replace('+', '')) * 10)))
  expect(tenths.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBe(tenths.at(-1))
  await chart.getByText('看数据', { exact: true }).click()
  await picture(page, 'points', { isWhole: true })

  const score = page.getByTestId('what-if-score')
  await score.waitFor()
  const before = await score.innerText()
  const slider = page.getByRole('slider').first()
  await slider.focus()
  await slider.press('End')
  await expect.poll(() => score.innerText()).not.toBe(before)
  await page.getByText('浏览器估算，同行数据为分组均值').waitFor()
  await page.getByRole('button', { name: '精确试算' }).click()
  await page.getByText('服务器已确认', { exact: true }).waitFor()
  await picture(page, 'points-what-if')
  await page.getByRole('button', { name: '恢复现状' }).click()
  await expect.poll(() => score.innerText()).toBe(before)

  // By the keyboard alone: a step of a slider, its end, back; and from a bar of the chart to what stands behind it.
  const first = Number(await slider.inputValue())
  await slider.focus()
  await slider.press('ArrowRight')
  expect(Number(await slider.inputValue())).toBeGreaterThan(first)
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^[\d,.]+ \S+$/)
  await slider.press('Home')
  expect(await slider.inputValue()).toBe(await slider.getAttribute('min'))
  await page.getByRole('button', { name: '恢复现状' }).press('Enter')
  await expect.poll(() => score.innerText()).toBe(before)
  const bar = page.getByRole('link', { name: /^研发费用占营业收入比例 \d/ })
  await bar.focus()
  await bar.press('Enter')
  const behind = page.locator('#i-rd_share')
  await expect.poll(() => behind.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await behind.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(200)

  await page.getByRole('link', { name: '计算说明' }).click()
  await page.getByRole('table', { name: '研发费用占营业收入比例的数据与来源' }).getByText('税务').first().waitFor()
  await page.getByRole('link', { name: '历次' }).click()
  await page.getByRole('img', { name: '历次得分' }).waitFor()
  await picture(page, 'points-trend')
  expect(faults).toEqual([])
  await page.context().close()
})

test('the page is whole on a phone', async () => {
  const page = await openPage(browser, { as: 'owner', viewport: PHONE })
  await page.goto('/e/points')
  await page.getByTestId('what-if-score').waitFor()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await picture(page, 'points-phone', { isWhole: true })
  await page.context().close()
})
