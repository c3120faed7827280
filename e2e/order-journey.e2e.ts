import jsqr from 'jsqr'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { heading, idInAddress, openPage, PHONE, picture, picturePdf, watchFaults } from './pages.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const LAST_DAY = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)

test('a need becomes a report: three are asked, two quote, one is chosen with a voucher, tests on booked instruments, and a stranger verifies', async () => {
  const need = '封堵器输送导管化学表征'
  const engineer = await openPage(browser, { as: 'engineer' })
  const manager = await openPage(browser, { as: 'testerManager' })
  const rival = await openPage(browser, { as: 'rivalManager' })
  const tester = await openPage(browser, { as: 'tester' })
  const approver = await openPage(browser, { as: 'testerApprover' })
  const payer = await openPage(browser, { as: 'payer' })
  const faults = [engineer, manager, rival, tester, approver, payer].map(watchFaults)

  await askThree(engineer, need)
  await quote(rival, need, { unitPrice: '42000', days: '15', words: '含方法学验证，不含加急。' })
  await quote(manager, need, {
    unitPrice: '36000',
    days: '10',
    words: '含方法学验证与图谱。',
    service: '可沥滤物液相色谱与质谱分析（化学表征）',
  })
  const orderId = await chooseWithVoucher(engineer, need)
  await acceptAgreement(engineer, `/e/orders/${orderId}`)
  await acceptAgreement(manager, `/p/orders/${orderId}`)
  await picture(manager, 'order-journey-4-agreed')
  await picturePdf(manager, `/api/v1/orders/orders/${orderId}/agreement/file`, 'order-journey-agreement')
  await sendSample(engineer)
  await receiveSample(tester, orderId)
  const task = await planTask(tester, orderId)
  await enterResult(tester, task)
  await checkTask(approver, task)
  await finish(tester, orderId)
  const report = await prepareReport(tester, orderId)
  await sign(manager, report, '审核通过')
  await sign(approver, report, '批准')
  await issue(approver, report)
  await picturePdf(engineer, `/api/v1/orders/reports/${report.split('/').at(-1)}/file`, 'order-journey-report')
  await verifyAsStranger(await codeInPicture(engineer, orderId), orderId)
  await approve(engineer, orderId)
  await pay(payer, orderId)
  await seeSettled(engineer, orderId)
  await evaluate(engineer, orderId)
  expect(faults).toEqual(faults.map(() => []))
})

/** The engineer says in own words what is needed and asks three providers that fit. */
async function askThree(page: Page, need: string): Promise<void> {
  await page.goto('/e/enquiries/new')
  await heading(page, /询价/)
  await page.getByLabel('检测项目').fill('化学表征')
  await page.getByLabel('方法或标准').fill('GB/T 16886')
  await page.getByLabel('样品数').fill('1')
  await page.getByLabel('询价标题').fill(need)
  await page.getByLabel('需求说明').fill('Pebax 材质输送导管，灭菌后。需要可沥滤物定性与半定量，用于生物学评价。')
  await page.getByLabel('需要结果的日期（选填）').fill(LAST_DAY)
  const fitting = page.getByRole('list', { name: '合适的机构' })
  for (const name of ['华澜检测技术有限公司', '浦江医疗器械检测所', '鹭洲安全性评价研究中心'])
    await fitting.getByRole('checkbox', { name: new RegExp(name) }).check()
  await picture(page, 'order-journey-1-need', { isWhole: true })
  await page.getByRole('button', { name: '发出询价' }).click()
  await heading(page, need)
  expect(await page.getByRole('main').innerText()).toContain('鹭洲安全性评价研究中心')
}

type Quoted = { unitPrice: string; days: string; words: string; service?: string }

/** A lab manager finds the enquiry in the inbox and quotes. */
async function quote(page: Page, need: string, { unitPrice, days, words, service }: Quoted): Promise<void> {
  await page.goto('/p/enquiries')
  await page.getByRole('link', { name: need }).first().click()
  await heading(page, need)
  if (service) await page.getByLabel('所用服务').selectOption({ label: service })
  await page.getByLabel('单价（元）').fill(unitPrice)
  await page.getByLabel('出报告用时').fill(days)
  await page.getByLabel('说明', { exact: true }).fill(words)
  if (service) await picture(page, 'order-journey-2-quote')
  await page.getByRole('button', { name: '提交报价' }).click()
  await page.getByText('报价已提交').first().waitFor()
}

/** The engineer sees both quotes side by side and accepts the one that costs less, with the voucher; answers the order's id. */
async function chooseWithVoucher(page: Page, need: string): Promise<string> {
  await page.goto('/e/enquiries')
  await page.getByRole('link', { name: need }).first().click()
  await heading(page, need)
  const comparison = page.getByRole('region', { name: '报价对比' }).first()
  await comparison.getByText('券后').first().waitFor()
  await picture(page, 'order-journey-3-comparison')
  await comparison.getByRole('button', { name: '接受报价 华澜检测技术有限公司' }).click()
  const dialog = page.getByRole('dialog', { name: /接受华澜检测技术有限公司的报价/ })
  expect(await dialog.getByRole('checkbox', { name: /创新券/ }).isChecked()).toBe(true)
  await dialog.getByRole('button', { name: '接受报价' }).click()
  await page.waitForURL(/\/e\/orders\//)
  await heading(page, need)
  return idInAddress(page)
}

/** One side reads the agreement and accepts it. */
async function acceptAgreement(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: '查看与协商' }).click()
  const drawer = page.getByRole('dialog', { name: /委托检测协议/ })
  await drawer.getByRole('button', { name: '接受协议' }).click()
  await page
    .getByText(/^已接受，等对方接受$|^双方已接受，协议已固定$/)
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
}

/** On the order's page: what is sent, and with whom it left. */
async function sendSample(page: Page): Promise<void> {
  await page.reload()
  await page.getByRole('button', { name: '申报样品' }).click()
  const form = page.getByRole('dialog', { name: '申报样品' })
  await form.getByLabel('样品名称').fill('封堵器输送导管')
  await form.getByLabel('规格型号（选填）').fill('8F')
  await form.getByLabel('批号（选填）').fill('CX-2611')
  await form.getByLabel('数量', { exact: true }).fill('6')
  await form.getByRole('button', { name: '申报', exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '登记寄出' }).click()
  const parcel = page.getByRole('dialog', { name: '登记寄出' })
  await parcel.getByLabel('承运方').fill('顺丰速运')
  await parcel.getByLabel(/运单号/).fill('SF1402268890')
  await parcel.getByRole('button', { name: '登记寄出' }).click()
  await parcel.waitFor({ state: 'hidden' })
}

/** The laboratory looks at what has arrived and takes it in; with it the order's samples are in. */
async function receiveSample(page: Page, orderId: string): Promise<void> {
  await page.goto(`/p/orders/${orderId}`)
  await page.getByRole('link', { name: '签收样品' }).click()
  await heading(page, '签收样品')
  await page.getByLabel('温度（℃）（选填）').fill('21.5')
  expect(await page.getByRole('checkbox', { name: /全部签收后/ }).isChecked()).toBe(true)
  await page.getByRole('button', { name: '提交签收（1 份）' }).click()
  await page.waitForURL(new RegExp(`/p/orders/${orderId}$`))
  await page.getByText('已收样').first().waitFor()
}

/** Person and instrument are taken together for one time; answers the task's address. */
async function planTask(page: Page, orderId: string): Promise<string> {
  await page.getByRole('link', { name: /打开任务/ }).click()
  await page.getByRole('button', { name: '安排时间' }).click()
  await page.getByLabel('检测人', { exact: true }).selectOption({ label: '廖景行' })
  await page.getByLabel('添加仪器或场地').selectOption({ label: '液相色谱-三重四极杆质谱联用仪 1 号 · 仪器' })
  const isFree = page.getByText('该时段全部可用')
  const freeTime = page.getByText('最近的空档').locator('..').getByRole('button').first()
  await isFree.or(freeTime).first().waitFor()
  if (await freeTime.isVisible()) await freeTime.click()
  await isFree.waitFor()
  await page.getByRole('button', { name: '确定安排' }).click()
  await page.getByText('已安排，时段已占用').first().waitFor()
  await page.getByText(/BKG-/).first().waitFor()
  const address = page.url()
  await page.goto(`/p/orders/${orderId}`)
  await page.getByRole('button', { name: '开始检测' }).click()
  await page.getByRole('button', { name: '检测完成' }).waitFor()
  return address
}

/** The one who tests starts the task, enters what was found and hands it over to be checked. */
async function enterResult(page: Page, task: string): Promise<void> {
  await page.goto(task)
  await page.getByRole('button', { name: '开始检测' }).click()
  const entry = page.getByRole('region', { name: '录入结果' })
  for (const [parameter, value] of [
    ['己内酰胺', '0.42'],
    ['抗氧剂 1010', '<0.05'],
  ] as const) {
    await entry.getByLabel('参数').fill(parameter)
    await entry.getByLabel('样品').fill('S1')
    await entry.getByLabel('结果', { exact: true }).fill(value)
    await entry.getByLabel('单位').fill('μg/mL')
    await entry.getByLabel('上限').fill('1.5')
    await entry.getByLabel('判定依据').fill('毒理学关注阈值')
    await entry.getByRole('button', { name: '录入', exact: true }).click()
    await page.getByRole('row').filter({ hasText: parameter }).waitFor()
  }
  await picture(page, 'order-journey-5-task')
  await page.getByRole('button', { name: '完成', exact: true }).click()
  await page.getByText('由您录入或完成，请另一位同事复核').waitFor()
}

/** Somebody else looks at it. */
async function checkTask(page: Page, task: string): Promise<void> {
  await page.goto(task)
  await page.getByRole('button', { name: '通过复核' }).click()
  await page.getByText('已复核').first().waitFor()
}

async function finish(page: Page, orderId: string): Promise<void> {
  await page.goto(`/p/orders/${orderId}`)
  await page.getByRole('button', { name: '检测完成' }).click()
  await page.getByText('检测已完成，请编制报告').first().waitFor()
}

/** What was found stands in the report already; the rest is typed. Answers the report's address. */
async function prepareReport(page: Page, orderId: string): Promise<string> {
  await page.goto(`/p/orders/${orderId}`)
  await page.getByRole('button', { name: '编制报告' }).click()
  await page.getByRole('dialog', { name: '编制报告' }).getByRole('button', { name: '开始编制' }).click()
  await page.waitForURL(/\/p\/reports\//)
  await page.getByRole('textbox', { name: '结论' }).waitFor()
  await page.getByRole('textbox', { name: '结论' }).fill('所检可沥滤物均低于毒理学关注阈值。')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已保存').first().waitFor()
  await page.getByRole('button', { name: '提交审核' }).click()
  await page.getByText('已提交审核').first().waitFor()
  return page.url()
}

async function sign(page: Page, report: string, verb: '审核通过' | '批准'): Promise<void> {
  await page.goto(report)
  await page.getByRole('button', { name: verb, exact: true }).click()
  await page
    .getByText(verb === '批准' ? '已批准' : '已审核')
    .first()
    .waitFor()
}

async function issue(page: Page, report: string): Promise<void> {
  await page.goto(report)
  await page.getByRole('button', { name: '签发', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '签发', exact: true }).click()
  await page.getByText('已签发').first().waitFor()
  await page.getByAltText('核验二维码').waitFor()
  await picture(page, 'order-journey-6-report')
}

/** The address that a camera reads from the code beside the report. */
async function codeInPicture(page: Page, orderId: string): Promise<string> {
  await page.goto(`/e/orders/${orderId}`)
  const image = page.getByAltText('核验二维码')
  await image.waitFor()
  await picture(page, 'order-journey-7-reported')
  const { data, size } = await image.evaluate((element: HTMLImageElement) => {
    const side = 400
    const canvas = document.createElement('canvas')
    canvas.width = side
    canvas.height = side
    const drawing = canvas.getContext('2d') as CanvasRenderingContext2D
    drawing.fillStyle = '#fff'
    drawing.fillRect(0, 0, side, side)
    drawing.drawImage(element, 20, 20, side - 40, side - 40)
    return { data: [...drawing.getImageData(0, 0, side, side).data], size: side }
  })
  const code = jsqr.default(new Uint8ClampedArray(data), size, size)
  if (!code) throw new Error('No camera could read the code of the report.')
  return code.data
}

/** Whoever holds the report in hand: a phone, no account. */
async function verifyAsStranger(address: string, orderId: string): Promise<void> {
  const phone = await openPage(browser, { viewport: PHONE })
  const faults = watchFaults(phone)
  const { pathname } = new URL(address)
  expect(pathname).toMatch(/^\/v\//)
  await phone.goto(pathname)
  await phone.getByText('报告有效').first().waitFor()
  const shown = await phone.getByRole('main').innerText()
  expect(shown).toContain('华澜检测技术有限公司')
  expect(shown).not.toContain('澄心')
  expect(shown).not.toContain(orderId)
  await picture(phone, 'order-journey-8-verified-phone')
  expect(faults).toEqual([])
  await phone.context().close()
}

async function approve(page: Page, orderId: string): Promise<void> {
  await page.goto(`/e/orders/${orderId}`)
  await page.getByRole('button', { name: '通过验收' }).click()
  await page.getByRole('dialog', { name: '通过验收' }).getByRole('button', { name: '通过验收' }).click()
  await page.getByText('已通过验收').first().waitFor()
}

/** The enterprise's finance pays what the voucher leaves. */
async function pay(page: Page, orderId: string): Promise<void> {
  await page.goto(`/e/orders/${orderId}`)
  await page.getByRole('region', { name: '费用' }).getByRole('link', { name: '去充值' }).click()
  await page.getByRole('radio', { name: '在线支付（沙箱）' }).click()
  await page.getByRole('button', { name: '去支付' }).click()
  await heading(page, '支付沙箱')
  await page.getByRole('button', { name: '确认支付' }).click()
  await page.getByText('已支付，通知到达后入账。').waitFor()
}

/** The platform settles in the background, as soon as the money is there. */
async function seeSettled(page: Page, orderId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(`/e/orders/${orderId}`)
        await page.getByRole('table', { name: '费用明细' }).waitFor()
        return page.getByText('平台正在结算').count()
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toBe(0)
  const money = page.getByRole('region', { name: '费用' })
  await money.getByRole('row').filter({ hasText: '创新券' }).getByText('−18,000.00').waitFor()
  await money.getByRole('row').filter({ hasText: '已支付' }).getByText('−18,000.00').waitFor()
  await page.getByRole('region', { name: '创新券' }).getByText('已兑付').waitFor()
}

/** One word of the client, shown in public; the provider's record counts it. */
async function evaluate(page: Page, orderId: string): Promise<void> {
  const panel = page.getByRole('region', { name: '评价' })
  await panel.getByRole('radiogroup', { name: '准时' }).getByRole('radio', { name: '4 分' }).click()
  await panel.getByLabel('补充说明').fill('图谱清楚，比承诺日早。')
  await panel.getByRole('button', { name: '提交评价' }).click()
  await panel.getByText('质量 5 · 准时 4 · 服务 5').waitFor()
  await picture(page, 'order-journey-9-settled', { isWhole: true })
  expect(await page.getByRole('main').innerText()).toContain('图谱清楚，比承诺日早。')
  expect(idInAddress(page)).toBe(orderId)
}
