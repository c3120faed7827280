import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CustomerClass } from '../vocabulary.ts'
import { quotePrice, quoteSamples, type Rate } from './quote.ts'
import type { Tariff } from './tariff.ts'

const rate = (
  customerClass: CustomerClass,
  unit: string,
  priceFen: bigint,
  validFrom = '2026-01-01',
  validTo: string | null = null,
): Rate => ({ customerClass, unit, priceFen, validFrom, validTo })
const RULES = { billingStepMinutes: 30, operatorHourFen: 8_000n, tariffs: [], zone: 'Asia/Shanghai' }
// Tuesday 14:00 in Shanghai.
const START = '2026-11-24T06:00:00Z'
const quote = (
  rates: readonly Rate[],
  minutes: number,
  more: {
    customerClass?: CustomerClass
    operation?: 'self_service' | 'with_operator'
    start?: string
    step?: number
    tariffs?: readonly Tariff[]
  } = {},
) => {
  const start = new Date(more.start ?? START)
  return quotePrice(
    { ...RULES, rates, billingStepMinutes: more.step ?? 30, tariffs: more.tariffs ?? [] },
    {
      during: { start, end: new Date(start.getTime() + minutes * 60_000) },
      customerClass: more.customerClass ?? 'enterprise',
      operation: more.operation ?? 'self_service',
    },
  )
}

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
    // 16:00 in London is midnight in Shanghai.
    expect(quote(rates, 60, { start: '2026-11-23T15:59:00Z' })?.totalFen).toBe(18_000n)
    expect(quote(rates, 60, { start: '2026-11-23T16:00:00Z' })?.totalFen).toBe(20_000n)
    expect(quote(rates, 60, { start: '2025-12-31T15:59:00Z' })).toBeUndefined()
  })
})

describe('lines', () => {
  test('an operator is a line of its own', () =>
    expect(quote([rate('enterprise', 'hour', 18_000n)], 90, { operation: 'with_operator' })).toMatchObject({
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

const tariff = (more: Partial<Tariff>): Tariff => ({
  id: 't',
  validFrom: '2026-01-01',
  bands: [],
  packages: [],
  extras: [],
  minimumFen: null,
  noShow: null,
  chargesInside: false,
  chargeBy: 'booked',
  ...more,
})
const NIGHT = {
  nameZh: '夜间',
  nameEn: 'Night',
  days: ['working_day', 'weekend', 'holiday'],
  fromMinute: 22 * 60,
  toMinute: 6 * 60,
  percent: 60,
} as const
const HALF_DAY = { nameZh: '半天', nameEn: null, minutes: 240, prices: [{ customerClass: 'enterprise', priceFen: 50_000n }] } as const
const hourly = [rate('enterprise', 'hour', 20_000n)]

describe('a tariff', () => {
  test('hours at night cost their share, on a line with its name', () => {
    // 21:00 to 23:00.
    const price = quote(hourly, 120, { start: '2026-11-24T13:00:00Z', tariffs: [tariff({ bands: [NIGHT] })] })
    expect(price?.lines).toMatchObject([
      { code: 'machine_time', quantity: '1', percent: 100, amountFen: 20_000n, validFrom: '2026-01-01' },
      { code: 'band_time', quantity: '1', percent: 60, unitPriceFen: 20_000n, amountFen: 12_000n, nameZh: '夜间' },
    ])
    expect(price?.totalFen).toBe(32_000n)
  })

  test('a package is taken where it is cheaper, with hours for the rest', () => {
    const tariffs = [tariff({ packages: [HALF_DAY] })]
    expect(quote(hourly, 120, { tariffs })?.lines).toMatchObject([{ code: 'machine_time', amountFen: 40_000n }])
    expect(quote(hourly, 180, { tariffs })?.lines).toMatchObject([{ code: 'package', quantity: '1', amountFen: 50_000n, nameZh: '半天' }])
    expect(quote(hourly, 300, { tariffs })?.totalFen).toBe(70_000n)
    expect(quote(hourly, 480, { tariffs })?.lines).toMatchObject([{ code: 'package', quantity: '2', amountFen: 100_000n }])
  })

  test('extras are added and a minimum fills up; the provider’s own people are spared unless it says otherwise', () => {
    const extras = [
      { nameZh: '清洗', nameEn: null, per: 'booking', priceFen: 3_000n },
      { nameZh: '液氮', nameEn: null, per: 'hour', priceFen: 1_000n },
    ] as const
    const sparing = tariff({ extras, minimumFen: 30_000n })
    expect(quote(hourly, 60, { tariffs: [sparing] })?.lines).toMatchObject([
      { code: 'machine_time', amountFen: 20_000n },
      { code: 'extra', amountFen: 3_000n, nameZh: '清洗' },
      { code: 'extra', quantity: '1', amountFen: 1_000n },
      { code: 'minimum', amountFen: 6_000n },
    ])
    expect(quote(hourly, 60, { tariffs: [sparing], customerClass: 'inside' })?.totalFen).toBe(0n)
    expect(quote(hourly, 60, { tariffs: [{ ...sparing, chargesInside: true }], customerClass: 'inside' })?.totalFen).toBe(30_000n)
  })

  test('the tariff that holds on the first day of the use is the last that began', () => {
    const tariffs = [
      tariff({ id: 'later', validFrom: '2026-11-25', minimumFen: 90_000n }),
      tariff({ id: 'now', validFrom: '2026-11-24', minimumFen: 50_000n }),
      tariff({ id: 'old', validFrom: '2026-01-01', minimumFen: 70_000n }),
    ]
    expect(quote(hourly, 60, { tariffs })?.totalFen).toBe(50_000n)
    expect(quote(hourly, 60, { tariffs, start: '2026-11-25T06:00:00Z' })?.totalFen).toBe(90_000n)
    expect(quote(hourly, 60, { tariffs, start: '2026-11-23T06:00:00Z' })?.totalFen).toBe(70_000n)
  })

  test('lines sum to the total, and packages never make a use dearer', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.array(fc.record({ minutes: fc.integer({ min: 30, max: 1440 }), priceFen: fc.bigInt({ min: 0n, max: 500_000n }) }), {
          minLength: 1,
          maxLength: 3,
        }),
        (minutes, offset, offers) => {
          const start = new Date(Date.parse(START) + offset * 60_000).toISOString()
          const packages = offers.map(({ priceFen, ...offer }) => ({
            nameZh: '包',
            nameEn: null,
            ...offer,
            prices: [{ customerClass: 'enterprise', priceFen }] as const,
          }))
          const plain = quote(hourly, minutes, { start, tariffs: [tariff({ bands: [NIGHT] })] })
          const packed = quote(hourly, minutes, { start, tariffs: [tariff({ bands: [NIGHT], packages })] })
          expect(packed?.lines.reduce((sum, line) => sum + line.amountFen, 0n)).toBe(packed?.totalFen)
          expect((packed?.totalFen ?? 1n) <= (plain?.totalFen ?? 0n)).toBe(true)
        },
      ),
      { numRuns: 50 },
    ))
})

test('samples cost by the piece', () => {
  const rules = { ...RULES, rates: [rate('enterprise', 'sample', 15_000n)] }
  const at = new Date(START)
  expect(quoteSamples(rules, { samples: 6, at, customerClass: 'academic' })).toMatchObject({
    lines: [{ code: 'per_sample', quantity: '6', amountFen: 90_000n }],
    totalFen: 90_000n,
  })
  expect(quoteSamples({ ...RULES, rates: hourly }, { samples: 1, at, customerClass: 'enterprise' })).toBeUndefined()
})
