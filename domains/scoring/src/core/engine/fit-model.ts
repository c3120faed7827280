import { type Distribution, fitDistribution } from './distribution.ts'
import { type FactTable, holds, measureColumn } from './fact-table.ts'
import type { Indicator, Model } from './model.ts'

/** What the enterprises of a table say about each other: by indicator, then by cohort (the stage's place, or 0 when all are one). */
export type Fit = { readonly distributions: readonly (readonly (Distribution | null)[])[] }

/** The place of each row's stage in the model, −1 for none; a model without stages has all at 0. */
export function stagesOf(model: Model, table: FactTable): Int16Array {
  if (model.stages.length === 0) return new Int16Array(table.ids.length)
  return Int16Array.from(table.ids, (_, row) =>
    model.stages.findIndex(({ when }) => when.every((condition) => holds(table, row, condition))),
  )
}

/** The cohort of each row by the model's rule, −1 for none. */
export function cohortsOf(model: Model, stages: Int16Array): Int16Array {
  return model.cohort === 'stage' ? stages : stages.map((stage) => Math.min(stage, 0))
}

/** Learns each indicator's distribution in each cohort. */
export function fitModel(model: Model, table: FactTable): Fit {
  const cohorts = cohortsOf(model, stagesOf(model, table))
  const count = model.cohort === 'stage' ? Math.max(model.stages.length, 1) : 1
  return {
    distributions: model.indicators.map((indicator) => {
      const raw = measureColumn(table, indicator.measure)
      return Array.from({ length: count }, (_, cohort) =>
        fitDistribution(
          raw.filter((_, row) => cohorts[row] === cohort),
          { outliers: indicator.outliers, normalise: indicator.normalise, quantile: quantileAsked(indicator) },
        ),
      )
    }),
  }
}

function quantileAsked({ normalise, missing }: Indicator): number {
  if (normalise.kind === 'log_scale') return normalise.quantile
  return missing.kind === 'impute' ? missing.quantile : 0.5
}
