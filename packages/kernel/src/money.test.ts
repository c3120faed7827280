import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocateFen, formatFen, parseFen, printFen, scaleFen } from './money.ts'

describe('scaleFen', () => {
  test.each([
    [100n, 1n, 3n, 33n],
    [100n, 1n, 8n, 13n],
    [1n, 1n, 2n, 1n],
    [-1n, 1n, 2n, -1n],
    [-100n, 1n, 8n, -13n],
    [18_000n, 90n, 60n, 27_000n],
  ])('%s × %s ÷ %s = %s, halves away from zero', (amount, numerator, denominator, expected) =>
    expect(scaleFen(amount, numerator, denominator)).toBe(expected),
  )

  test('refuses a denominator that is not positive', () => expect(() => scaleFen(1n, 1n, 0n)).toThrow(RangeError))
})

describe('allocateFen', () => {
  test('gives the rest to the largest remainders, earlier first', () => expect(allocateFen(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]))

  test('the shares sum to the whole, and each is within a fen of its part', () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((weight) => weight > 0n))
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), weights, (total, parts) => {
        const shares = allocateFen(total, parts)
        const sum = parts.reduce((a, b) => a + b, 0n)
        expect(shares.reduce((a, b) => a + b, 0n)).toBe(total)
        shares.forEach((share, index) => {
          const difference = share * sum - total * (parts[index] ?? 0n)
          expect((difference < 0n ? -difference : difference) < sum).toBe(true)
        })
      }),
    )
  })
})

describe('formatFen and parseFen', () => {
  test.each([
    [0n, '0.00'],
    [5n, '0.05'],
    [-5n, '-0.05'],
    [271_200n, '2712.00'],
  ])('%s fen is %s', (amount, text) => expect(formatFen(amount)).toBe(text))

  test.each(['', '1.234', '1,000', '1e3', ' 1', '--1', '1.', '.5', '９'])('%j is no amount', (text) =>
    expect(parseFen(text)).toBeUndefined(),
  )

  test('each is the inverse of the other', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), (amount) => {
        expect(parseFen(formatFen(amount))).toBe(amount)
      }),
    )
  })
})

test.each([
  [0n, '0.00'],
  [5n, '0.05'],
  [99_999n, '999.99'],
  [100_000n, '1,000.00'],
  [123_456_789n, '1,234,567.89'],
  [-271_200n, '−2,712.00'],
])('%s fen on paper are %s', (fen, printed) => expect(printFen(fen)).toBe(printed))
