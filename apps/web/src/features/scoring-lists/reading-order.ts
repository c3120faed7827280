/** Members of a model's document as people write them; the database keeps none of their order. */
const ORDER = [
  ...[
    'format',
    'code',
    'version',
    'name',
    'zh',
    'en',
    'title',
    'address',
    'unit',
    'direction',
    'validFrom',
    'validTo',
    'scale',
    'decimals',
  ],
  ...['rounding', 'ties', 'cohort', 'kind', 'fact', 'is', 'value', 'numerator', 'denominator', 'now', 'before', 'factor', 'low', 'high'],
  ...['below', 'from', 'points', 'expiresAfterDays', 'repairedRatio', 'isVeto', 'cap', 'weight', 'indicator', 'branch', 'measure'],
  ...['outliers', 'normalise', 'missing', 'aggregate', 'minimumCoverage', 'require', 'otherwise', 'certainty', 'note', 'sources'],
  ...['facts', 'stages', 'when', 'indicators', 'root', 'children', 'bonus', 'deductions', 'gates', 'items', 'steps'],
]
const PLACES = new Map(ORDER.map((name, place) => [name, place]))
const placeOf = (name: string) => PLACES.get(name) ?? ORDER.length

/** The same document with its members in that order, others behind them by name. */
export function inReadingOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inReadingOrder)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).sort(([a], [b]) => placeOf(a) - placeOf(b) || a.localeCompare(b))
  return Object.fromEntries(members.map(([name, own]) => [name, inReadingOrder(own)]))
}
