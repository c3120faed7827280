import { completeUscc } from '@jiju/kernel/uscc'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ORDER_HEADERS } from '../../core/imports/read-orders.ts'
import { createOrdersTest, type OrdersTest, type Person } from '../test-orders.ts'

let orders: OrdersTest
let rival: Person
beforeAll(async () => {
  orders = await createOrdersTest()
  rival = await orders.addPerson(await orders.addOrganisation('provider'), 'provider', 'lab_manager')
})
afterAll(() => orders.close())

const ROUNDS = 20
const HEAD = Object.values(ORDER_HEADERS).map(([zh]) => zh)
const USCC = completeUscc('9131011512345678')
const row = (number: string, more: Partial<Record<string, string>> = {}) => {
  const cells: Record<string, string> = {
    机构订单号: number,
    委托方名称: '澄心',
    订单名称: '溶血',
    状态: '已完成',
    '金额（元）': '3600',
    下单日期: '2025-03-02',
  }
  return HEAD.map((header) => more[header] ?? cells[header] ?? '')
}

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)

async function upload(person: Person, ...rows: (readonly string[])[]) {
  const csv = [HEAD, ...rows].map((cells) => cells.join(',')).join('\r\n')
  const boundary = 'order-import'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="earlier.csv"\r\ncontent-type: text/csv\r\n\r\n`
  return orders.app.inject({
    method: 'POST',
    url: '/api/v1/orders/order-imports',
    headers: { 'x-person': person.id, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${head}${csv}\r\n--${boundary}--\r\n`,
  })
}
const apply = (person: Person, id: string, version: number, rows: 'all' | 'valid' = 'all') =>
  orders.call(person, 'POST', `/order-imports/${id}/apply`, { rows }, { 'if-match': `"${version}"` })
const listed = async (person: Person, query = '') => (await orders.call(person, 'GET', `/imported-orders${query}`)).json().items

test('a file is read, its faults are named by row and column, and only what is right goes in', async () => {
  const { rows } = await orders.pool.query(`update people.organisation set uscc = $2 where id = $1 returning uscc`, [
    orders.enterprise,
    USCC,
  ])
  expect(rows).toHaveLength(1)
  const bad = row('WT-2', { '金额（元）': '面议' })
  const checked = (await upload(orders.manager, row('WT-1', { 统一社会信用代码: USCC }), bad, row('WT-3'))).json()
  expect(checked).toMatchObject({
    state: 'checked',
    lineCount: 3,
    faultCount: 1,
    faults: [{ row: 3, column: '金额（元）', value: '面议', reason: 'not_an_amount' }],
  })
  expect(checked.preview.map(({ ownNumber }: { ownNumber: string }) => ownNumber)).toEqual(['WT-1', 'WT-3'])
  expect(await listed(orders.manager)).toEqual([])
  expect(codesOf(await apply(orders.manager, checked.id, 1))).toEqual(['orders.import_has_faults'])
  expect(codesOf(await apply(rival, checked.id, 1))).toEqual(['orders.import_missing'])
  expect((await apply(orders.manager, checked.id, 1, 'valid')).json().outcome).toEqual({ added: 2, changed: 0, unchanged: 0 })
  expect(codesOf(await apply(orders.manager, checked.id, 2, 'valid'))).toEqual(['orders.import_decided'])
  expect((await listed(orders.manager)).map(({ ownNumber }: { ownNumber: string }) => ownNumber).sort()).toEqual(['WT-1', 'WT-3'])
  expect(await listed(rival)).toEqual([])
  // The client with that credit code sees its own.
  expect((await listed(orders.engineer)).map(({ ownNumber }: { ownNumber: string }) => ownNumber)).toEqual(['WT-1'])
})

test('the same file again changes nothing, another value changes one, and history is no order', async () => {
  const again = (await upload(orders.manager, row('WT-1', { 统一社会信用代码: USCC }), row('WT-3', { 订单名称: '溶血与凝血' }))).json()
  expect((await apply(orders.manager, again.id, 1)).json().outcome).toEqual({ added: 0, changed: 1, unchanged: 1 })
  expect((await listed(orders.manager, '?q=凝血')).map(({ ownNumber }: { ownNumber: string }) => ownNumber)).toEqual(['WT-3'])
  // Nothing else knows of them: no list of orders, no count, no act.
  expect((await orders.call(orders.manager, 'GET', '/orders?state=ended')).json().items).toEqual([])
  const [one] = await listed(orders.manager)
  expect((await orders.call(orders.manager, 'GET', `/orders/${one.id}`)).statusCode).toBe(404)
})

test('of several who apply one file at once one does, and files that share numbers add each once', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const numbers = ['a', 'b', 'c'].map((name) => row(`R${round}-${name}`))
    const files = await Promise.all([upload(orders.manager, ...numbers), upload(orders.manager, ...numbers.toReversed())])
    const [first, second] = files.map((file) => file.json())
    const replies = await Promise.all([
      apply(orders.manager, first.id, 1),
      apply(orders.manager, first.id, 1),
      apply(orders.manager, second.id, 1),
    ])
    const done = replies.filter(({ statusCode }) => statusCode === 200).map((reply) => reply.json().outcome)
    expect(done).toHaveLength(2)
    expect(done.reduce((sum, { added }) => sum + added, 0)).toBe(3)
  }
})

test('an export holds what the list shows under the same conditions', async () => {
  const { number } = await orders.placed()
  const read = async (person: Person, query: string) => {
    const reply = await orders.call(person, 'GET', `/orders.xlsx${query}`)
    expect(reply.statusCode).toBe(200)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(reply.rawPayload as unknown as ArrayBuffer)
    const rows: unknown[] = []
    workbook.worksheets[0]?.eachRow((one) => rows.push((one.values as unknown[])[1]))
    return rows
  }
  for (const person of [orders.engineer, orders.manager]) {
    expect(await read(person, '?state=open')).toEqual(['订单号', number])
    expect(await read(person, '?state=ended')).toEqual(['订单号'])
    expect(await read(person, `?q=${number}`)).toEqual(['订单号', number])
  }
  expect(await read(rival, '')).toEqual(['订单号'])
})
