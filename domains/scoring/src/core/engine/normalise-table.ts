import { type Distribution, treat } from './distribution.ts'
import { type FactTable, measureColumn } from './fact-table.ts'
import type { Indicator, Model } from './model.ts'
import { normaliserOf } from './normalise.ts'

/** By indicator, then by cohort; null where nobody in the cohort has a value. */
export type Distributions = readonly (readonly (Distribution | null)[])[]

type Column = { readonly parts: Float64Array; readonly imputed: Uint8Array }

/** What every row reached in every indicator against its cohort. */
export function normaliseTable(
  model: Model,
  { table, cohorts, distributions }: { table: FactTable; cohorts: Int16Array; distributions: Distributions },
): { parts: readonly Float64Array[]; imputed: readonly Uint8Array[] } {
  const columns = model.indicators.map((indicator, index) => normaliseColumn(table, indicator, distributions[index] ?? [], cohorts))
  return { parts: columns.map(({ parts }) => parts), imputed: columns.map(({ imputed }) => imputed) }
}

function normaliseColumn(
  table: FactTable,
  indicator: Indicator,
  distributions: readonly (Distribution | null)[],
  cohorts: Int16Array,
): Column {
  const raw = measureColumn(table, indicator.measure)
  const parts = new Float64Array(raw.length)
  const imputed = new Uint8Array(raw.length)
  const scorers = distributions.map((cohort) => cohort && scorerOf(indicator, cohort))
  for (let row = 0; row < raw.length; row += 1) {
    const scorer = scorers[cohorts[row] as number]
    if (!scorer) {
      parts[row] = Number.NaN
      continue
    }
    const part = scorer.partOf(raw[row] as number)
    if (Number.isNaN(part) && scorer.canImpute) imputed[row] = 1
    parts[row] = Number.isNaN(part) ? scorer.standIn : part
  }
  return { parts, imputed }
}

type Scorer = {
  readonly canImpute: boolean
  /** The part of a missing value: NaN unless the indicator imputes. */
  readonly standIn: number
  readonly partOf: (raw: number) => number
}

/** How an indicator scores against a cohort. */
export function scorerOf(indicator: Indicator, cohort: Distribution): Scorer {
  const { treatments, standIn } = cohort
  const partOf = normaliserOf(indicator, cohort)
  const canImpute = indicator.missing.kind === 'impute'
  return {
    canImpute,
    standIn: canImpute ? partOf(standIn) : Number.NaN,
    partOf: (raw) => {
      let value = raw
      for (let index = 0; index < treatments.length; index += 1)
        value = treat(value, treatments[index] as Distribution['treatments'][number])
      return Number.isNaN(value) ? Number.NaN : partOf(value)
    },
  }
}
