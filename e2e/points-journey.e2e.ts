import { openPool } from '@jiju/platform/database/pool'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { heading, idInAddress, lastYear, openPage, PHONE, picture, watchFaults } from './pages.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** A period of its own, so that the lists of the demo stay as they are. */
const YEAR = lastYear()
const PERIOD = `${YEAR}-Q4`
const DAY_MS = 86_400_000

test('facts become a run and a run a list: four eyes, notice, an objection that corrects a fact, the exact movement, the last word, a certificate', async () => {
  const points = await openPage(browser, { as: 'points' })
  const second = await openPage(browser, { as: 'pointsSecond' })
  const owner = await openPage(browser, { as: 'owner' })
  const data = await openPage(browser, { as: 'data' })
  const faults = [points, second, owner, data].map(watchFaults)

  await importFacts(data)
  await startRun(points)
  const listId = await draftList(points)
  await press(second, `/o/lists/${listId}`, '复核通过')
  await press(points, `/o/lists/${listId}`, '开始公示')
  await points.getByText('公示到').first().waitFor()
  await objectToFirst(owner, listId)
  await upholdWithCorrection(points, listId)
  await correctAndRecalculate(points, listId)
  await seeExactMovement(points, listId)
  await endNotice(listId)
  await press(second, `/o/lists/${listId}`, '正式发布')
  await second.getByText('已正式发布').first().waitFor()
  const code = await certify(owner, listId)
  await verifyAsStranger(code)
  expect(faults).toEqual(faults.map(() => []))
}, 400_000)

/** The statistics agree with the tax office on a revenue that only the latter has stated so far. */
async function importFacts(page: Page): Promise<void> {
  const read = async (address: string) => (await page.context().request.get(`/api/v1/scoring${address}`)).json()
  type Fact = { factCode: string; period: string; source: string; value: string }
  const ofYear = async ({ id }: { id: string }) =>
    ((await read(`/enterprises/${id}`)).facts as Fact[]).filter(({ factCode, period }) => factCode === 'revenue' && period === YEAR)
  let content = ''
  for (const enterprise of (await read('/enterprises?limit=50')).items) {
    const [known, other] = await ofYear(enterprise)
    if (known?.source === 'tax' && !other)
      content = `统一社会信用代码,期间,营业收入（万元）\n${enterprise.creditCode},${YEAR},${known.value}\n`
    if (content) break
  }
  await page.goto('/o/facts/imports')
  await page.getByLabel('数据来源').selectOption({ label: '统计' })
  const file = { name: '统计年报补报.csv', mimeType: 'text/csv', buffer: Buffer.from(content) }
  await page.getByLabel(/^把文件拖到这里/).setInputFiles(file)
  await heading(page, '统计年报补报.csv')
  await page.getByRole('button', { name: '全部写入' }).click()
  await page.getByText(/个值，更新 .* 个（旧值保留）/).waitFor()
  await picture(page, 'points-journey-1-import')
}

/** The officer looks at the coverage, starts an official run and waits for its result. */
async function startRun(page: Page): Promise<void> {
  await page.goto('/o/scoring/runs')
  await heading(page, '评分批次')
  await page.getByRole('button', { name: '开始评分' }).click()
  await page.getByLabel('期间').selectOption(PERIOD)
  await page.getByText(/模型需要的数据中，已知/).waitFor()
  await page.getByText(/家企业因数据不足不会有得分|都达到模型的要求/).waitFor()
  const seen = page.getByLabel('已看过覆盖不足的阶段和指标，仍然开始')
  if (await seen.isVisible()) await seen.check()
  await page.getByRole('button', { name: '开始评分' }).last().click()
  await page.waitForURL(/\/o\/scoring\/runs\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { name: '评分结果' }).waitFor()
  await picture(page, 'points-journey-2-run')
}

async function draftList(page: Page): Promise<string> {
  await page.goto('/o/lists/new')
  const run = page.getByLabel('评分批次')
  const label = await run
    .locator('option', { hasText: `${YEAR} 年第四季度` })
    .first()
    .innerText()
  await run.selectOption({ label })
  await page.getByLabel('标题（中文）').fill('四季度创新积分百强榜')
  await page.getByLabel('标题（英文）').fill('Top 100 of the fourth quarter')
  await page.getByLabel('公开得分').check()
  await page.getByLabel('异议受理联系方式').fill('区科技局创新发展科 020-0000 0000')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.waitForURL(/\/o\/lists\/[0-9a-f-]{36}$/)
  return idInAddress(page)
}

/** One step of a list, by whoever may take it. */
async function press(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address)
  const button = page.getByRole('button', { name, exact: true })
  await button.click()
  await button.waitFor({ state: 'detached' })
}

/** An enterprise holds the facts of the first on the list for wrong. */
async function objectToFirst(page: Page, listId: string): Promise<void> {
  await page.goto(`/lists/${listId}`)
  await heading(page, '四季度创新积分百强榜')
  const first = await page.getByRole('table', { name: '上榜企业' }).getByRole('row').nth(1).getByRole('cell').nth(1).innerText()
  await page.getByRole('combobox', { name: '其他企业' }).fill(first)
  await page.getByRole('listbox').getByRole('option', { name: first }).first().click()
  await page.getByLabel('异议内容').fill('第一名的研发费用与公开的审计报告不一致。')
  await page.getByRole('button', { name: '提交异议' }).click()
  await page.getByText(/已受理，编号 OBJ-/).waitFor()
  await picture(page, 'points-journey-3-notice')
}

async function upholdWithCorrection(page: Page, listId: string): Promise<void> {
  await page.goto(`/o/lists/${listId}`)
  await page.getByRole('button', { name: '由我办理' }).click()
  await page.getByRole('button', { name: '添加一项更正' }).click()
  const fact = page.getByLabel('数据', { exact: true })
  const label = await fact
    .locator('option', { hasText: /^研发费用 / })
    .first()
    .innerText()
  await fact.selectOption({ label })
  await page.getByLabel('来源').selectOption('tax')
  await page.getByLabel('更正后的值').fill('1')
  await page.getByLabel('依据材料').fill('审计报告')
  await page.getByLabel('理由（异议人可见）').fill('核对审计报告，原值有误，予以更正。')
  await picture(page, 'points-journey-4-objection')
  await page.getByRole('button', { name: '提交答复' }).click()
  // So little is implausible beside the year before: it is looked at and confirmed.
  await page.getByLabel('已核实，仍按这些值更正').check()
  await page.getByRole('button', { name: '提交答复' }).click()
  await page.getByText('异议成立').first().waitFor()
}

async function correctAndRecalculate(page: Page, listId: string): Promise<void> {
  await page.goto(`/o/lists/${listId}`)
  await page.getByRole('button', { name: '开始更正评分' }).click()
  await page.getByLabel('更正原因（公众可见）').fill('审计报告与税务申报的研发费用不一致，按审计报告更正。')
  await page.getByRole('button', { name: '开始更正评分' }).last().click()
  await page.getByRole('button', { name: '按更正重算' }).click({ timeout: 60_000 })
  await page.getByRole('heading', { name: '更正后的变动' }).waitFor()
}

/** The reasons of every change of a score sum to it. */
async function seeExactMovement(page: Page, listId: string): Promise<void> {
  const shifts = await (await page.context().request.get(`/api/v1/scoring/lists/${listId}/shifts`)).json()
  const moved = shifts.items.filter(({ movement }: { movement: unknown }) => movement)
  expect(moved.length).toBeGreaterThan(0)
  for (const { movement } of moved) {
    const { changed, own, peers, method } = movement
    expect(Number(own) + Number(peers) + Number(method)).toBeCloseTo(Number(changed), 9)
  }
  await picture(page, 'points-journey-5-movement')
}

/** Time passes: the notice is over since yesterday. */
async function endNotice(listId: string): Promise<void> {
  const pool = openPool({ connectionString: process.env.JIJU_E2E_DATABASE ?? '', maxConnections: 1 })
  const yesterday = new Date(Date.now() - 2 * DAY_MS).toISOString().slice(0, 10)
  await pool.query('update scoring.list set notice_from = $2::date - 7, notice_until = $2 where id = $1', [listId, yesterday])
  await pool.end()
}

async function certify(page: Page, listId: string): Promise<string> {
  await page.goto(`/lists/${listId}`)
  await page.getByRole('button', { name: '开具积分证明' }).click()
  const link = page.getByRole('link', { name: /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/ })
  await link.waitFor()
  await picture(page, 'points-journey-6-final')
  return link.innerText()
}

/** Somebody without an account, on a phone, sees that the certificate holds. */
async function verifyAsStranger(code: string): Promise<void> {
  const stranger = await openPage(browser, { viewport: PHONE })
  await stranger.goto(`/v/${code}`)
  await stranger.getByText('证明有效').waitFor()
  await picture(stranger, 'points-journey-7-certificate')
}

test('what support went along with is compared in plain words', async () => {
  const page = await openPage(browser, { as: 'points' })
  const faults = watchFaults(page)
  await page.goto('/o/evaluation')
  await heading(page, '政策评估')
  await page.getByRole('img').first().waitFor()
  await picture(page, 'points-evaluation', { isWhole: true })
  expect(faults).toEqual([])
})
