import { describe, expect, it } from 'vitest'
import type { FactEvent } from './fact-table.ts'
import type { Deduction, Gate, Indicator, Model } from './model.ts'
import { runModel } from './run-model.ts'
import { STATUSES } from './score-table.ts'
import { branchOf, indicatorOf, modelOf, tableFor } from './test-models.ts'

const DAY = '2026-09-30'
const NONE = Number.NaN
const word = { zh: '字', en: 'word' }
const percent = { kind: 'goalposts', low: 0, high: 100, log: false } as const
const indicator = (code: string, rest: Partial<Indicator> = {}) => indicatorOf(code, { normalise: percent, ...rest })

/** Two dimensions: input (weight 3) of a and b, output (weight 1) of c; values are their own points. */
function modelWith(
  rest: Partial<Model> = {},
  { indicators = [], minimum = 0 }: { indicators?: Indicator[]; minimum?: number } = {},
): Model {
  const own = new Map(['a', 'b', 'c', 'extra'].map((code) => [code, indicator(code)]))
  for (const one of indicators) own.set(one.code, one)
  return modelOf(
    [...own.values()],
    branchOf(
      'root',
      [
        {
          weight: 3,
          branch: branchOf('input', [
            { weight: 1, indicator: 'a' },
            { weight: 1, indicator: 'b' },
          ]),
        },
        { weight: 1, branch: branchOf('output', [{ weight: 1, indicator: 'c' }]) },
      ],
      { minimumCoverage: minimum },
    ),
    rest,
  )
}

type Facts = Readonly<Record<string, number | null>>

function scoreOf(model: Model, facts: Facts, events: readonly Omit<FactEvent, 'id'>[] = []) {
  const table = tableFor(
    model,
    [{ id: 'e', facts }],
    events.map((event) => ({ id: 'e', ...event })),
  )
  const { scores } = runModel(model, table, DAY)
  return {
    ...scores,
    status: STATUSES[scores.status[0] as number],
    steps: scores.steps[0] as number,
    points: (scores.steps[0] as number) / 10,
  }
}

describe('a total', () => {
  it('is the weighted mean of branches, level by level', () => {
    expect(scoreOf(modelWith(), { a: 40, b: 80, c: 20 })).toMatchObject({ status: 'scored', points: 50 })
  })

  it('leaves the weight of what is missing to the others of its branch, never counting it as 0', () => {
    expect(scoreOf(modelWith(), { a: 40, b: null, c: 20 }).points).toBe(35)
    expect(scoreOf(modelWith(), { a: 40, b: 0, c: 20 }).points).toBe(20)
    expect(scoreOf(modelWith(), { a: null, b: null, c: 20 }).points).toBe(20)
    expect(scoreOf(modelWith(), { a: null, b: null, c: null })).toMatchObject({ status: 'low_coverage', steps: NONE })
  })

  it('needs the coverage that each level asks for', () => {
    // Half of input and all of output: (3 × ½ + 1) ÷ 4.
    const facts = { a: 40, b: null, c: 20 }
    expect(scoreOf(modelWith({}, { minimum: 0.625 }), facts)).toMatchObject({ status: 'scored' })
    expect(scoreOf(modelWith({}, { minimum: 0.63 }), facts)).toMatchObject({ status: 'low_coverage', steps: NONE })
    const strict = modelWith()
    const [input, output] = strict.root.children as [{ weight: 3; branch: Model['root'] }, { weight: 1; branch: Model['root'] }]
    const root = { ...strict.root, children: [{ ...input, branch: { ...input.branch, minimumCoverage: 0.6 } }, output] }
    // Input is missing as a whole; output carries all.
    expect(scoreOf({ ...strict, root }, facts).points).toBe(20)
  })

  it('reaches a coverage that sums of weights miss by their last digit', () => {
    const codes = Array.from({ length: 10 }, (_, index) => `i${index}`)
    const model = modelOf(
      codes.map((code) => indicator(code)),
      branchOf(
        'root',
        codes.map((code) => ({ weight: 0.1, indicator: code })),
        { minimumCoverage: 0.8 },
      ),
    )
    const facts = Object.fromEntries(codes.map((code, index) => [code, index < 8 ? 50 : null]))
    expect(scoreOf(model, facts)).toMatchObject({ status: 'scored', points: 50 })
  })

  it('goes by the weights of the stage', () => {
    const model: Model = {
      ...modelWith(),
      stages: [
        { code: 'young', name: word, when: [{ fact: 'age', is: '<', value: 3 }] },
        { code: 'old', name: word, when: [{ fact: 'age', is: '<', value: 99 }] },
      ],
      root: branchOf('root', [
        { weight: { young: 1, old: 3 }, indicator: 'a' },
        { weight: { young: 1, old: 1 }, indicator: 'b' },
        { weight: { old: 1 }, indicator: 'c' },
      ]),
    }
    expect(scoreOf(model, { a: 10, b: 30, c: 100, age: 2 }).points).toBe(20)
    expect(scoreOf(model, { a: 10, b: 30, c: 100, age: 3 }).points).toBe(32)
    expect(scoreOf(model, { a: 10, b: 30, c: 100, age: null })).toMatchObject({ status: 'no_stage', steps: NONE })
    const refusing = {
      ...model,
      indicators: [...model.indicators.filter(({ code }) => code !== 'c'), indicator('c', { missing: { kind: 'refuse' } })],
    }
    expect(scoreOf(refusing, { a: 10, b: 30, c: null, age: 9 })).toMatchObject({ status: 'missing_fact', steps: NONE })
    // c has no weight for the young.
    expect(scoreOf(refusing, { a: 10, b: 30, c: null, age: 2 })).toMatchObject({ status: 'scored', points: 20 })
  })
})

describe('imputation', () => {
  it('takes the quantile of the treated values of the cohort, marks it, and does not count it as covered', () => {
    const imputed = indicator('b', {
      outliers: [{ kind: 'winsorise', lower: 0, upper: 0.5 }],
      missing: { kind: 'impute', quantile: 1 },
    })
    const model = modelWith({}, { indicators: [imputed] })
    const rows = [
      { id: 'e1', facts: { a: 0, b: 10, c: 0 } },
      { id: 'e2', facts: { a: 0, b: 20, c: 0 } },
      { id: 'e3', facts: { a: 0, b: 99, c: 0 } },
      { id: 'e4', facts: { a: 0, b: null, c: 0 } },
    ]
    const { scores } = runModel(model, tableFor(model, rows), DAY)
    expect([...(scores.parts[1] ?? [])]).toEqual([0.1, 0.2, 0.2, 0.2])
    expect([...(scores.imputed[1] ?? [])]).toEqual([0, 0, 0, 1])
    expect([...(scores.branches[1]?.coverage ?? [])]).toEqual([1, 1, 1, 0.5])
    expect([...scores.steps]).toEqual([38, 75, 75, 75])
    const strict = { ...model, root: { ...model.root, minimumCoverage: 0.7 } }
    expect(STATUSES[runModel(strict, tableFor(strict, rows), DAY).scores.status[3] as number]).toBe('low_coverage')
  })

  it('has nothing to take where nobody has a value', () => {
    const model = modelWith({}, { indicators: [indicator('b', { missing: { kind: 'impute', quantile: 0.5 } })] })
    expect(scoreOf(model, { a: 40, b: null, c: 20 }).points).toBe(35)
  })
})

describe('a bonus', () => {
  const bonus = {
    cap: 6,
    items: [
      { indicator: 'extra', points: 4 },
      { indicator: 'c', points: 10 },
    ],
  }

  it.each([
    [{ extra: 50, c: 20 }, 4, 39],
    [{ extra: 100, c: 100 }, 6, 61],
    [{ extra: null, c: 0 }, 0, 30],
  ])('of %o is %d points, the total %d', (facts, points, total) => {
    const score = scoreOf(modelWith({ bonus }), { a: 40, b: 40, ...facts })
    expect(score.bonus[0]).toBeCloseTo(points, 12)
    expect(score.points).toBe(total)
  })

  it('can lift a total above the scale', () => {
    expect(scoreOf(modelWith({ bonus }), { a: 100, b: 100, c: 100, extra: 100 }).points).toBe(106)
  })
})

describe('deductions', () => {
  const penalty = (rest: Partial<Deduction>): Deduction => ({
    code: 'penalty',
    name: word,
    points: 10,
    expiresAfterDays: 365,
    repairedRatio: 0.4,
    isVeto: false,
    certainty: 'to_confirm',
    ...rest,
  })
  const items = [
    penalty({}),
    penalty({ code: 'arrears', points: 5, expiresAfterDays: null }),
    penalty({ code: 'fraud', points: 1, isVeto: true }),
  ]
  const model = modelWith({ deductions: { cap: 18, items } })
  const facts = { a: 50, b: 50, c: 50 }
  const event = (code: string, on: string, repairedOn: string | null = null) => ({ code, on, repairedOn })

  it.each<[string, readonly Omit<FactEvent, 'id'>[], number]>([
    ['none', [], 0],
    ['one', [event('penalty', '2026-05-01')], 10],
    ['on the day itself', [event('penalty', '2026-09-30')], 10],
    ['not yet', [event('penalty', '2026-10-01')], 0],
    ['on its last day', [event('penalty', '2025-10-01')], 10],
    ['expired after 365 days', [event('penalty', '2025-09-30')], 0],
    ['never expiring', [event('arrears', '2001-01-01')], 5],
    ['repaired', [event('penalty', '2026-05-01', '2026-06-01')], 4],
    ['repaired on the day', [event('penalty', '2026-05-01', '2026-09-30')], 4],
    ['repaired later', [event('penalty', '2026-05-01', '2026-10-01')], 10],
    ['two of a kind', [event('arrears', '2026-05-01'), event('arrears', '2026-05-01')], 10],
    ['up to the cap', [event('penalty', '2026-05-01'), event('penalty', '2026-06-01'), event('arrears', '2026-07-01')], 18],
    ['of an unknown code', [event('weather', '2026-05-01')], 0],
  ])('%s', (_, events, points) => {
    const score = scoreOf(model, facts, events)
    expect(score.deduction[0]).toBe(points)
    expect(score.points).toBe(50 - points)
  })

  it('never make a score negative', () => {
    expect(scoreOf(model, { a: 1, b: 1, c: 1 }, [event('penalty', '2026-05-01')])).toMatchObject({ status: 'scored', points: 0 })
  })

  it('exclude by veto until repaired or expired', () => {
    expect(scoreOf(model, facts, [event('fraud', '2026-05-01')])).toMatchObject({ status: 'vetoed', steps: NONE })
    expect(scoreOf(model, facts, [event('fraud', '2026-05-01', '2026-07-01')])).toMatchObject({ status: 'scored', points: 49.6 })
    expect(scoreOf(model, facts, [event('fraud', '2025-05-01')])).toMatchObject({ status: 'scored', points: 50 })
    expect(scoreOf(model, facts, [event('fraud', '2026-11-01')])).toMatchObject({ status: 'scored', points: 50 })
  })

  it('refuse a day that is none', () => {
    expect(() => scoreOf(model, facts, [event('fraud', 'May 2026')])).toThrow('fraud of e has the day May 2026')
  })
})

describe('gates', () => {
  const gate = (rest: Partial<Gate>): Gate => ({
    code: 'g',
    name: word,
    require: { branch: 'output', atLeast: 15 },
    otherwise: { atMost: 30 },
    ...rest,
  })
  const facts = { a: 60, b: 60, c: 14.9 }

  it.each<[string, Partial<Gate>[], Facts, number]>([
    ['cut a score', [{}], facts, 30],
    ['let pass what reaches them', [{}], { ...facts, c: 15 }, 48.8],
    ['let pass what reaches them as shown', [{}], { ...facts, c: 14.95 }, 48.7],
    ['raise nothing', [{ otherwise: { atMost: 80 } }], facts, 48.7],
    ['cut to the least', [{ otherwise: { atMost: 40 } }, { otherwise: { atMost: 20 } }, {}], facts, 20],
    ['ask for facts', [{ require: { fact: 'd', is: '>=', value: 1 } }], { ...facts, d: 1 }, 48.7],
    ['are shut to an unknown fact', [{ require: { fact: 'd', is: '>=', value: 1 } }], { ...facts, d: null }, 30],
    ['are shut to an unknown branch', [{}], { ...facts, c: null }, 30],
    ['give no score', [{ otherwise: 'no_score' }], facts, NONE],
    ['give no score, whatever others leave', [{}, { otherwise: 'no_score' }], facts, NONE],
  ])('%s', (_, gates, own, points) => {
    const score = scoreOf(modelWith({ gates: gates.map(gate) }), own)
    expect(score.points).toBe(points)
    expect(score.status).toBe(Number.isNaN(points) ? 'gated' : 'scored')
  })

  it('cut after bonus and deductions', () => {
    const bonus = { cap: 20, items: [{ indicator: 'extra', points: 20 }] }
    expect(scoreOf(modelWith({ gates: [gate({})], bonus }), { ...facts, extra: 100 }).points).toBe(30)
  })
})
