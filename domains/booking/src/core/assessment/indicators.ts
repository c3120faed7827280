import table from './indicators.json' with { type: 'json' }

export const INDICATOR_GROUPS = ['organisation', 'operation', 'sharing'] as const
export const INDICATOR_KEYS = [
  'coordination',
  'opening',
  'staff',
  'platform',
  'hours',
  'results',
  'sharedHours',
  'service',
  'selfReliance',
] as const
type IndicatorKey = (typeof INDICATOR_KEYS)[number]
export const INDICATOR_BASES = ['computed', 'statement', 'both'] as const

type Indicator = {
  readonly key: IndicatorKey
  readonly group: (typeof INDICATOR_GROUPS)[number]
  readonly zh: string
  readonly en: string
  /** What the platform computes, what the provider states with evidence, or both. */
  readonly basis: (typeof INDICATOR_BASES)[number]
}

/** The nine second-level indicators in force since 2026-02-01. Their weights are not known and none is assumed. */
export const INDICATORS = table.indicators as readonly Indicator[]

/** Fields of the national yearly message that only the provider knows. */
export const EFFECT_STATEMENTS = [
  'submittedRates',
  'totalShareRates',
  'innovation',
  'user',
  'project',
  'thesis',
  'book',
  'report',
  'patent',
  'output',
  'achievements',
  'socialBenefit',
] as const

/** What an institution may state of a year, and what may be stated of one instrument. */
export const INSTITUTION_FIELDS = INDICATORS.filter(({ basis }) => basis !== 'computed').map(({ key }) => key)
