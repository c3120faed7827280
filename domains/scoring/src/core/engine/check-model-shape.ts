import {
  byKind,
  choice,
  code,
  day,
  field,
  filled,
  list,
  nullOr,
  numberBetween,
  object,
  or,
  type Shape,
  text,
  wholeBetween,
  yesOrNo,
} from './check-model-kinds.ts'
import { MAX_DECIMALS } from './rounding.ts'

// The format of a model as it is checked, field by field: the same as the types of model.ts.

const ratio = numberBetween(0, 1)
const points = numberBetween(0, 1_000_000)
const words = object({ zh: filled, en: filled })
const certainty = choice('seen', 'second_hand', 'to_confirm')
const fact = filled

const citation = object({ title: filled }, { address: filled, note: filled })
const factDefinition = object({ code, name: words, unit: text })

const factCondition = object({ fact, is: choice('>', '>=', '<', '<=', '='), value: numberBetween() })
export const stage = object({ code, name: words, when: list(factCondition) })

const measure = byKind({
  fact: { fact },
  ratio: { numerator: fact, denominator: fact, factor: numberBetween() },
  growth: { now: fact, before: fact, factor: numberBetween() },
})

const outlierRule = byKind({
  winsorise: { lower: ratio, upper: ratio },
  log: { offset: numberBetween() },
  box_cox: { skewnessLimit: numberBetween(0), kurtosisLimit: numberBetween(0) },
})

const normalisation = byKind({
  ladder: { below: ratio, steps: list(object({ from: numberBetween(), points: ratio })) },
  goalposts: { low: numberBetween(), high: numberBetween(), log: yesOrNo },
  min_max: {},
  z_score: { perDeviation: numberBetween() },
  percentile: {},
  rank: {},
  borda: {},
  distance: { target: or(choice('best'), numberBetween()) },
  log_scale: { quantile: ratio },
})

const missingRule = byKind({ exclude: {}, impute: { quantile: ratio }, refuse: {} })

export const indicator = object(
  {
    code,
    name: words,
    unit: text,
    direction: choice('higher', 'lower'),
    measure,
    outliers: list(outlierRule),
    normalise: normalisation,
    missing: missingRule,
    certainty,
  },
  { note: words },
)

export const aggregation = byKind({
  arithmetic: {},
  geometric: {},
  harmonic: {},
  power: { exponent: numberBetween(-100, 100) },
  outranking: {},
})

/** One weight, or one by stage; whether they are negative or sum to 0 is asked of the branch. */
export const weight: Shape = (value, path, report) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return numberBetween()(value, path, report)
  for (const [key, own] of Object.entries(value)) numberBetween()(own, field(path, key), report)
}

/** Levels of branches: more would be a model that nobody reads. */
export const MAX_LEVELS = 12

function branchAt(level: number): Shape {
  return (value, path, report) => {
    if (level > MAX_LEVELS) return report(path, 'scoring.model_too_deep', { levels: MAX_LEVELS })
    object({ code, name: words, aggregate: aggregation, minimumCoverage: ratio, children: list(childAt(level)) })(value, path, report)
  }
}

function childAt(level: number): Shape {
  return (value, path, report) => {
    const hasBranch = typeof value === 'object' && value !== null && 'branch' in value
    const below = hasBranch ? { branch: branchAt(level + 1) } : { indicator: filled }
    object({ weight, ...below }, { certainty })(value, path, report)
  }
}

const bonus = object({ cap: points, items: list(object({ indicator: filled, points })) })

export const deduction = object({
  code,
  name: words,
  points,
  expiresAfterDays: nullOr(wholeBetween(1, 100_000)),
  repairedRatio: ratio,
  isVeto: yesOrNo,
  certainty,
})

const branchCondition = object({ branch: filled, atLeast: numberBetween(0) })

export const gate = object({
  code,
  name: words,
  require: (value, path, report) =>
    (typeof value === 'object' && value !== null && 'branch' in value ? branchCondition : factCondition)(value, path, report),
  otherwise: or(choice('no_score'), object({ atMost: numberBetween(0) })),
})

export const model = object({
  format: choice('jiju-model/1'),
  code,
  version: filled,
  name: words,
  validFrom: day,
  validTo: nullOr(day),
  certainty,
  sources: list(citation),
  scale: numberBetween(1, 1_000_000),
  decimals: wholeBetween(0, MAX_DECIMALS),
  rounding: choice('half_up', 'half_even'),
  ties: choice('best', 'worst', 'mean', 'dense'),
  cohort: choice('stage', 'all'),
  facts: list(factDefinition),
  stages: list(stage),
  indicators: list(indicator),
  root: branchAt(1),
  bonus: nullOr(bonus),
  deductions: object({ cap: points, items: list(deduction) }),
  gates: list(gate),
})
