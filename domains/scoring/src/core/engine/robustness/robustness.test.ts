import { describe, expect, it } from 'vitest'
import type { FactRow } from '../fact-table.ts'
import type { Model } from '../model.ts'
import { runModel } from '../run-model.ts'
import { branchOf, indicatorOf, modelOf, tableFor } from '../test-models.ts'
import { disturbWeights } from './disturb-weights.ts'
import { measureRobustness, type RobustnessSettings } from './measure-robustness.ts'
import { randomOf } from './random.ts'
import { sobolIndices } from './sobol.ts'
import { tailOf } from './tails.ts'

/** Asks until it is done. */
function finish<Result>(work: Generator<number, Result, void>): Result {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

describe('drawn numbers', () => {
  it('are those of xoshiro128** filled by splitmix32', () => {
    const random = randomOf(2026)
    // From an implementation of its own in another language.
    expect(Array.from({ length: 4 }, random.uniform)).toEqual([
      0.34648484466415785, 0.4495007020200845, 0.016460539417740838, 0.33609988104312705,
    ])
  })

  it('have the mean and variance of their distribution', () => {
    const random = randomOf(7)
    for (const shape of [0.4, 1, 6]) {
      const values = Array.from({ length: 40_000 }, () => random.gamma(shape))
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
      expect(mean / shape).toBeCloseTo(1, 1)
      expect(variance / shape).toBeCloseTo(1, 0.9)
    }
  })
})

describe('Sobol indices', () => {
  it('are those of the Ishigami function', () => {
    const angle = (part: number) => Math.PI * (2 * part - 1)
    const ishigami = ([a = 0, b = 0, c = 0]: ArrayLike<number> & Iterable<number>) =>
      Math.sin(angle(a)) + 7 * Math.sin(angle(b)) ** 2 + 0.1 * angle(c) ** 4 * Math.sin(angle(a))
    const { mean, variance, indices } = finish(sobolIndices(ishigami, { factors: 3, base: 16_384, random: randomOf(1) }))
    expect(Math.abs(mean - 3.5)).toBeLessThan(0.08)
    // V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2 with a = 7, b = 0.1 (Ishigami and Homma 1990).
    expect(variance / 13.8446).toBeCloseTo(1, 1)
    for (const [place, [first, total]] of [
      [0.3139, 0.5576],
      [0.4424, 0.4424],
      [0, 0.2437],
    ].entries()) {
      const found = indices[place]
      expect(Math.abs((found?.first ?? 1) - (first as number))).toBeLessThan(Math.min(0.04, 4 * (found?.firstError ?? 0)))
      expect(Math.abs((found?.total ?? 1) - (total as number))).toBeLessThan(Math.min(0.03, 4 * (found?.totalError ?? 0)))
    }
  })

  it('are the squared slopes of a linear function, alone and in total', () => {
    const slopes = [4, 2, 1, 0]
    const { indices } = finish(
      sobolIndices((point) => slopes.reduce((sum, slope, place) => sum + slope * (point[place] as number), 3), {
        factors: 4,
        base: 8192,
        random: randomOf(5),
      }),
    )
    for (const [place, slope] of slopes.entries()) {
      expect(indices[place]?.first).toBeCloseTo(slope ** 2 / 21, 1)
      expect(indices[place]?.total).toBeCloseTo(slope ** 2 / 21, 1)
    }
    expect(indices[3]).toMatchObject({ first: 0, total: 0 })
  })
})

describe('the tail', () => {
  it('keeps the lowest or highest of each row', () => {
    const low = tailOf(2, 3, 'lowest')
    const high = tailOf(2, 3, 'highest')
    for (const value of [9, 4, 7, 1, 8, 2, 6]) for (const tail of [low, high]) tail.add(1, value)
    expect([low.innermost(1), high.innermost(1), low.innermost(0)]).toEqual([4, 7, Number.NaN])
  })
})

const PLAIN: RobustnessSettings = {
  seed: 11,
  draws: 200,
  holds: 0.9,
  noise: { kind: 'uniform', ratio: 0.1 },
  normalisations: ['model'],
  aggregations: ['model'],
  sobolBase: 0,
}

describe('the robustness of a run', () => {
  const goalposts = { kind: 'goalposts', low: 0, high: 100, log: false } as const
  const model = modelOf(
    [indicatorOf('a', { normalise: goalposts }), indicatorOf('b', { normalise: goalposts })],
    branchOf('root', [
      { weight: 1, indicator: 'a' },
      { weight: 1, indicator: 'b' },
    ]),
  )
  const measure = (own: Model, rows: readonly FactRow[], settings: Partial<RobustnessSettings> = {}) => {
    const table = tableFor(own, rows)
    return finish(
      measureRobustness(
        { model: own, table, asOf: '2026-09-30', scores: runModel(own, table, '2026-09-30').scores },
        { ...PLAIN, ...settings },
      ),
    )
  }
  const row = (id: string, a: number | null, b: number | null): FactRow => ({ id, facts: { a, b } })
  // 1 and 4 stand whatever the weights; 2 and 3 lie so near together that a tenth of weight turns them round.
  const rows = [row('1', 90, 90), row('2', 80, 20), row('3', 21, 80), row('4', 10, 10)]

  it('gives a place that never changes no width, and two that weights turn round both', () => {
    const { intervals } = measure(model, rows)
    expect([...intervals.all.best]).toEqual([1, 2, 2, 4])
    expect([...intervals.all.worst]).toEqual([1, 3, 3, 4])
  })

  it('gives no width at all without noise, and none to whom has no score', () => {
    const strict = { ...model, root: { ...model.root, minimumCoverage: 1 } }
    const { intervals } = measure(strict, [...rows, row('5', 50, null)], { noise: { kind: 'uniform', ratio: 0 } })
    for (const ends of [intervals.all, intervals.stage])
      for (const places of [ends.best, ends.worst]) expect([...places]).toEqual([1, 3, 2, 4, Number.NaN])
  })

  it('does not let who has just enough data drop out by other weights, nor who has too little come in', () => {
    const strict = { ...model, root: { ...model.root, minimumCoverage: 0.5 } }
    const { intervals, leaveOneOut } = measure(strict, [...rows, row('5', 95, null)])
    expect([intervals.all.best[4], intervals.all.worst[4]]).toEqual([1, 1])
    // Only where nothing is left of an enterprise it counts as last.
    expect(leaveOneOut.map(({ most }) => most)).toEqual([4, 1])
    const low = measure({ ...model, root: { ...model.root, minimumCoverage: 0.6 } }, [...rows, row('5', 95, null)], {
      noise: { kind: 'uniform', ratio: 0.9 },
    })
    expect([low.intervals.all.best[4], low.intervals.all.best[0]]).toEqual([Number.NaN, 1])
  })

  it('is the same for the same seed, and another for another', () => {
    const many = Array.from({ length: 40 }, (_, at) => row(String(at + 10), (at * 37) % 101, (at * 59) % 97))
    const settings = { normalisations: ['model', 'percentile', 'z_score'], aggregations: ['model', 'geometric'], draws: 60 } as const
    expect(measure(model, many, settings)).toEqual(measure(model, many, settings))
    expect(measure(model, many, { ...settings, seed: 12 })).not.toEqual(measure(model, many, settings))
    const wide = measure(model, many, { ...settings, noise: { kind: 'dirichlet', concentration: 5 } })
    const narrow = measure(model, many, {
      ...settings,
      noise: { kind: 'dirichlet', concentration: 5000 },
      normalisations: ['model'],
      aggregations: ['model'],
    })
    const width = ({ intervals }: typeof wide) =>
      intervals.all.worst.reduce((sum, worst, at) => sum + worst - (intervals.all.best[at] as number), 0)
    expect(width(wide)).toBeGreaterThan(3 * width(narrow))
  })

  it('tells what leaving one out moves: without b, 3 falls behind and 2 comes alone', () => {
    const { leaveOneOut } = measure(model, [row('1', 100, 0), row('2', 50, 60), row('3', 0, 100)])
    // Points 50, 55, 50: places 2 1 2; by a alone 1 2 3, by b alone 3 2 1.
    expect(leaveOneOut).toEqual([
      { indicator: 'a', mean: 1, most: 1, movedRatio: 1 },
      { indicator: 'b', mean: 1, most: 1, movedRatio: 1 },
    ])
  })

  it('finds that the choice that matters carries the sensitivity', () => {
    const many = Array.from({ length: 30 }, (_, at) => row(String(at + 10), ((at * 37) % 101) ** 2 / 100, (at * 59) % 97))
    const { sensitivity } = measure(model, many, {
      draws: 1,
      sobolBase: 128,
      noise: { kind: 'uniform', ratio: 0.001 },
      normalisations: ['model', 'percentile'],
    })
    expect(sensitivity?.factors.map(({ factor }) => factor)).toEqual([
      { kind: 'indicator_weight', code: 'a' },
      { kind: 'indicator_weight', code: 'b' },
      { kind: 'normalisation' },
    ])
    expect(sensitivity?.factors[2]?.total).toBeGreaterThan(0.9)
    expect(sensitivity?.factors[0]?.total).toBeLessThan(0.1)
  })

  it('says how far it is and can be stopped', () => {
    const table = tableFor(model, rows)
    const work = measureRobustness({ model, table, asOf: '2026-09-30', scores: runModel(model, table, '2026-09-30').scores }, PLAIN)
    const done = [work.next().value, work.next().value]
    expect(done).toEqual([1 / 202, 2 / 202])
    expect(work.return(undefined as never).done).toBe(true)
    expect(work.next().done).toBe(true)
  })

  it('draws weights around those of the model, stage by stage', () => {
    const staged = {
      ...model,
      root: branchOf('root', [
        { weight: { young: 1, old: 3 }, indicator: 'a' },
        { weight: 2, indicator: 'b' },
      ]),
    }
    const random = randomOf(3)
    const shares = Array.from({ length: 4000 }, () => {
      const [a, b] = disturbWeights(staged, { kind: 'dirichlet', concentration: 20 }, random).root.children.map(
        ({ weight }) => weight as Record<string, number>,
      )
      return (a?.old ?? 0) / ((a?.old ?? 0) + (b?.old ?? 0))
    })
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeCloseTo(0.6, 2)
  })
})
