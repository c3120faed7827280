import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import {
  BOOKING_NUMBER,
  clockRange,
  fillSignIn,
  freeSlotAhead,
  freeSlots,
  heading,
  idInAddress,
  openPage,
  PHONE,
  resourceIdOf,
  TIME_RANGE,
  wallClock,
  watchFaults,
} from './pages.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Searches from the home page and opens an instrument whose bookings are confirmed at once. */
async function findInstrument(page: Page, words: string, name: string): Promise<void> {
  await page.goto('/')
  const field = page.getByRole('main').getByRole('combobox', { name: '搜索' })
  await field.fill(words)
  await field.press('Enter')
  await heading(page, /\d+ 台仪器/)
  expect(await page.title()).toContain(`“${words}”的结果`)
  await page.getByRole('link', { name: `预约 ${name}` }).click()
  await heading(page, name)
}

const bookingPanel = (page: Page) => page.getByRole('complementary', { name: '提交预约' })

test('a visitor finds an instrument, signs in with the choice intact, books, moves and cancels; English comes at once', async () => {
  const page = await openPage(browser)
  const faults = watchFaults(page)
  await findInstrument(page, '液相色谱', '高效液相色谱仪 2 号')
  const resourceId = idInAddress(page)

  const panel = bookingPanel(page)
  await panel.getByRole('button', { name: TIME_RANGE }).first().waitFor()
  // The earliest may begin today, when moving is no longer free.
  const slot = await freeSlotAhead(page.context(), resourceId, 3)
  await page.goto(`/resources/${resourceId}?${new URLSearchParams({ start: slot.start, end: slot.end })}`)
  const chosen = new RegExp(clockRange(slot))
  await panel.getByText(chosen).first().waitFor()
  await panel.getByText('应付').waitFor()
  const choice = new URL(page.url()).search
  expect(choice).toContain('start=')

  await panel.getByRole('link', { name: '登录后预约' }).click()
  await fillSignIn(page, 'engineer')
  await heading(page, '高效液相色谱仪 2 号')
  expect(new URL(page.url()).search).toBe(choice)
  await panel.getByText(chosen).first().waitFor()

  await panel.getByLabel('用于项目').fill('导管溶出物')
  await panel.getByRole('button', { name: '提交预约' }).click()
  await panel.getByRole('heading', { name: '预约已确认' }).waitFor()
  const number = BOOKING_NUMBER.exec(await panel.innerText())?.[0] ?? ''
  expect(number).toMatch(BOOKING_NUMBER)

  await page.goto('/e/bookings')
  await heading(page, '我的预约')
  const row = page.getByRole('row').filter({ hasText: number })
  await row.getByText('已确认').waitFor()
  expect(await row.innerText()).toMatch(chosen)
  await row.getByRole('link', { name: '改时' }).click()
  await heading(page, '高效液相色谱仪 2 号')
  await page.getByText('导管溶出物').waitFor()

  const target = await freeSlotAhead(page.context(), resourceId, 6)
  await page.getByRole('button', { name: '改时' }).click()
  const move = page.getByRole('dialog', { name: '改时' })
  await move.getByLabel('开始').fill(wallClock(target.start))
  await move.getByLabel('结束').fill(wallClock(target.end))
  await move.getByRole('button', { name: new RegExp(`^改到 .*${clockRange(target)}`) }).click()
  await move.waitFor({ state: 'hidden' })
  await page.getByText(new RegExp(`^已确认：.*${clockRange(target)}$`)).waitFor()

  await page.getByRole('button', { name: '取消预约' }).click()
  const cancel = page.getByRole('dialog', { name: '取消这笔预约' })
  await cancel.getByText('将释放 2 小时 机时，不收费用').waitFor()
  await cancel.getByRole('button', { name: '取消预约' }).click()
  await page.getByText(/^已于 .* 取消$/).waitFor()
  expect(await page.getByRole('button', { name: '改时' }).count()).toBe(0)
  expect(await freeSlots(page.context(), resourceId, { near: target.start, minutes: '120', limit: '1' })).toMatchObject([
    { start: target.start, end: target.end },
  ])

  // The same page in English, without loading it again.
  await page.evaluate(() => Object.assign(window, { isStillHere: true }))
  const address = page.url()
  await page.getByRole('button', { name: 'Switch to English' }).click()
  await page
    .getByText(/^Cancelled/)
    .first()
    .waitFor()
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Bookings' }).waitFor()
  expect(page.url()).toBe(address)
  expect(await page.evaluate(() => 'isStillHere' in window)).toBe(true)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.getByRole('button', { name: '切换到中文' }).click()
  await page.getByText(/^已于 .* 取消$/).waitFor()
  expect(faults).toEqual([])
  await page.context().close()
})

test('two people submit the same slot: one has it, the other keeps the inputs and takes one of the three nearest', async () => {
  const pages = await Promise.all([openPage(browser, { as: 'engineer' }), openPage(browser, { as: 'otherEngineer' })])
  const resourceId = await resourceIdOf(pages[0].context(), '超高效液相色谱仪')
  const [slot] = await freeSlots(pages[0].context(), resourceId, { minutes: '60', limit: '1' })
  if (!slot) throw new Error('The demo district has no free hour.')
  const address = `/resources/${resourceId}?${new URLSearchParams({ start: slot.start, end: slot.end })}`
  await Promise.all(
    pages.map(async (page, index) => {
      await page.goto(address)
      await bookingPanel(page)
        .getByLabel('用于项目')
        .fill(`项目 ${index + 1}`)
      await bookingPanel(page).getByLabel('给机构的说明').fill('样品常温')
      await bookingPanel(page).getByText('提交即锁定价格。').waitFor()
    }),
  )
  await Promise.all(pages.map((page) => bookingPanel(page).getByRole('button', { name: '提交预约' }).click()))

  const outcomes = await Promise.all(
    pages.map(async (page) => {
      const placed = bookingPanel(page).getByRole('heading', { name: '预约已确认' })
      const lost = bookingPanel(page).getByRole('heading', { name: '最近的空档' })
      await placed.or(lost).waitFor()
      return (await placed.isVisible()) ? 'placed' : 'lost'
    }),
  )
  expect([...outcomes].sort()).toEqual(['lost', 'placed'])

  const loser = outcomes.indexOf('lost')
  const panel = bookingPanel(pages[loser] as Page)
  await panel.getByRole('alert').waitFor()
  expect(await panel.getByRole('alert').innerText()).toMatch(/刚被约走/)
  expect(await panel.getByLabel('用于项目').inputValue()).toBe(`项目 ${loser + 1}`)
  expect(await panel.getByLabel('给机构的说明').inputValue()).toBe('样品常温')
  const nearest = panel.getByRole('button', { name: TIME_RANGE })
  await nearest.nth(2).waitFor()
  expect(await nearest.count()).toBe(3)
  const taken = (await nearest.first().innerText()).trim()
  await nearest.first().click()
  await panel.getByText('已为您保留').waitFor()
  await panel.getByRole('button', { name: '提交预约' }).click()
  await panel.getByRole('heading', { name: '预约已确认' }).waitFor()
  await panel.getByText(taken).waitFor()
  await panel.getByRole('link', { name: '查看预约' }).click()
  await (pages[loser] as Page).getByText(`项目 ${loser + 1}`).waitFor()
  await Promise.all(pages.map((page) => page.context().close()))
})

test('a slot is picked in the week grid and submitted by the keyboard alone', async () => {
  const page = await openPage(browser, { as: 'engineer' })
  const resourceId = await resourceIdOf(page.context(), '高效液相色谱仪 1 号')
  await page.goto(`/resources/${resourceId}`)
  await heading(page, '高效液相色谱仪 1 号')
  for (let week = await firstFreeWeek(page, resourceId); week > 0; week -= 1)
    await page.getByRole('button', { name: '下一周' }).press('Enter')
  const grid = page.getByRole('grid')
  await grid.getByRole('gridcell', { name: /可约$/ }).first().waitFor()

  await tabTo(page, () => document.activeElement?.getAttribute('role') === 'gridcell')
  const rows = await grid
    .getByRole('row')
    .evaluateAll((elements) =>
      elements.map((row) =>
        [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.getAttribute('aria-label')?.endsWith('可约') ?? false),
      ),
    )
  // Four free cells in a row are two hours; from the cell that has the focus, arrows lead there.
  const row = rows.findIndex((cells) => runOf(cells, 4) >= 0)
  const column = runOf(rows[row] ?? [], 4)
  if (row < 0) throw new Error('The week shows no free two hours.')
  await page.keyboard.press('Home')
  for (let step = 0; step < rows.length; step += 1) await page.keyboard.press('ArrowUp')
  for (let step = 0; step < row; step += 1) await page.keyboard.press('ArrowDown')
  for (let step = 0; step < column; step += 1) await page.keyboard.press('ArrowRight')
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')

  const panel = bookingPanel(page)
  await panel.getByText('已为您保留').waitFor()
  const chosen = grid.getByRole('gridcell', { selected: true })
  expect(await chosen.count()).toBe(4)
  await tabTo(page, () => document.activeElement?.textContent === '提交预约')
  await page.keyboard.press('Enter')
  await panel.getByRole('heading', { name: '预约已确认' }).waitFor()
  await grid
    .getByRole('gridcell', { name: /本单位已约/ })
    .first()
    .waitFor()
  await page.context().close()
})

test('on a phone: search, day strip, slot, bottom bar, booked', async () => {
  const page = await openPage(browser, { as: 'engineer', viewport: PHONE })
  const faults = watchFaults(page)
  await findInstrument(page, 'yxsp', '制备型液相色谱仪')
  for (let week = await firstFreeWeek(page, idInAddress(page)); week > 0; week -= 1)
    await page.getByRole('button', { name: '下一周' }).tap()
  const day = page.getByRole('group', { name: '日期' }).getByRole('button', { name: /小时/ }).last()
  await day.tap()
  expect(await day.getAttribute('aria-pressed')).toBe('true')
  const slot = page.getByRole('main').getByRole('button', { name: TIME_RANGE }).first()
  const chosen = (await slot.innerText()).trim()
  await slot.tap()
  await page.getByText('已为您保留').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: '提交预约' }).tap()
  await page.getByRole('heading', { name: '预约已确认' }).waitFor()
  await page.getByText(BOOKING_NUMBER).waitFor()
  await page
    .getByText(new RegExp(`${chosen}$`))
    .first()
    .waitFor()
  expect(faults).toEqual([])
  await page.context().close()
})

/** How many weeks from today the first free two hours lie: none, but after a long holiday. */
async function firstFreeWeek(page: Page, resourceId: string): Promise<number> {
  const [slot] = await freeSlots(page.context(), resourceId, { minutes: '120', limit: '1' })
  if (!slot) throw new Error('The demo district has no free two hours.')
  const dayOf = (instant: string) => Date.parse(wallClock(instant).slice(0, 10))
  return Math.floor((dayOf(slot.start) - dayOf(new Date().toISOString())) / (7 * 86_400_000))
}

/** Presses Tab until the focus is where it is wanted; fails when it never gets there. */
async function tabTo(page: Page, isThere: () => boolean): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate(isThere)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The Tab key does not lead there.')
}

/** Where the first `length` true values in a row begin, or -1. */
function runOf(values: readonly boolean[], length: number): number {
  return values.findIndex(
    (_, index) => values.slice(index, index + length).length === length && values.slice(index, index + length).every(Boolean),
  )
}
