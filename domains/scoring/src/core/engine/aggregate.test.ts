import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanOf, partsOfMean } from './aggregate.ts'

const MEANS = [
  { kind: 'arithmetic' },
  { kind: 'geometric' },
  { kind: 'harmonic' },
  { kind: 'power', exponent: 2 },
  { kind: 'power', exponent: -2 },
  { kind: 'power', exponent: 0.5 },
] as const

describe('means', () => {
  it.each([
    [{ kind: 'arithmetic' }, [0.2, 0.8], [1, 3], 0.65],
    [{ kind: 'geometric' }, [0.25, 1], [1, 1], 0.5],
    [{ kind: 'geometric' }, [0.125, 1], [1, 2], 0.5],
    [{ kind: 'harmonic' }, [0.5, 1], [1, 1], 2 / 3],
    [{ kind: 'harmonic' }, [0.25, 0.5], [1, 3], 0.4],
    [{ kind: 'power', exponent: 2 }, [0.6, 0.8], [1, 1], Math.SQRT1_2],
    [{ kind: 'power', exponent: 1 }, [0.2, 0.8], [1, 1], 0.5],
    [{ kind: 'power', exponent: 0 }, [0.25, 1], [1, 1], 0.5],
    [{ kind: 'power', exponent: -1 }, [0.5, 1], [1, 1], 2 / 3],
    [{ kind: 'arithmetic' }, [0, 1], [1, 1], 0.5],
    [{ kind: 'geometric' }, [0, 1], [1, 1], 0],
    [{ kind: 'harmonic' }, [0, 1], [1, 1], 0],
    [{ kind: 'power', exponent: -2 }, [0, 1], [1, 1], 0],
    [{ kind: 'power', exponent: 0.5 }, [0, 1], [1, 1], 0.25],
    [{ kind: 'geometric' }, [0, 0.5], [0, 1], 0.5],
  ] as const)('%o of %o with weights %o is %d', (aggregate, values, weights, expected) => {
    expect(meanOf(aggregate, values, weights)).toBeCloseTo(expected, 12)
  })

  const cases = fc
    .array(fc.record({ value: fc.double({ min: 0.001, max: 1, noNaN: true }), weight: fc.integer({ min: 0, max: 9 }) }), {
      minLength: 1,
      maxLength: 8,
    })
    .filter((list) => list.some(({ weight }) => weight > 0))

  it.each(MEANS)('%o lies between its values, grows with each, and is made of its parts', (aggregate) => {
    fc.assert(
      fc.property(cases, fc.nat(), fc.double({ min: 0, max: 0.5, noNaN: true }), (list, at, more) => {
        const values = list.map(({ value }) => value)
        const weights = list.map(({ weight }) => weight)
        const mean = meanOf(aggregate, values, weights)
        const counted = values.filter((_, index) => weights[index] !== 0)
        expect(mean).toBeGreaterThanOrEqual(Math.min(...counted) - 1e-12)
        expect(mean).toBeLessThanOrEqual(Math.max(...counted) + 1e-12)
        const raised = values.map((value, index) => (index === at % values.length ? value + more : value))
        expect(meanOf(aggregate, raised, weights)).toBeGreaterThanOrEqual(mean - 1e-12)
        const parts = partsOfMean(aggregate, values, weights)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(mean, 12)
        for (const [index, part] of parts.entries()) expect(part > 0).toBe(weights[index] !== 0)
      }),
      { numRuns: 300 },
    )
  })

  it('orders the means as their exponents', () => {
    fc.assert(
      fc.property(cases, (list) => {
        const of = (exponent: number) =>
          meanOf(
            { kind: 'power', exponent },
            list.map(({ value }) => value),
            list.map(({ weight }) => weight),
          )
        const means = [-2, -1, 0, 0.5, 1, 2].map(of)
        for (const [index, mean] of means.entries())
          if (index > 0) expect(mean).toBeGreaterThanOrEqual((means[index - 1] as number) - 1e-12)
      }),
    )
  })
})
