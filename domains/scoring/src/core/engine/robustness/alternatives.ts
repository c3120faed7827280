import type { Branch, Model, Normalisation } from '../model.ts'

/** Ways that others would have normalised every indicator; `model` leaves each as it is. */
export const NORMALISATION_CHOICES = ['model', 'percentile', 'min_max', 'z_score'] as const

/** Ways that others would have put branches together; `model` leaves each as it is. */
export const AGGREGATION_CHOICES = ['model', 'arithmetic', 'geometric'] as const

export type NormalisationChoice = (typeof NORMALISATION_CHOICES)[number]
export type AggregationChoice = (typeof AGGREGATION_CHOICES)[number]

const METHODS: Readonly<Record<Exclude<NormalisationChoice, 'model'>, Normalisation>> = {
  percentile: { kind: 'percentile' },
  min_max: { kind: 'min_max' },
  // Three deviations either side of the mean.
  z_score: { kind: 'z_score', perDeviation: 1 / 6 },
}

/** The model with every indicator normalised in another way; outliers that it leaves alone are cut at 5 % and 95 %. */
export function withNormalisation(model: Model, choice: NormalisationChoice): Model {
  if (choice === 'model') return model
  const indicators = model.indicators.map((indicator) => ({
    ...indicator,
    normalise: METHODS[choice],
    outliers: indicator.outliers.length > 0 ? indicator.outliers : ([{ kind: 'winsorise', lower: 0.05, upper: 0.95 }] as const),
  }))
  return { ...model, indicators }
}

/** The model with every branch put together in another way. */
export function withAggregation(model: Model, choice: AggregationChoice): Model {
  if (choice === 'model') return model
  const change = (branch: Branch): Branch => ({
    ...branch,
    aggregate: { kind: choice },
    children: branch.children.map((child) => ('branch' in child ? { ...child, branch: change(child.branch) } : child)),
  })
  return { ...model, root: change(model.root) }
}
