import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ComparedQuote, compareQuotes } from './compare.ts'
import { amountOf, findLineProblems, type PricedLine, totalOf } from './quote-lines.ts'

const QUOTE: ComparedQuote = {
  totalFen: 100_000n,
  reportDay: '2026-12-01',
  accreditations: ['cma'],
  punctualRatio: 0.9,
  validUntil: new Date('2026-12-31T00:00:00Z'),
  missingItems: 0,
}

test('rows in which quotes are alike are not marked; in the others the best is, all of them when several are', () => {
  expect(compareQuotes([QUOTE])).toEqual([])
  expect(compareQuotes([QUOTE, QUOTE])).toEqual([])
  const cheap = { ...QUOTE, totalFen: 90_000n, reportDay: '2026-12-09', accreditations: [], punctualRatio: null }
  expect(compareQuotes([QUOTE, cheap, { ...cheap, missingItems: 1 }])).toEqual([
    { row: 'total', best: [1, 2] },
    { row: 'report_day', best: [0] },
    { row: 'accreditation', best: [0] },
    { row: 'punctuality', best: [0] },
    { row: 'coverage', best: [0, 1] },
  ])
})

test('nothing known of anybody is no difference', () => {
  const unknown = { ...QUOTE, punctualRatio: null }
  expect(compareQuotes([unknown, unknown]).find(({ row }) => row === 'punctuality')).toBeUndefined()
})

const line = (kind: PricedLine['kind'], quantity: number, unitPriceFen: bigint): PricedLine => ({ kind, quantity, unitPriceFen })
const codesOf = (lines: PricedLine[]) => findLineProblems(lines).map(({ code, field }) => [code, field])

test('only a discount is below zero, and never more than all the rest', () => {
  expect(codesOf([line('test', 2, 1000n), line('discount', 1, -500n)])).toEqual([])
  expect(codesOf([line('test', 1, -1n), line('discount', 1, 0n)])).toEqual([
    ['orders.line_sign', '/lines/0/unitPrice'],
    ['orders.line_sign', '/lines/1/unitPrice'],
  ])
  expect(codesOf([line('test', 1, 100n), line('discount', 1, -101n)])).toEqual([['orders.total_negative', '/lines']])
})

test('the total is the sum of the lines', () => {
  const priced = fc.record({
    kind: fc.constant('test' as const),
    quantity: fc.integer({ min: 1, max: 10_000 }),
    unitPriceFen: fc.bigInt(0n, 10n ** 10n),
  })
  fc.assert(
    fc.property(fc.array(priced, { minLength: 1, maxLength: 60 }), (lines) => {
      expect(totalOf(lines)).toBe(lines.map(amountOf).reduce((a, b) => a + b, 0n))
      expect(findLineProblems(lines)).toEqual([])
    }),
  )
})
