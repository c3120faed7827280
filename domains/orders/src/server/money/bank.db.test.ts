import { readPages } from '@jiju/platform/pdf/read-pdf-fixture'
import ExcelJS from 'exceljs'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { transferCodeOf } from '../../core/money/match-line.ts'
import { createMoneyTest, type MoneyTest } from './test-money.ts'
import { verifyLedger } from './verify-ledger.ts'

let at: MoneyTest
beforeAll(async () => {
  at = await createMoneyTest()
})
afterEach(async () => expect((await verifyLedger(at.db)).findings).toEqual([]))
afterAll(() => at.close())

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)

function send(content: string | Buffer, name = 'statement.csv') {
  const boundary = 'jiju-test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return at.app.inject({
    method: 'POST',
    url: '/api/v1/orders/bank-statements',
    headers: { 'x-person': at.ruler.id, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
}

const HEADER = '交易日期,收入金额,支出金额,对方户名,附言,流水号'
const lines = async (state = 'open') => (await at.call(at.ruler, 'GET', `/bank-lines?state=${state}`)).json().items
const prepaid = async () => (await at.ledger()).prepaid

test('a statement is matched by number, code, order, name and amount; the rest waits for a person; twice is once', async () => {
  const announce = async (amount: string) => (await at.call(at.finance, 'POST', '/payments', { amount, channel: 'bank_transfer' })).json()
  const byNumber = await announce('100.00')
  await announce('77.77')
  const orderId = await at.accepted()
  const { number } = (await at.call(at.engineer, 'GET', `/orders/${orderId}`)).json()
  const statement = [
    HEADER,
    `2026-11-20,100.00,,别的户名,货款 ${byNumber.number.toLowerCase()},A1`,
    `2026-11-20,200.00,,澜心,${transferCodeOf(at.enterprise)},A2`,
    `2026-11-20,300.00,,澜心,${number} 首款,A3`,
    '2026-11-21,77.77,,澜心医疗科技(上海)有限公司,检测费,A4',
    '2026-11-21,50.00,,王建国,检测费,A5',
    '2026-11-21,,35.00,银行,账户管理费,A6',
    '2026-13-01,1.00,,x,y,A7',
    '合计,727.77,35.00,,,',
  ].join('\n')
  const first = await send(statement)
  expect(first.json()).toMatchObject({ lines: 6, isNew: 6, matched: 4, problems: [{ row: 8, reason: 'day' }] })
  expect(await prepaid()).toBe('677.77')
  expect(codesOf(await send(statement))).toEqual(['orders.statement_known'])
  // The bank's next export begins with days that are there already; the same line in another file is one.
  const again = await send(`${statement}\n2026-11-22,9.00,,澜心,${transferCodeOf(at.enterprise)},A8`)
  expect(again.json()).toMatchObject({ lines: 7, isNew: 1, matched: 1 })
  expect(await prepaid()).toBe('686.77')
  const waiting = (await at.call(at.finance, 'GET', '/payments')).json().items
  expect(waiting.map(({ state }: { state: string }) => state)).toEqual(['paid', 'paid'])

  const [byHand] = (await lines()).filter(({ serial }: { serial: string }) => serial === 'A5')
  const decide = (body: object) => at.call(at.ruler, 'POST', `/bank-lines/${byHand.id}/assignment`, body)
  const office = await at.addOrganisation('government')
  expect(codesOf(await decide({ target: 'prepaid', organisationId: office }))).toEqual(['orders.bank_line_unfit'])
  const both = await Promise.all([1, 2].map(() => decide({ target: 'prepaid', organisationId: at.enterprise })))
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(await prepaid()).toBe('736.77')
  const [fee] = await lines()
  expect((await at.call(at.ruler, 'POST', `/bank-lines/${fee.id}/setting-aside`, { note: '银行手续费' })).json().state).toBe('set_aside')
  expect(await lines()).toEqual([])
})

test('a refund that was sent is found in the statement, whichever comes first', async () => {
  const account = { accountName: '澜心医疗', accountNumber: '6222000011112222', bankName: '招商银行' }
  const ask = async (amount: string) => (await at.call(at.finance, 'POST', '/refunds', { amount, ...account })).json()
  const [seen, entered] = [await ask('11.00'), await ask('12.00')]
  await at.call(at.ruler, 'POST', `/outgoings/${entered.id}/sent`)
  const statement = [HEADER, `2026-11-22,,11.00,澜心医疗,退款 ${seen.number},B1`, '2026-11-22,,12.00,澜心医疗,退款,B2'].join('\n')
  expect((await send(statement)).json()).toMatchObject({ isNew: 2, matched: 2 })
  const states = (await at.call(at.ruler, 'GET', '/outgoings?state=sent')).json().items
  expect(states.map(({ amount }: { amount: string }) => amount).sort()).toEqual(['11.00', '12.00'])
})

test('a workbook in the bank’s own words is read; what is no statement is refused', async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('明细')
  sheet.addRows([
    ['账户明细'],
    ['日期', '交易金额(元)', '借贷标志', '对方户名', '摘要'],
    ['2026/11/22', '5.00', '贷', '澜心', transferCodeOf(at.enterprise)],
  ])
  const reply = await send(Buffer.from(await workbook.xlsx.writeBuffer()), 'statement.xlsx')
  expect(reply.json()).toMatchObject({ lines: 1, isNew: 1, matched: 1 })
  expect(codesOf(await send('a,b\n1,2\n'))).toEqual(['orders.statement_unreadable'])
  expect(codesOf(await send(Buffer.from('PK broken'), 'x.xlsx'))).toEqual(['platform.file_unreadable'])
})

test('an order is on one invoice; the provider enters each invoice once', async () => {
  const settled = async () => {
    const id = await at.accepted()
    await at.topUp('1200.00')
    await at.reach(id, 'reported')
    await at.act(at.engineer, id, 'approve')
    await at.settle()
    return id
  }
  const [a, b] = [await settled(), await settled()]
  const contents = '检测服务费'
  const ask = (orderIds: string[]) => at.call(at.finance, 'POST', '/invoices', { orderIds, contents })
  expect(codesOf(await ask([a]))).toEqual(['orders.invoice_data_missing'])
  const data = {
    title: '澜心医疗',
    taxpayerNumber: '91310000000000000X',
    kind: 'special',
    address: '',
    phone: '',
    bankName: '',
    bankAccount: '',
    email: '',
  }
  const save = (body: object, version: string) => at.call(at.finance, 'PUT', '/invoice-data', body, { 'if-match': version })
  expect((await save(data, '"0"')).json().missing).toEqual(['address', 'phone', 'bankName', 'bankAccount'])
  expect(codesOf(await save(data, '"0"'))).toEqual(['platform.version_stale'])
  expect((await save({ ...data, kind: 'general' }, '"1"')).json().missing).toEqual([])
  const asked = await Promise.all([ask([a, b]), ask([b])])
  expect(asked.map(({ statusCode }) => statusCode).filter((status) => status === 201)).toHaveLength(1)
  const invoice = asked.find(({ statusCode }) => statusCode === 201)?.json()
  const act = (path: string, body: object, id = invoice.id) => at.call(at.cashier, 'POST', `/invoices/${id}/${path}`, body)
  expect((await act('refusal', { reason: '抬头有误' })).json().state).toBe('refused')
  const second = (await ask([b])).json()
  expect(second).toMatchObject({ amount: '1200.00', data: { title: '澜心医疗' }, state: 'asked' })
  const issued = { invoiceNumber: '26312000000000000001', invoiceDay: '2026-11-23' }
  expect((await act('issue', issued, second.id)).json()).toMatchObject({ state: 'issued', invoiceNumber: issued.invoiceNumber })
  const third = (await ask([a])).json()
  expect(codesOf(await act('issue', issued, third.id))).toEqual(['orders.invoice_number_used'])
})

test('a month’s statement begins where the last ended and sums up', async () => {
  const statement = (await at.call(at.finance, 'GET', '/ledger/statement?month=2026-11')).json()
  for (const { opening, entries, closing } of statement.accounts) {
    const sum = entries.reduce((total: number, { amount }: { amount: string }) => total + Number(amount), Number(opening))
    expect(sum).toBeCloseTo(Number(closing))
  }
  expect(statement.accounts[0]).toMatchObject({ account: 'client_prepaid', opening: '0.00', closing: await prepaid() })
  const next = (await at.call(at.finance, 'GET', '/ledger/statement?month=2026-12')).json()
  expect(next.accounts[0]).toMatchObject({ opening: statement.accounts[0].closing, entries: [] })
  const file = await at.call(at.finance, 'GET', '/ledger/statement.xlsx?month=2026-11', undefined, { 'accept-language': 'zh' })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file.rawPayload as unknown as ArrayBuffer)
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['可用余额', '订单预留', '应付'])
  const paper = await at.call(at.finance, 'GET', '/ledger/statement.pdf?month=2026-11')
  expect(paper.headers['content-type']).toBe('application/pdf')
  expect((await readPages(paper.rawPayload)).join('\n').replaceAll(/\s/g, '')).toContain('月度对账单')
  expect(workbook.worksheets[0]?.lastRow?.getCell(6).value).toBe(Number(await prepaid()))
})
