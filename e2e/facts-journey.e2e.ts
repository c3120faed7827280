import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { readTableFile } from '@jiju/platform/files/read-table-file'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { heading, lastYear, openPage, picture, watchFaults } from './pages.ts'

let browser: Browser
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jiju-facts-journey-'))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

const YEAR = lastYear()
const CODE = '统一社会信用代码'
const REVENUE = '营业收入（万元）'
const HIGH_TECH = '高新技术产品收入（万元）'
const RD_STAFF = '科技人员数（人）'

type Statement = {
  readonly id: string
  readonly factCode: string
  readonly period: string
  readonly source: string
  readonly value: string
  readonly state: string
  readonly replacedBy: string | null
  readonly isUsed: boolean
}
type Known = { readonly id: string; readonly creditCode: string; readonly name: string; readonly revenue: number; readonly rdStaff: number }
type Row = Readonly<Record<string, string | number>>

test('facts come in by a file: every mistake in its place, the corrected file, a conflict that is decided, a correction that keeps the old value', async () => {
  const page = await openPage(browser, { as: 'data' })
  const faults = watchFaults(page)
  const [first, second, third] = (await knownByTax(page)) as [Known, Known, Known]
  const headers = await headersOfTemplate(page)
  const row = (enterprise: Known, cells: Row): Row => ({ [CODE]: enterprise.creditCode, 期间: YEAR, 文号: '统计年报', ...cells })
  // Half as much again as the tax office knows: plausible, but another figure.
  const stated = Math.round(first.revenue * 1.5)
  const tooMuch = Math.round(third.revenue * 1.2)

  await upload(page, headers, [
    row(first, { [REVENUE]: stated, [RD_STAFF]: '约十二' }),
    row(second, { [REVENUE]: Math.round(second.revenue * 10_000) }),
    row(third, { [REVENUE]: third.revenue, [HIGH_TECH]: tooMuch }),
    row(third, { [CODE]: `${third.creditCode.slice(0, 17)}${third.creditCode.endsWith('0') ? '1' : '0'}`, [REVENUE]: 1 }),
  ])
  await expectIssue(page, { place: '指标数据 第 2 行', column: RD_STAFF, words: '“约十二”不是数字' })
  await expectIssue(page, { place: '指标数据 第 3 行', column: REVENUE, words: /一万倍/ })
  await expectIssue(page, {
    place: '指标数据 第 4 行',
    column: HIGH_TECH,
    words: `高新技术产品收入（${tooMuch}）大于营业收入（${third.revenue}）`,
  })
  await expectIssue(page, { place: '指标数据 第 5 行', column: CODE, words: '校验位不对' })
  expect(await figure(page, '错误')).toBe('3')
  expect(await figure(page, '待确认的疑问')).toBe('1')
  expect(await figure(page, '无误行')).toBe('0')
  await picture(page, 'facts-journey-1-mistakes', { isWhole: true })
  await page.getByRole('button', { name: '放弃这次导入' }).click()
  await page.getByText('已取消').waitFor()

  await upload(page, headers, [
    row(first, { [REVENUE]: stated, [RD_STAFF]: first.rdStaff }),
    row(second, { [REVENUE]: second.revenue }),
    row(third, { [REVENUE]: third.revenue, [HIGH_TECH]: Math.floor(third.revenue / 2) }),
  ])
  expect(await figure(page, '错误')).toBe('0')
  await page.getByRole('button', { name: '全部写入' }).click()
  await page.getByText(/个值，更新 .* 个（旧值保留）/).waitFor()

  await decideConflict(page, first, stated)
  await correct(page, first, stated)
  expect(faults).toEqual([])
})

/** Enterprises whose revenue the tax office states and nobody else. */
async function knownByTax(page: Page): Promise<Known[]> {
  const { items } = await read(page, '/enterprises?limit=200')
  const known: Known[] = []
  for (const { id, creditCode, name } of items) {
    const facts = await factsOf(page, id)
    const revenue = facts.filter(({ factCode, period }) => factCode === 'revenue' && period === YEAR)
    const value = Number(revenue[0]?.value)
    // Not so little from high-tech products a year before that more of it would be a leap.
    const isSteady = facts.some((fact) => fact.factCode === 'hightech_revenue' && fact.period < YEAR && Number(fact.value) > value / 10)
    const staff = facts.find(({ factCode, period, isUsed }) => factCode === 'rd_staff' && period === YEAR && isUsed)
    if (revenue.length === 1 && revenue[0]?.source === 'tax' && revenue[0].isUsed && value >= 500 && isSteady && staff)
      known.push({ id, creditCode, name, revenue: value, rdStaff: Number(staff.value) })
    if (known.length === 3) return known
  }
  throw new Error('The demo district has no three enterprises whose revenue the tax office alone states.')
}

async function read(page: Page, address: string) {
  const answer = await page.context().request.get(`/api/v1/scoring${address}`)
  expect(answer.status()).toBe(200)
  return answer.json()
}

const factsOf = async (page: Page, id: string): Promise<Statement[]> => (await read(page, `/enterprises/${id}`)).facts

async function headersOfTemplate(page: Page): Promise<string[]> {
  await page.goto('/o/facts/imports')
  await heading(page, '导入')
  const item = page.getByRole('listitem').filter({ hasText: '指标数据（一行一家企业）' })
  const [download] = await Promise.all([page.waitForEvent('download'), item.getByRole('link', { name: 'Excel' }).click()])
  const file = path.join(folder, 'template.xlsx')
  await download.saveAs(file)
  for await (const { cells } of readTableFile(file)) return [...cells]
  throw new Error('The template is empty.')
}

async function upload(page: Page, headers: readonly string[], rows: readonly Row[]): Promise<void> {
  expect(headers).toEqual(expect.arrayContaining([CODE, REVENUE, HIGH_TECH, RD_STAFF]))
  const table = rows.map((row) => headers.map((header) => row[header] ?? ''))
  const content = await buffer(workbookStream([{ title: '指标数据', headers, rows: table }]))
  await page.goto('/o/facts/imports')
  await page.getByLabel('数据来源').selectOption({ label: '统计' })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.getByLabel(/^把文件拖到这里/).setInputFiles({ name: '统计年报.xlsx', mimeType: type, buffer: content })
  await heading(page, '统计年报.xlsx')
  await page.getByRole('heading', { name: '写入哪些行' }).waitFor()
}

async function expectIssue(page: Page, { place, column, words }: { place: string; column: string; words: string | RegExp }): Promise<void> {
  const issue = page
    .getByRole('table', { name: '逐条清单' })
    .getByRole('row')
    .filter({ hasText: place })
    .filter({ hasText: column })
    .filter({ hasText: words })
  await issue.waitFor()
}

/** The figure that stands under its label. */
async function figure(page: Page, label: string): Promise<string> {
  return page.locator('.figures > div', { hasText: label }).locator('.figure-value').innerText()
}

/** The officer takes the statistics for right, with a reason that stays with the choice. */
async function decideConflict(page: Page, enterprise: Known, stated: number): Promise<void> {
  await page.goto(`/o/facts/enterprises/${enterprise.id}`)
  await heading(page, enterprise.name)
  const conflict = page
    .getByRole('table', { name: '来源不一致' })
    .getByRole('row')
    .filter({ hasText: '营业收入' })
    .filter({ hasText: YEAR })
  await conflict.getByText('按权威采用').waitFor()
  await conflict.getByRole('button', { name: /^选用 统计/ }).click()
  const dialog = page.getByRole('dialog', { name: '选用 统计' })
  await dialog.getByLabel('理由').fill('税务数据缺异地分公司，年报已核对')
  await dialog.getByRole('button', { name: '选用', exact: true }).click()
  await conflict.getByText('人工选用').waitFor()
  await conflict.getByText('税务数据缺异地分公司，年报已核对').waitFor()
  const used = (await factsOf(page, enterprise.id)).find(
    ({ factCode, period, isUsed }) => factCode === 'revenue' && period === YEAR && isUsed,
  )
  expect([used?.source, Number(used?.value)]).toEqual(['statistics', stated])
  await picture(page, 'facts-journey-2-enterprise')
}

/** A wrong correction is doubted; the right one takes the place of the old value, which stays. */
async function correct(page: Page, enterprise: Known, stated: number): Promise<void> {
  const before = (await factsOf(page, enterprise.id)).find(
    ({ factCode, period, isUsed }) => factCode === 'revenue' && period === YEAR && isUsed,
  )
  await page.getByRole('button', { name: new RegExp(`^各来源：营业收入 ${YEAR}`) }).click()
  const drawer = page.getByRole('dialog', { name: `营业收入 · ${YEAR}` })
  await drawer.getByRole('listitem').filter({ hasText: '统计' }).getByRole('button', { name: '更正' }).click()
  await drawer.getByLabel('正确的值').fill(String(stated * 10_000))
  await drawer.getByLabel('理由').fill('企业报来更正后的年报')
  await drawer.getByRole('button', { name: '更正', exact: true }).click()
  await drawer.getByRole('alert').waitFor()
  expect(await drawer.getByRole('button', { name: '更正', exact: true }).isDisabled()).toBe(true)
  const right = stated + 8
  await drawer.getByLabel('正确的值').fill(String(right))
  await drawer.getByRole('alert').waitFor({ state: 'detached' })
  await drawer.getByRole('button', { name: '更正', exact: true }).click()
  await drawer.getByRole('heading', { name: '旧值' }).waitFor()
  await drawer.getByText('已被更正').waitFor()
  await picture(page, 'facts-journey-3-history')
  const after = (await factsOf(page, enterprise.id)).filter(({ factCode, period }) => factCode === 'revenue' && period === YEAR)
  const now = after.find(({ source, state }) => source === 'statistics' && state === 'current')
  expect([Number(now?.value), now?.isUsed]).toEqual([right, true])
  expect(after.find(({ id }) => id === before?.id)).toMatchObject({ state: 'replaced', replacedBy: now?.id, value: before?.value })
}
