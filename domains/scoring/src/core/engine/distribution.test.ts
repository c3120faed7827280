import { describe, expect, it } from 'vitest'
import { boxCox, fitBoxCox, momentsOf } from './box-cox.ts'
import { fitDistribution, quantileOf, treat } from './distribution.ts'
import { indicatorOf } from './test-models.ts'

const fit = (values: readonly number[], rest: Parameters<typeof indicatorOf>[1] = {}) =>
  fitDistribution(Float64Array.from(values), indicatorOf('x', rest))

// Monthly international airline passengers in thousands, 1949–1960 (Box and Jenkins 1976, series G).
const PASSENGERS = [
  112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140, 145, 150, 178,
  163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194, 196, 196, 236, 235, 229, 243,
  264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312,
  274, 237, 278, 284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336,
  340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419,
  461, 472, 535, 622, 606, 508, 461, 390, 432,
]

describe('quantiles', () => {
  // Type 7 of Hyndman and Fan (1996), as quantile() of R gives them for 1, 3, 4, 8, 20.
  it.each([
    [0, 1],
    [0.05, 1.4],
    [0.25, 3],
    [0.5, 4],
    [0.6, 5.6],
    [0.95, 17.6],
    [1, 20],
  ])('%d of five numbers is %d', (part, value) => {
    expect(quantileOf([1, 3, 4, 8, 20], part)).toBeCloseTo(value, 12)
  })

  it('of one number is that number', () => expect(quantileOf([7], 0.3)).toBe(7))
})

describe('moments', () => {
  it('are SKEW and KURT as the manual of Excel gives them for its example', () => {
    const { skewness, kurtosis } = momentsOf(Float64Array.of(3, 4, 5, 2, 3, 4, 5, 6, 4, 7))
    expect(skewness).toBeCloseTo(0.359543, 6)
    expect(kurtosis).toBeCloseTo(-0.1517996, 6)
  })

  it('are 0 where there is nothing to measure', () => {
    expect(momentsOf(Float64Array.of(1, 2, 9))).toEqual({ skewness: 0, kurtosis: 0 })
    expect(momentsOf(Float64Array.of(5, 5, 5, 5, 5))).toEqual({ skewness: 0, kurtosis: 0 })
  })
})

describe('Box-Cox', () => {
  it('finds the λ that scipy.stats.boxcox finds for the airline passengers', () => {
    const { lambda, shift } = fitBoxCox(Float64Array.from(PASSENGERS).sort())
    expect(lambda).toBeCloseTo(0.148023, 5)
    expect(shift).toBe(0)
  })

  it('finds the logarithm for powers of two, and their square root for squares', () => {
    expect(fitBoxCox(Float64Array.of(1, 2, 4, 8, 16)).lambda).toBeCloseTo(0, 5)
    expect(boxCox(4, { kind: 'box_cox', least: 1, shift: 0, lambda: 0.5 })).toBeCloseTo(2, 12)
    expect(boxCox(Math.E, { kind: 'box_cox', least: 1, shift: 0, lambda: 0 })).toBeCloseTo(1, 12)
  })

  it('moves values of 0 and less so that the least is 1, and takes what is below it for the least', () => {
    const treatment = fitBoxCox(Float64Array.of(-3, 0, 5, 100))
    expect(treatment).toMatchObject({ least: -3, shift: 4 })
    expect(boxCox(-3, treatment)).toBeCloseTo(0, 12)
    expect(boxCox(-50, treatment)).toBeCloseTo(0, 12)
  })

  const rule = { kind: 'box_cox', skewnessLimit: 2, kurtosisLimit: 3.5 } as const
  const tail = [1, 1, 2, 2, 3, 3, 4, 5, 6, 500]

  it('is applied only where skewness and kurtosis both exceed their limits', () => {
    expect(fit(tail, { outliers: [rule] })?.treatments).toMatchObject([{ kind: 'box_cox' }])
    expect(fit(tail, { outliers: [{ ...rule, skewnessLimit: 4 }] })?.treatments).toEqual([])
    expect(fit(tail, { outliers: [{ ...rule, kurtosisLimit: 11 }] })?.treatments).toEqual([])
    expect(fit([1, 2, 3, 4, 5], { outliers: [rule] })?.treatments).toEqual([])
  })

  it('keeps the order of values', () => {
    const { treatments = [], sorted } = fit(tail, { outliers: [rule] }) ?? { sorted: [] }
    const treated = tail.map((value) => treatments.reduce(treat, value))
    expect(treated).toEqual([...treated].sort((a, b) => a - b))
    expect([...sorted]).toEqual(treated)
  })
})

describe('a distribution', () => {
  it('knows count, ends, mean and deviation of the sample of what is known', () => {
    expect(fit([2, Number.NaN, 4, 4, 4, 5, 5, 7, 9])).toMatchObject({ count: 8, min: 2, max: 9, mean: 5, quantile: 4.5 })
    expect(fit([2, 4, 4, 4, 5, 5, 7, 9])?.deviation).toBeCloseTo(Math.sqrt(32 / 7), 12)
    expect(fit([3])).toMatchObject({ count: 1, deviation: 0 })
    expect(fit([Number.NaN])).toBeNull()
    expect(fit([])).toBeNull()
  })

  it('winsorises at the quantiles of the cohort', () => {
    const winsorised = fit([0, 10, 20, 30, 1000], { outliers: [{ kind: 'winsorise', lower: 0.25, upper: 0.75 }] })
    expect(winsorised?.treatments).toEqual([{ kind: 'clamp', low: 10, high: 30 }])
    expect([...(winsorised?.sorted ?? [])]).toEqual([10, 10, 20, 30, 30])
  })

  it('applies treatments in their order', () => {
    const outliers = [
      { kind: 'log', offset: 1 },
      { kind: 'winsorise', lower: 0, upper: 0.5 },
    ] as const
    const both = fit([0, Math.E - 1, Math.E ** 2 - 1, -1, -7], { outliers })
    // −1 and −7 have no logarithm and count as missing.
    expect(both?.count).toBe(3)
    expect([...(both?.sorted ?? [])].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([0, 1, 1])
    expect(fit([-5, -6], { outliers })).toBeNull()
  })

  it('imputes by a quantile of treated values that is not the quantile of the method', () => {
    const both = fit([0, 1, 2, 3, 100], {
      outliers: [{ kind: 'winsorise', lower: 0, upper: 0.75 }],
      normalise: { kind: 'log_scale', quantile: 1 },
      missing: { kind: 'impute', quantile: 0.25 },
    })
    expect(both).toMatchObject({ quantile: 3, standIn: 1 })
  })
})
