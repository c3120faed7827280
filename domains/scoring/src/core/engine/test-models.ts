import fc from 'fast-check'
import { type FactEvent, type FactRow, type FactTable, tableOf } from './fact-table.ts'
import { type Aggregation, type Branch, factRefsOf, type Indicator, type MissingRule, type Model, type Normalisation } from './model.ts'

const word = (code: string) => ({ zh: code, en: code })

/** An indicator that reads one fact of its own name. */
export function indicatorOf(code: string, rest: Partial<Indicator> = {}): Indicator {
  return {
    code,
    name: word(code),
    unit: '件',
    direction: 'higher',
    measure: { kind: 'fact', fact: code },
    outliers: [],
    normalise: { kind: 'percentile' },
    missing: { kind: 'exclude' },
    certainty: 'to_confirm',
    ...rest,
  }
}

export function branchOf(code: string, children: Branch['children'], rest: Partial<Branch> = {}): Branch {
  return { code, name: word(code), aggregate: { kind: 'arithmetic' }, minimumCoverage: 0, children, ...rest }
}

/** A model of the least that one needs: 100 points with one decimal, all one cohort. */
export function modelOf(indicators: readonly Indicator[], root: Branch, rest: Partial<Model> = {}): Model {
  return {
    format: 'jiju-model/1',
    code: 'example',
    version: '1',
    name: word('example'),
    validFrom: '2026-01-01',
    validTo: null,
    certainty: 'to_confirm',
    sources: [],
    scale: 100,
    decimals: 1,
    rounding: 'half_up',
    ties: 'best',
    cohort: 'all',
    facts: [],
    stages: [],
    indicators,
    root,
    bonus: null,
    deductions: { cap: 0, items: [] },
    gates: [],
    ...rest,
  }
}

const normalisations = fc.constantFrom<Normalisation>(
  { kind: 'percentile' },
  { kind: 'rank' },
  { kind: 'borda' },
  { kind: 'min_max' },
  { kind: 'z_score', perDeviation: 0.2 },
  { kind: 'goalposts', low: 0, high: 10, log: false },
  { kind: 'log_scale', quantile: 0.95 },
  { kind: 'distance', target: 'best' },
)
const means = fc.constantFrom<Aggregation>(
  { kind: 'arithmetic' },
  { kind: 'geometric' },
  { kind: 'harmonic' },
  { kind: 'power', exponent: 2 },
  { kind: 'power', exponent: -0.5 },
  { kind: 'outranking' },
)
const missing = fc.constantFrom<MissingRule>({ kind: 'exclude' }, { kind: 'impute', quantile: 0.5 }, { kind: 'refuse' })

const CODES = ['a', 'b', 'c', 'd', 'e', 'f'] as const

/** Models of two levels with stages, bonus, deductions and gates, each part drawn at random. */
export const models: fc.Arbitrary<Model> = fc
  .record({
    methods: fc.tuple(...CODES.map(() => fc.tuple(normalisations, missing, fc.constantFrom('higher' as const, 'lower' as const)))),
    weights: fc.tuple(...CODES.map(() => fc.integer({ min: 1, max: 9 }))),
    branchWeights: fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 9 }))),
    aggregates: fc.tuple(means, means, means),
    minimumCoverage: fc.constantFrom(0, 0.4),
    decimals: fc.constantFrom(0, 1, 3),
    rounding: fc.constantFrom('half_up' as const, 'half_even' as const),
    cohort: fc.constantFrom('stage' as const, 'all' as const),
  })
  .map(({ methods, weights, branchWeights, aggregates, minimumCoverage, decimals, rounding, cohort }) => {
    const indicators = CODES.map((code, place) => {
      const [normalise, rule, direction] = methods[place] as (typeof methods)[number]
      return indicatorOf(code, { normalise, missing: place < 4 && rule.kind === 'refuse' ? { kind: 'exclude' } : rule, direction })
    })
    const leaf = (code: string, place: number) => ({ weight: weights[place] as number, indicator: code })
    const [young = 1, youngOther = 1, old = 1, oldOther = 1] = branchWeights.map((weight) => weight + 1)
    const [top, left, right] = aggregates
    const root = branchOf(
      'root',
      [
        {
          weight: { young, old },
          branch: branchOf('left', [leaf('a', 0), leaf('b', 1), leaf('c', 2)], { aggregate: left, minimumCoverage }),
        },
        { weight: { young: youngOther, old: oldOther }, branch: branchOf('right', [leaf('d', 3), leaf('e', 4)], { aggregate: right }) },
      ],
      { aggregate: top },
    )
    return modelOf(indicators, root, {
      decimals,
      rounding,
      cohort,
      stages: [
        { code: 'young', name: word('young'), when: [{ fact: 'age', is: '<', value: 5 }] },
        { code: 'old', name: word('old'), when: [{ fact: 'age', is: '>=', value: 5 }] },
      ],
      bonus: { cap: 5, items: [{ indicator: 'f', points: 8 }] },
      deductions: {
        cap: 12,
        items: [
          {
            code: 'penalty',
            name: word('penalty'),
            points: 7.3,
            expiresAfterDays: 365,
            repairedRatio: 0.5,
            isVeto: false,
            certainty: 'to_confirm',
          },
          {
            code: 'fraud',
            name: word('fraud'),
            points: 3,
            expiresAfterDays: null,
            repairedRatio: 1,
            isVeto: true,
            certainty: 'to_confirm',
          },
        ],
      },
      gates: [
        { code: 'weak', name: word('weak'), require: { branch: 'left', atLeast: 20 }, otherwise: { atMost: 45 } },
        { code: 'unknown', name: word('unknown'), require: { fact: 'd', is: '>=', value: 1 }, otherwise: 'no_score' },
      ],
    })
  })

const value = fc.option(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 12, noNaN: true })), { freq: 6 })

/** Facts of three to fourteen enterprises for the models above, with gaps, ties and events. */
export const tables: fc.Arbitrary<FactTable> = fc
  .array(fc.record({ facts: fc.tuple(...CODES.map(() => value)), age: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 9 }) }), {
    minLength: 3,
    maxLength: 14,
  })
  .chain((list) =>
    fc
      .array(
        fc.record({
          place: fc.integer({ min: 0, max: list.length - 1 }),
          code: fc.constantFrom('penalty', 'penalty', 'penalty', 'fraud'),
          on: fc.constantFrom('2025-01-05', '2026-05-01', '2026-09-30', '2026-12-01'),
          repairedOn: fc.constantFrom(null, '2026-09-30'),
        }),
        { maxLength: 5 },
      )
      .map((drawn) => {
        const rows = list.map(
          ({ facts, age }, place): FactRow => ({
            id: `e${place}`,
            facts: { ...Object.fromEntries(CODES.map((code, at) => [code, facts[at]])), age },
          }),
        )
        const events = drawn.map(({ place, ...event }): FactEvent => ({ id: `e${place}`, ...event }))
        return tableOf(rows, [...CODES, 'age'], events)
      }),
  )

/** The table of rows for a model, from rows of facts. */
export function tableFor(model: Model, rows: readonly FactRow[], events: readonly FactEvent[] = []): FactTable {
  return tableOf(rows, factRefsOf(model), events)
}
