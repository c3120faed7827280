import { z } from 'zod'

// The format of models for validators outside: contract/model.schema.json is made of it. What no field alone can say (references, orders,
// weights) is asked by checkModel of core/engine, which names every mistake; no route checks models with these schemas.

const Text = z.string().regex(/\S/)
const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)
const FactRef = Text.describe('Code of a fact; with @-1 after it the value of the period before.')
const Words = z.strictObject({ zh: Text, en: Text })
const Certainty = z.enum(['seen', 'second_hand', 'to_confirm'])
const Ratio = z.number().min(0).max(1)
const Points = z.number().min(0).max(1_000_000)

const FactCondition = z
  .strictObject({ fact: FactRef, is: z.enum(['>', '>=', '<', '<=', '=']), value: z.number() })
  .describe('A statement about one fact; a missing fact makes it false.')

const Measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fact'), fact: FactRef }),
  z
    .strictObject({ kind: z.literal('ratio'), numerator: FactRef, denominator: FactRef, factor: z.number() })
    .describe('numerator ÷ denominator × factor'),
  z
    .strictObject({ kind: z.literal('growth'), now: FactRef, before: FactRef, factor: z.number() })
    .describe('(now − before) ÷ |before| × factor'),
])

const OutlierRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('winsorise'), lower: Ratio, upper: Ratio }),
  z.strictObject({ kind: z.literal('log'), offset: z.number() }).describe('ln(offset + x)'),
  z.strictObject({ kind: z.literal('box_cox'), skewnessLimit: z.number().min(0), kurtosisLimit: z.number().min(0) }),
])

const Normalisation = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ladder'),
    below: Ratio,
    steps: z.array(z.strictObject({ from: z.number(), points: Ratio })).describe('Ascending.'),
  }),
  z.strictObject({ kind: z.literal('goalposts'), low: z.number(), high: z.number(), log: z.boolean() }),
  z.strictObject({ kind: z.literal('min_max') }),
  z.strictObject({ kind: z.literal('z_score'), perDeviation: z.number() }),
  z.strictObject({ kind: z.literal('percentile') }),
  z.strictObject({ kind: z.literal('rank') }),
  z.strictObject({ kind: z.literal('borda') }),
  z.strictObject({ kind: z.literal('distance'), target: z.union([z.literal('best'), z.number()]) }),
  z.strictObject({ kind: z.literal('log_scale'), quantile: Ratio }),
])

const MissingRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exclude') }),
  z.strictObject({ kind: z.literal('impute'), quantile: Ratio }),
  z.strictObject({ kind: z.literal('refuse') }),
])

const Indicator = z.strictObject({
  code: Code,
  name: Words,
  unit: z.string(),
  direction: z.enum(['higher', 'lower']).describe('Which values are better.'),
  measure: Measure,
  outliers: z.array(OutlierRule).describe('Applied in their order before normalising.'),
  normalise: Normalisation,
  missing: MissingRule,
  certainty: Certainty,
  note: Words.exactOptional(),
})

const Aggregation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('arithmetic') }),
  z.strictObject({ kind: z.literal('geometric') }),
  z.strictObject({ kind: z.literal('harmonic') }),
  z.strictObject({ kind: z.literal('power'), exponent: z.number().min(-100).max(100) }),
  z.strictObject({ kind: z.literal('outranking') }),
])

const Weight = z.union([z.number(), z.record(z.string(), z.number())]).describe('One for all, or one by the code of each stage.')

const Branch = z.strictObject({
  code: Code,
  name: Words,
  aggregate: Aggregation,
  minimumCoverage: Ratio.describe("The least part of the children's weight that must be known."),
  get children() {
    return z.array(
      z.union([
        z.strictObject({ weight: Weight, branch: Branch, certainty: Certainty.exactOptional() }),
        z.strictObject({ weight: Weight, indicator: Text, certainty: Certainty.exactOptional() }),
      ]),
    )
  },
})

const Deduction = z.strictObject({
  code: Code,
  name: Words,
  points: Points,
  expiresAfterDays: z.number().int().min(1).max(100_000).nullable(),
  repairedRatio: Ratio,
  isVeto: z.boolean(),
  certainty: Certainty,
})

const Gate = z.strictObject({
  code: Code,
  name: Words,
  require: z.union([FactCondition, z.strictObject({ branch: Text, atLeast: z.number().min(0) })]),
  otherwise: z.union([z.literal('no_score'), z.strictObject({ atMost: z.number().min(0) })]),
})

export const ModelDocument = z.strictObject({
  format: z.literal('jiju-model/1'),
  code: Code,
  version: Text,
  name: Words,
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  certainty: Certainty,
  sources: z.array(z.strictObject({ title: Text, address: Text.exactOptional(), note: Text.exactOptional() })),
  scale: z.number().min(1).max(1_000_000).describe('What a perfect enterprise gets before bonus.'),
  decimals: z.number().int().min(0).max(6),
  rounding: z.enum(['half_up', 'half_even']),
  ties: z.enum(['best', 'worst', 'mean', 'dense']),
  cohort: z.enum(['stage', 'all']).describe('Whom an enterprise is compared with.'),
  facts: z.array(z.strictObject({ code: Code, name: Words, unit: z.string() })),
  stages: z.array(z.strictObject({ code: Code, name: Words, when: z.array(FactCondition) })).describe('The first one that holds is taken.'),
  indicators: z.array(Indicator),
  root: Branch,
  bonus: z.strictObject({ cap: Points, items: z.array(z.strictObject({ indicator: Text, points: Points })) }).nullable(),
  deductions: z.strictObject({ cap: Points, items: z.array(Deduction) }),
  gates: z.array(Gate),
})
