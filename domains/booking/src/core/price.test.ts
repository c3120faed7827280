import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quotePrice, type Rate } from './price.ts'
import type { CustomerClass } from './vocabulary.ts'

const rate = (
  customerClass: CustomerClass,
  unit: string,
  priceFen: bigint,
  validFrom = '2026-01-01',
  validTo: string | null = null,
): Rate => ({ customerClass, unit, priceFen, validFrom, validTo })
const RULES = { billingStepMinutes: 30, operatorHourFen: 8_000n }
const start = new Date('2026-11-24T06:00:00Z')
const quote = (
  rates: readonly Rate[],
  minutes: number,
  more: { customerClass?: CustomerClass; operation?: 'self_service' | 'with_operator'; day?: string; step?: number } = {},
) =>
  quotePrice(
    rates,
    { ...RULES, billingStepMinutes: more.step ?? 30 },
    {
      during: { start, end: new Date(start.getTime() + minutes * 60_000) },
      day: more.day ?? '2026-11-24',
      customerClass: more.customerClass ?? 'enterprise',
      operation: more.operation ?? 'self_service',
    },
  )

describe('started steps', () => {
  test.each([
    [60, 30, 18_000n],
    [61, 30, 27_000n],
    [90, 30, 27_000n],
    [1, 30, 9_000n],
    [1, 15, 4_500n],
    [46, 15, 18_000n],
    [50, 60, 18_000n],
    [61, 60, 36_000n],
    [20, 1, 6_000n],
  ])('%i minutes at steps of %i cost %s fen', (minutes, step, fen) =>
    expect(quote([rate('enterprise', 'hour', 18_000n)], minutes, { step })?.totalFen).toBe(fen),
  )

  test('an odd hourly price is rounded once per line, half up', () =>
    expect(quote([rate('enterprise', 'hour', 333n)], 30)?.totalFen).toBe(167n))
})

describe('whose price', () => {
  const all = [rate('enterprise', 'hour', 18_000n), rate('academic', 'hour', 12_000n), rate('outside_district', 'hour', 20_000n)]
  test.each([
    ['enterprise', 18_000n],
    ['academic', 12_000n],
    ['outside_district', 20_000n],
    ['member', 18_000n],
    ['inside', 0n],
  ] as const)('%s pays %s fen an hour', (customerClass, fen) => expect(quote(all, 60, { customerClass })?.totalFen).toBe(fen))

  test('without an own price academics and outsiders pay as an enterprise; an enterprise without a price has none', () => {
    const only = [rate('enterprise', 'hour', 18_000n)]
    expect(quote(only, 60, { customerClass: 'academic' })?.totalFen).toBe(18_000n)
    expect(quote(only, 60, { customerClass: 'outside_district' })?.totalFen).toBe(18_000n)
    expect(quote([rate('academic', 'hour', 1n)], 60)).toBeUndefined()
  })

  test('the price of the day of use holds, first and last day included', () => {
    const rates = [rate('enterprise', 'hour', 18_000n, '2026-01-01', '2026-11-23'), rate('enterprise', 'hour', 20_000n, '2026-11-24')]
    expect(quote(rates, 60, { day: '2026-11-23' })?.totalFen).toBe(18_000n)
    expect(quote(rates, 60, { day: '2026-11-24' })?.totalFen).toBe(20_000n)
    expect(quote(rates, 60, { day: '2025-12-31' })).toBeUndefined()
  })
})

describe('lines', () => {
  test('an operator is a line of its own', () =>
    expect(quote([rate('enterprise', 'hour', 18_000n)], 90, { operation: 'with_operator' })).toEqual({
      customerClass: 'enterprise',
      lines: [
        { code: 'machine_time', quantity: '1.5', unit: 'hour', unitPriceFen: 18_000n, amountFen: 27_000n },
        { code: 'operator_time', quantity: '1.5', unit: 'hour', unitPriceFen: 8_000n, amountFen: 12_000n },
      ],
      totalFen: 39_000n,
    }))

  test('by the day every started 24 hours, by the run once', () => {
    expect(quote([rate('enterprise', 'day', 100_000n)], 1441)?.lines).toMatchObject([
      { code: 'per_day', quantity: '2', amountFen: 200_000n },
    ])
    expect(quote([rate('enterprise', 'run', 30_000n)], 240)?.lines).toMatchObject([{ code: 'per_run', quantity: '1', amountFen: 30_000n }])
  })

  test('lines sum to the total, and a longer use never costs less', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 0, max: 600 }),
        fc.bigInt({ min: 0n, max: 10_000_000n }),
        fc.integer({ min: 1, max: 240 }),
        (minutes, more, priceFen, step) => {
          const short = quote([rate('enterprise', 'hour', priceFen)], minutes, { step, operation: 'with_operator' })
          const long = quote([rate('enterprise', 'hour', priceFen)], minutes + more, { step, operation: 'with_operator' })
          expect(short?.lines.reduce((sum, line) => sum + line.amountFen, 0n)).toBe(short?.totalFen)
          expect((long?.totalFen ?? 0n) >= (short?.totalFen ?? 0n)).toBe(true)
        },
      ),
    ))
})
