import { completeUscc } from '@jiju/kernel/uscc'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import { enqueue } from '@jiju/platform/jobs/jobs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { heading, openPage, watchFaults } from './pages.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('a newcomer signs up by the mail in the outbox and registers; the operator verifies; the newcomer may book', async () => {
  const newcomer = await openPage(browser)
  const operator = await openPage(browser, { as: 'operator' })
  const faults = [watchFaults(newcomer), watchFaults(operator)]
  const mark = Date.now()
  const email = `lin.yue.${mark}@newcomer.example`
  const company = `新程医疗科技（${mark}）有限公司`

  await newcomer.goto('/')
  await newcomer.getByRole('link', { name: '企业入驻' }).first().click()
  await heading(newcomer, '企业入驻')
  await newcomer.getByLabel('姓名').fill('林越')
  await newcomer.getByLabel('工作邮箱').fill(email)
  await newcomer.getByLabel('密码', { exact: true }).fill('a sentence is enough')
  await newcomer.getByRole('button', { name: '注册' }).click()
  await newcomer.getByRole('heading', { name: '验证邮件已发出' }).waitFor()

  await operator.goto(`/o/mail?q=${email}`)
  await heading(operator, '发件箱')
  const row = operator.getByRole('row').filter({ hasText: email })
  await row.getByRole('button', { name: '确认您的邮箱' }).click()
  const letter = operator.getByRole('dialog', { name: '打开邮件' })
  await letter.getByText('林越，您好').waitFor()
  const link = await letter.getByRole('link').first().getAttribute('href')

  await newcomer.goto(link ?? '')
  await heading(newcomer, '验证邮箱')
  await newcomer.getByLabel('密码', { exact: true }).fill('a sentence is enough')
  await newcomer.getByRole('button', { name: '完成注册' }).click()
  await heading(newcomer, '您的单位')
  await newcomer.getByLabel('单位全称').fill(company)
  const uscc = completeUscc(`91310115${String(mark).slice(-8)}`)
  const code = newcomer.getByLabel('统一社会信用代码')
  await code.fill(`${uscc.slice(0, 17)}${uscc.endsWith('0') ? '1' : '0'}`)
  await newcomer.getByText('第 18 位校验不符。请对照证照核对。').waitFor()
  await code.fill(uscc)
  await newcomer.getByText('代码校验通过').waitFor()
  await newcomer.getByRole('button', { name: '提交登记' }).click()
  await newcomer.getByText(`运营方将核验 ${company}`).waitFor()

  await operator.goto('/o/organisations')
  await operator.getByRole('row').filter({ hasText: company }).getByRole('button', { name: '核验', exact: true }).click()
  const review = operator.getByRole('dialog', { name: company })
  await review.getByText('代码校验位正确').waitFor()
  await review.getByText(uscc).waitFor()
  await review.getByRole('button', { name: '通过核验' }).click()
  await review.waitFor({ state: 'hidden' })
  await operator.getByRole('row').filter({ hasText: company }).waitFor({ state: 'hidden' })

  await newcomer.goto('/e/organisation')
  await newcomer.getByText('已核验').first().waitFor()
  await newcomer.goto('/search?q=扫描电镜')
  await newcomer.getByRole('link', { name: '预约 场发射扫描电镜' }).click()
  const panel = newcomer.getByRole('complementary', { name: '提交预约' })
  await panel
    .getByRole('button', { name: /\d\d:\d\d—\d\d:\d\d/ })
    .first()
    .click()
  await panel.getByText('已为您保留').waitFor()
  expect(await panel.getByRole('button', { name: '提交申请' }).isEnabled()).toBe(true)
  expect(faults).toEqual([[], []])
  await Promise.all([newcomer.context().close(), operator.context().close()])
})

test('a change under review is read as a difference and published', async () => {
  const page = await openPage(browser, { as: 'operator' })
  await page.goto('/o/resources')
  await heading(page, '资源审核')
  await page.getByRole('row').filter({ hasText: '耐压绝缘测试仪' }).getByRole('link', { name: '审核' }).click()
  await heading(page, '耐压绝缘测试仪')
  const change = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '联系时间' }) })
  const after = await change.getByRole('cell').last().innerText()
  expect(after).toContain('周六 09:00—16:00')
  expect(await change.getByRole('cell').first().innerText()).not.toBe(after)
  const resourceId = page.url().split('/').at(-1)?.split('?')[0]

  const visitor = await openPage(browser)
  await visitor.goto(`/resources/${resourceId}`)
  await heading(visitor, '耐压绝缘测试仪')
  expect(await visitor.getByRole('main').innerText()).not.toContain(after)
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await heading(page, '资源审核')
  await page.getByText('耐压绝缘测试仪 已发布').first().waitFor()
  await page.getByRole('row').filter({ hasText: '耐压绝缘测试仪' }).waitFor({ state: 'hidden' })
  await visitor.reload()
  await visitor.getByText(after).first().waitFor()
  await Promise.all([page.context().close(), visitor.context().close()])
})

test('a search without result becomes unmet demand', async () => {
  const words = `中子散射谱仪 ${Date.now()}`
  const visitor = await openPage(browser)
  await visitor.goto(`/search?q=${encodeURIComponent(words)}`)
  await visitor.getByText('这次搜索已记入未满足的需求').waitFor()
  const operator = await openPage(browser, { as: 'operator' })
  await operator.goto('/o/search-misses')
  await heading(operator, '未满足的需求')
  const row = operator.getByRole('row').filter({ hasText: words })
  await row.getByRole('cell', { name: '1', exact: true }).first().waitFor()
  await Promise.all([visitor.context().close(), operator.context().close()])
})

test('the administrator sees a failed job and discards it; the audit log holds it and its chain is whole', async () => {
  await inQueue('catalog.check_import', { importId: 'none' })
  const page = await openPage(browser, { as: 'admin' })
  await page.goto('/o/jobs')
  await heading(page, '后台任务')
  const job = page.getByRole('row').filter({ hasText: 'catalog.check_import' })
  await job.getByText('失败').waitFor()
  await job.getByText('1 / 1').waitFor()
  await job.getByRole('button', { name: '丢弃' }).click()
  await page.getByRole('dialog', { name: '丢弃任务' }).getByRole('button', { name: '丢弃' }).click()
  await page.getByText('没有失败的任务。').waitFor()

  await page.goto('/o/audit')
  await heading(page, '审计记录')
  await page.getByRole('row').filter({ hasText: 'operations.job.discard' }).first().waitFor()
  const verify = page.getByRole('button', { name: '核对' })
  const sealed = page.getByText(/^已封存 [1-9][\d,]* 条/)
  // Entries are sealed in the background each minute; this time now.
  await inQueue('platform.seal_audit')
  await expect
    .poll(
      async () => {
        await verify.click()
        await page.getByText(/^链条完整，核对于/).waitFor()
        return sealed.count()
      },
      { timeout: 90_000, interval: 3000 },
    )
    .toBe(1)
  await page.context().close()
})

/** A job for the server's own workers. */
async function inQueue(job: string, payload: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const pool = openPool({ connectionString: process.env.JIJU_E2E_DATABASE ?? '', maxConnections: 1 })
  await enqueue(openDatabase(pool), job, payload, { maxAttempts: 1 })
  await pool.end()
}
