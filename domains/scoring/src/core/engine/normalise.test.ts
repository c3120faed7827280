import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Distribution, fitDistribution } from './distribution.ts'
import type { Indicator, Normalisation } from './model.ts'
import { normalise, positionIn } from './normalise.ts'
import { indicatorOf } from './test-models.ts'

const COHORT = [2, 4, 4, 4, 5, 5, 7, 9]

/** What each value of the cohort, or another, reaches by a method. */
function reached(
  rule: Normalisation,
  values: readonly number[],
  direction: Indicator['direction'] = 'higher',
  cohort: readonly number[] = COHORT,
): number[] {
  const indicator = indicatorOf('x', { normalise: rule, direction })
  const distribution = fitDistribution(Float64Array.from(cohort), indicator) as Distribution
  return values.map((value) => normalise(value, indicator, distribution))
}

const LADDER: Normalisation = {
  kind: 'ladder',
  below: 0.1,
  steps: [
    { from: 0, points: 0.4 },
    { from: 10, points: 1 },
  ],
}
const FALLING: Normalisation = {
  kind: 'ladder',
  below: 1,
  steps: [
    { from: 5, points: 0.5 },
    { from: 20, points: 0 },
  ],
}
const DEVIATION = Math.sqrt(32 / 7)

describe('every method against values worked out by hand', () => {
  it.each<[string, Normalisation, Indicator['direction'], readonly number[], readonly number[]]>([
    ['the step reached, its lower bound included', LADDER, 'higher', [-1, 0, 9.99, 10, 400], [0.1, 0.4, 0.4, 1, 1]],
    ['points that fall where lower is better', FALLING, 'lower', [0, 5, 19, 20], [1, 0.5, 0.5, 0]],
    ['fixed goalposts, cut off', { kind: 'goalposts', low: 20, high: 85, log: false }, 'higher', [10, 20, 52.5, 85, 90], [0, 0, 0.5, 1, 1]],
    ['goalposts turned over', { kind: 'goalposts', low: 0, high: 10, log: false }, 'lower', [-1, 0, 4, 10, 12], [1, 1, 0.6, 0, 0]],
    ['goalposts on logarithms', { kind: 'goalposts', low: 1, high: 100, log: true }, 'higher', [0, 1, 10, 100, 1000], [0, 0, 0.5, 1, 1]],
    ['logarithms turned over', { kind: 'goalposts', low: 1, high: 100, log: true }, 'lower', [-5, 1, 10, 100], [1, 1, 0.5, 0]],
    ['the range of the cohort', { kind: 'min_max' }, 'higher', [1, 2, 5.5, 9, 12], [0, 0, 0.5, 1, 1]],
    ['the range turned over', { kind: 'min_max' }, 'lower', [2, 5.5, 9], [1, 0.5, 0]],
    [
      'deviations from the mean',
      { kind: 'z_score', perDeviation: 0.2 },
      'higher',
      [5, 5 + DEVIATION, 5 - 2 * DEVIATION, 5 + 3 * DEVIATION],
      [0.5, 0.7, 0.1, 1],
    ],
    ['deviations turned over', { kind: 'z_score', perDeviation: 0.2 }, 'lower', [5, 5 + DEVIATION, 5 + 3 * DEVIATION], [0.5, 0.3, 0]],
    [
      'percentiles: below and half of the equal',
      { kind: 'percentile' },
      'higher',
      [1, 2, 4, 5, 6, 9, 10],
      [0, 0.0625, 0.3125, 0.625, 0.75, 0.9375, 1],
    ],
    ['percentiles turned over', { kind: 'percentile' }, 'lower', [2, 4, 9], [0.9375, 0.6875, 0.0625]],
    [
      'ranks: 9 is first, 4 fifth to seventh shares the fifth',
      { kind: 'rank' },
      'higher',
      [9, 7, 5, 4, 2, 1, 10],
      [1, 6 / 7, 5 / 7, 3 / 7, 0, 0, 1],
    ],
    [
      'ranks from below: 2 is first, 4 second to fourth shares the second',
      { kind: 'rank' },
      'lower',
      [2, 4, 5, 7, 9, 10, 1],
      [1, 6 / 7, 3 / 7, 1 / 7, 0, 0, 1],
    ],
    ['Borda: duels won, half for the other equal', { kind: 'borda' }, 'higher', [2, 4, 5, 9], [0, 2 / 7, 4.5 / 7, 1]],
    ['Borda turned over', { kind: 'borda' }, 'lower', [2, 4, 5, 9], [1, 5 / 7, 2.5 / 7, 0]],
    ['distance to a target', { kind: 'distance', target: 8 }, 'higher', [-1, 0, 2, 8, 9], [0, 0, 0.25, 1, 1]],
    [
      'distance to a target that lower values meet',
      { kind: 'distance', target: 8 },
      'lower',
      [-1, 0, 8, 10, 16, 80],
      [1, 1, 1, 0.8, 0.5, 0.1],
    ],
    ['distance to the best', { kind: 'distance', target: 'best' }, 'higher', [0, 4.5, 9, 20], [0, 0.5, 1, 1]],
    ['distance to the best, the least', { kind: 'distance', target: 'best' }, 'lower', [1, 2, 4, 8], [1, 1, 0.5, 0.25]],
    ['logarithms up to the quantile', { kind: 'log_scale', quantile: 1 }, 'higher', [-3, 0, Math.sqrt(10) - 1, 9, 50], [0, 0, 0.5, 1, 1]],
    ['logarithms up to the quantile turned over', { kind: 'log_scale', quantile: 1 }, 'lower', [0, Math.sqrt(10) - 1, 9], [1, 0.5, 0]],
  ])('%s', (_, rule, direction, values, expected) => {
    for (const [index, part] of reached(rule, values, direction).entries()) expect(part).toBeCloseTo(expected[index] as number, 12)
  })
})

describe('a cohort that says little', () => {
  it.each<[string, Normalisation, readonly number[], number, number]>([
    ['all the same', { kind: 'min_max' }, [3, 3, 3], 3, 0.5],
    ['all the same', { kind: 'z_score', perDeviation: 0.2 }, [3, 3, 3], 3, 0.5],
    ['all the same', { kind: 'percentile' }, [3, 3, 3], 3, 0.5],
    ['all the same', { kind: 'rank' }, [3, 3, 3], 3, 1],
    ['all the same', { kind: 'borda' }, [3, 3, 3], 3, 0.5],
    ['alone', { kind: 'percentile' }, [3], 3, 0.5],
    ['alone', { kind: 'rank' }, [3], 3, 1],
    ['alone', { kind: 'borda' }, [3], 3, 0.5],
    ['the best is 0', { kind: 'distance', target: 'best' }, [-4, 0], 0, 1],
    ['below a best of 0', { kind: 'distance', target: 'best' }, [-4, 0], -4, 0],
    ['nearly all 0: whoever has something reaches the quantile of 0', { kind: 'log_scale', quantile: 0.5 }, [0, 0, 0, 7], 7, 1],
    ['nearly all 0', { kind: 'log_scale', quantile: 0.5 }, [0, 0, 0, 7], 0, 0],
    ['a quantile that is nothing beside 1', { kind: 'log_scale', quantile: 1 }, [0, 5e-324], 5e-324, 1],
  ])('%s: %o', (_, rule, cohort, value, expected) => {
    expect(reached(rule, [value], 'higher', cohort)).toEqual([expected])
  })
})

describe('every method', () => {
  const RULES: readonly Normalisation[] = [
    LADDER,
    FALLING,
    { kind: 'goalposts', low: 0, high: 10, log: false },
    { kind: 'goalposts', low: 1, high: 10, log: true },
    { kind: 'min_max' },
    { kind: 'z_score', perDeviation: 0.2 },
    { kind: 'percentile' },
    { kind: 'rank' },
    { kind: 'borda' },
    { kind: 'distance', target: 'best' },
    { kind: 'distance', target: 3 },
    { kind: 'log_scale', quantile: 0.95 },
  ]
  // From the smallest number that there is to a trillion.
  const value = fc.oneof(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.constantFrom(0, 5e-324, 1e-16, 1, 1 + 2 ** -52))

  it.each(RULES)('gives each value a part from 0 to 1 that does not fall while it gets better: %j', (rule) => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), value, value, (cohort, one, other) => {
        const [low, high] = reached(rule, [Math.min(one, other), Math.max(one, other)], 'higher', cohort) as [number, number]
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        if (rule !== FALLING) expect(high).toBeGreaterThanOrEqual(low)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a position among ascending values', () => {
  it('counts those below and those equal, however many', () => {
    const many = Float64Array.of(...Array(1000).fill(0), 1, 1, 2)
    expect([-1, 0, 0.5, 1, 2, 3].map((value) => positionIn(many, value))).toEqual([
      [0, 0],
      [0, 1000],
      [1000, 0],
      [1000, 2],
      [1002, 1],
      [1003, 0],
    ])
    expect(positionIn(new Float64Array(0), 1)).toEqual([0, 0])
  })
})
