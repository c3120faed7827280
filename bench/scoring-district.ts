/** Enterprises and a model of forty indicators for the scoring benchmark: seeded, mixed methods, three stages, one value in twenty missing. */
import type { FactTable } from '@jiju/scoring/core/engine/fact-table'
import type { Branch, Indicator, Model, Normalisation, OutlierRule, Stage, Words } from '@jiju/scoring/core/engine/model'
import { seededRandom } from './bench.ts'

const INDICATORS = 40
const BRANCHES = 4
const MISSING = 0.05
const EVENTS_PER_ENTERPRISE = 0.02

type Method = { readonly normalise: Normalisation; readonly outliers: readonly OutlierRule[] }

const METHODS: readonly Method[] = [
  { normalise: { kind: 'percentile' }, outliers: [] },
  { normalise: { kind: 'min_max' }, outliers: [{ kind: 'winsorise', lower: 0.05, upper: 0.95 }] },
  { normalise: { kind: 'log_scale', quantile: 0.95 }, outliers: [] },
  {
    normalise: {
      kind: 'ladder',
      below: 0,
      steps: [
        { from: 5, points: 0.25 },
        { from: 20, points: 0.5 },
        { from: 80, points: 0.75 },
        { from: 320, points: 1 },
      ],
    },
    outliers: [],
  },
]

/** Percentiles, winsorised ranges, logarithmic scales and ladders in turn; weights differ by stage. */
export const SCORING_MODEL: Model = {
  format: 'jiju-model/1',
  code: 'bench',
  version: '1',
  name: words('Benchmark'),
  validFrom: '2026-01-01',
  validTo: null,
  certainty: 'to_confirm',
  sources: [{ title: 'seeded' }],
  scale: 100,
  decimals: 2,
  rounding: 'half_up',
  ties: 'best',
  cohort: 'stage',
  facts: ['age', ...Array.from({ length: INDICATORS }, (_, index) => `f${index}`)].map((code) => ({ code, name: words(code), unit: '1' })),
  stages: [stage('start', -1), stage('growth', 5), stage('mature', 10)].reverse(),
  indicators: Array.from({ length: INDICATORS }, (_, index) => indicator(index)),
  root: {
    code: 'total',
    name: words('total'),
    aggregate: { kind: 'arithmetic' },
    minimumCoverage: 0.5,
    children: Array.from({ length: BRANCHES }, (_, index) => ({ weight: index + 1, branch: branch(index) })),
  },
  bonus: { cap: 5, items: [{ indicator: 'i0', points: 5 }] },
  deductions: {
    cap: 20,
    items: [
      { code: 'fine', name: words('fine'), points: 4, expiresAfterDays: 365, repairedRatio: 0.5, isVeto: false, certainty: 'to_confirm' },
    ],
  },
  gates: [{ code: 'half', name: words('half'), require: { branch: 'b0', atLeast: 20 }, otherwise: { atMost: 60 } }],
}

/** The same model with other weights: what somebody tries at the sliders. */
export function reweighed(model: Model): Model {
  return {
    ...model,
    root: { ...model.root, children: model.root.children.map((child, index) => ({ ...child, weight: BRANCHES - index })) },
  }
}

/** Facts of so many enterprises: spread over five powers of ten, a tenth of them 0. */
export function scoringFacts(enterprises: number): FactTable {
  const random = seededRandom(enterprises)
  const ids = Array.from({ length: enterprises }, (_, index) => `E${String(index).padStart(7, '0')}`)
  const columns = new Map([['age', Float64Array.from(ids, () => Math.floor(random() * 20))]])
  for (let index = 0; index < INDICATORS; index += 1) {
    columns.set(
      `f${index}`,
      Float64Array.from(ids, () => {
        const draw = random()
        if (draw < MISSING) return Number.NaN
        return draw < MISSING + 0.1 ? 0 : Math.exp((random() + random() + random()) * 4) - 1
      }),
    )
  }
  const events = ids
    .filter(() => random() < EVENTS_PER_ENTERPRISE)
    .map((id) => ({ id, code: 'fine', on: `2026-0${1 + Math.floor(random() * 9)}-15`, repairedOn: null }))
  return { ids, columns, events }
}

function stage(code: string, from: number): Stage {
  return { code, name: words(code), when: [{ fact: 'age', is: '>=', value: from }] }
}

function indicator(index: number): Indicator {
  return {
    code: `i${index}`,
    name: words(`i${index}`),
    unit: '1',
    direction: index % 8 === 4 ? 'lower' : 'higher',
    measure: { kind: 'fact', fact: `f${index}` },
    ...(METHODS[index % METHODS.length] as Method),
    missing: { kind: 'exclude' },
    certainty: 'to_confirm',
  }
}

function branch(place: number): Branch {
  const own = Array.from({ length: INDICATORS / BRANCHES }, (_, index) => `i${index * BRANCHES + place}`)
  return {
    code: `b${place}`,
    name: words(`b${place}`),
    aggregate: { kind: 'arithmetic' },
    minimumCoverage: 0.4,
    children: own.map((code, index) => ({ indicator: code, weight: { start: 1 + index, growth: 5, mature: 11 - index } })),
  }
}

function words(text: string): Words {
  return { zh: text, en: text }
}
