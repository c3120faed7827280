import type { Scored } from './contributions.ts'
import { quantileOf } from './distribution.ts'
import { measureColumn } from './fact-table.ts'
import type { Indicator } from './model.ts'
import { positionIn } from './normalise.ts'
import { cohortCountOf, cohortsOf, rowsByCohort } from './stages.ts'

/** What is known in a cohort, in ascending order: sorted once, it serves the explanations of all its rows. */
export type CohortIndex = {
  /** Raw values by indicator in the model's order. */
  readonly raw: readonly Float64Array[]
  /** Parts by branch in the order of `branchesOf`. */
  readonly parts: readonly Float64Array[]
  /** Points deducted. */
  readonly deduction: Float64Array
}

type Sorted = Pick<Scored, 'model' | 'table' | 'scores'>

export function indexCohort({ model, table, scores }: Sorted, cohort: number): CohortIndex {
  const rows = rowsByCohort(cohortsOf(model, scores.stage), cohortCountOf(model))[cohort] ?? new Uint32Array(0)
  return {
    raw: model.indicators.map(({ measure }) => sortKnownOf(measureColumn(table, measure), rows)),
    parts: scores.branches.map(({ part }) => sortKnownOf(part, rows)),
    deduction: sortKnownOf(scores.deduction, rows),
  }
}

/** The values of some rows that are known, in ascending order. */
export function sortKnownOf(column: Float64Array, rows: Uint32Array): Float64Array {
  const known = new Float64Array(rows.length)
  let count = 0
  for (let index = 0; index < rows.length; index += 1) {
    const value = column[rows[index] as number] as number
    if (Number.isNaN(value)) continue
    known[count] = value
    count += 1
  }
  return known.subarray(0, count).sort()
}

/** Where a value stands among its cohort's. `rank` 1 is the best; `topTenth` is what a tenth of the cohort reaches. */
export type Position = {
  readonly rank: number | null
  readonly count: number
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
  readonly topTenth: number
}

/** The position of a value (NaN: none) among ascending ones, null where there are none. Quartiles ascend also where lower is better. */
export function positionOf(sorted: Float64Array, value: number, direction: Indicator['direction'] = 'higher'): Position | null {
  if (sorted.length === 0) return null
  const [below, equal] = positionIn(sorted, value)
  const better = direction === 'higher' ? sorted.length - below - equal : below
  return {
    rank: Number.isNaN(value) ? null : better + 1,
    count: sorted.length,
    lowerQuartile: quantileOf(sorted, 0.25),
    median: quantileOf(sorted, 0.5),
    upperQuartile: quantileOf(sorted, 0.75),
    topTenth: quantileOf(sorted, direction === 'higher' ? 0.9 : 0.1),
  }
}
