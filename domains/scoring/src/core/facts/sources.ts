/** Who states facts about enterprises. What an enterprise says of itself decides last, unless a definition orders otherwise. */
export const SOURCES = [
  'tax',
  'statistics',
  'patents',
  'technology_contracts',
  'social_insurance',
  'science_bureau',
  'market_regulation',
  'court',
  'finance',
  'talent_system',
  'self_report',
] as const

export type Source = (typeof SOURCES)[number]

export const PERIOD_KINDS = ['year', 'quarter', 'point'] as const

export type PeriodKind = (typeof PERIOD_KINDS)[number]
