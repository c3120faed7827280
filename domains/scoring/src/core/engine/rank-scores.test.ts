import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankScores } from './rank-scores.ts'

const NONE = Number.NaN

describe('places', () => {
  it.each([
    ['best', [1, 1, 3, NONE, 4, 4, 4, 7]],
    ['worst', [2, 2, 3, NONE, 6, 6, 6, 7]],
    ['mean', [1.5, 1.5, 3, NONE, 5, 5, 5, 7]],
    ['dense', [1, 1, 2, NONE, 3, 3, 3, 4]],
  ] as const)('of equal scores: %s', (ties, expected) => {
    expect([...rankScores(Float64Array.of(90, 90, 80, NONE, 7, 7, 7, 0), ties)]).toEqual(expected)
  })

  it('are none where there is no score', () => {
    expect([...rankScores(Float64Array.of(NONE, NONE), 'best')]).toEqual([NONE, NONE])
    expect([...rankScores(new Float64Array(0), 'best')]).toEqual([])
  })

  it('count the higher ones, whether scores lie near together or not', () => {
    const near = fc.integer({ min: 0, max: 12 })
    const wide = fc.oneof(near, fc.integer({ min: -5_000_000, max: 9_000_000 }))
    const fractions = fc.oneof(near, fc.constantFrom(0.5, 3.25))
    const scores = fc.oneof(
      ...[near, wide, fractions].map((one) => fc.array(fc.oneof({ weight: 6, arbitrary: one }, fc.constant(NONE)), { maxLength: 40 })),
    )
    fc.assert(
      fc.property(scores, (list) => {
        const ranks = rankScores(Float64Array.from(list), 'best')
        for (const [row, score] of list.entries())
          expect(ranks[row]).toBe(Number.isNaN(score) ? NONE : 1 + list.filter((other) => other > score).length)
        const worst = rankScores(Float64Array.from(list), 'worst')
        const mean = rankScores(Float64Array.from(list), 'mean')
        for (const row of list.keys()) expect(mean[row]).toBe(((ranks[row] as number) + (worst[row] as number)) / 2)
        const known = [...mean].filter((place) => !Number.isNaN(place))
        expect(known.reduce((sum, place) => sum + place, 0)).toBe((known.length * (known.length + 1)) / 2)
      }),
    )
  })
})
