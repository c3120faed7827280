import { expect, test } from 'vitest'
import { readSupport, SUPPORT_COLUMNS } from './support-file.ts'

const HEAD = SUPPORT_COLUMNS.map(({ zh }) => zh)
const GOOD = ['91310112MA1T000001', 'MH-1', '前沿技术配套', '1,200,000.50', '2024-06-30', 'P-1']
const read = (...rows: string[][]) =>
  readSupport(
    [HEAD, ...rows].map((cells, index) => ({ sheet: 'S', row: index + 1, cells })),
    '2026-11-22',
  )

test('a good row; empty rows are passed over; slashes are days too', () => {
  expect(read(GOOD, ['', '', '', '', '', ''], [...GOOD.slice(0, 4), '2024/07/01', 'P-2'])?.lines).toMatchObject([
    { row: 2, amountFen: 120_000_050n, paidOn: '2024-06-30' },
    { row: 4, paidOn: '2024-07-01' },
  ])
})

test.each([
  [0, '', 'missing'],
  [0, '9131011ZMA1T00000I', 'credit_code'],
  [1, '条款一', 'clause_code'],
  [2, '短', 'clause_name'],
  [3, '0', 'amount'],
  [3, '-5', 'amount'],
  [3, '12.345', 'amount'],
  [3, '1,20,000', 'amount'],
  [4, '2024-02-30', 'day'],
  [4, '2026-11-23', 'day_ahead'],
  [5, 'x'.repeat(101), 'too_long'],
])('column %d with %j is named as %s, in its row', (place, value, reason) => {
  const wrong = GOOD.map((cell, index) => (index === place ? value : cell))
  const { lines, mistakes } = read(GOOD.with(5, 'P-0'), wrong) ?? { lines: [], mistakes: [] }
  expect(lines).toHaveLength(1)
  expect(mistakes).toEqual([{ sheet: 'S', row: 3, column: HEAD[place], value, reason }])
})

test('the same reference of a clause twice, and several mistakes of one row, are each named', () => {
  const { mistakes } = read(GOOD, GOOD, ['x', 'MH-1', 'A', '0', 'y', 'P-3']) ?? { mistakes: [] }
  expect(mistakes.map(({ row, reason }) => [row, reason])).toEqual([
    [3, 'twice'],
    [4, 'credit_code'],
    [4, 'clause_name'],
    [4, 'amount'],
    [4, 'day'],
  ])
})

test('without all its columns it is not the register', () => {
  expect(readSupport([{ sheet: 'S', row: 1, cells: HEAD.slice(1) }], '2026-11-22')).toBeNull()
  expect(readSupport([], '2026-11-22')).toBeNull()
})
