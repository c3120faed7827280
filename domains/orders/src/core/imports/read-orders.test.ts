import { expect, test } from 'vitest'
import { ORDER_HEADERS, readOrders } from './read-orders.ts'

const HEAD = Object.values(ORDER_HEADERS).map(([zh]) => zh)
const GOOD = ['WT-1', '澄心医疗', '', '包装密封强度', '剥离、爆破', '已完成', '1,800.50', '2026/3/2', '2026-03-20', 'R-1']
const read = (...rows: (readonly string[])[]) =>
  readOrders(
    [HEAD, ...rows].map((cells, index) => ({ row: index + 1, cells })),
    { today: '2026-11-23', isCreditCode: (text) => text === 'GOODCODE' },
  )
/** The good row with some cells changed. */
const row = (changes: Readonly<Record<string, string>>) => GOOD.map((cell, index) => changes[HEAD[index] ?? ''] ?? cell)

test('a row gives an order', () => {
  expect(read(GOOD)).toEqual({
    faults: [],
    orders: [
      {
        row: 2,
        ownNumber: 'WT-1',
        clientName: '澄心医疗',
        clientUscc: null,
        title: '包装密封强度',
        items: '剥离、爆破',
        state: 'finished',
        totalFen: 180_050n,
        orderedOn: '2026-03-02',
        finishedOn: '2026-03-20',
        reportNumber: 'R-1',
      },
    ],
  })
})

test.each([
  [{ 机构订单号: '' }, '机构订单号', 'missing'],
  [{ 机构订单号: 'x'.repeat(61) }, '机构订单号', 'too_long'],
  [{ '金额（元）': '面议' }, '金额（元）', 'not_an_amount'],
  [{ '金额（元）': '-5' }, '金额（元）', 'not_an_amount'],
  [{ 下单日期: '2026-02-30' }, '下单日期', 'not_a_day'],
  [{ 下单日期: '三月' }, '下单日期', 'not_a_day'],
  [{ 下单日期: '2026-11-24', 完成日期: '' }, '下单日期', 'in_the_future'],
  [{ 完成日期: '2026-03-01' }, '完成日期', 'ends_before_it_began'],
  [{ 状态: '在办' }, '状态', 'not_a_state'],
  [{ 统一社会信用代码: '123' }, '统一社会信用代码', 'not_a_credit_code'],
])('%j is refused by column %s: %s', (changes, column, reason) => {
  expect(read(GOOD, row({ 机构订单号: 'WT-2', ...changes }))).toMatchObject({
    orders: [{ row: 2 }],
    faults: [{ row: 3, column, reason }],
  })
})

test('every fault of a row is named, a number stands once in a file, and empty rows are passed over', () => {
  const read3 = read(GOOD, GOOD, [], row({ 机构订单号: 'WT-3', 状态: '?', '金额（元）': '?' }))
  expect(read3.orders).toHaveLength(1)
  expect(read3.faults.map(({ row: at, column, reason }) => `${at} ${column} ${reason}`)).toEqual([
    '3 机构订单号 repeated',
    '5 金额（元） not_an_amount',
    '5 状态 not_a_state',
  ])
})

test('headers may stand in any order and in English; one that nobody knows is named', () => {
  const { orders, faults } = readOrders(
    [
      { row: 1, cells: ['Title', 'Own number', 'Client', 'State', 'Total (yuan)', 'Ordered on', 'Mood'] },
      { row: 2, cells: ['Peel', 'A', 'B', 'finished', '1', '2026-01-01'] },
    ],
    { today: '2026-11-23', isCreditCode: () => true },
  )
  expect(orders).toEqual([])
  expect(faults).toEqual([{ row: 1, column: 'Mood', value: 'Mood', reason: 'header_unknown' }])
})
