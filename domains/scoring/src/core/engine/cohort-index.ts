import type { Scored } from './contributions.ts'
import { quantileOf } from './distribution.ts'
import { measureColumn } from './fact-table.ts'
import type { Indicator } from './model.ts'
import { positionIn } from './normalise.ts'
import { cohortsOf } from './stages.ts'

/** The values of cohorts in ascending order, each sorted when it is first asked for: one index serves all rows of a run. */
export type CohortIndex = {
  /** The cohort of each row, −1 for none. */
  readonly of: Int16Array
  /** Raw values of an indicator (its place in the model) that are known in a cohort. */
  readonly raw: (indicator: number, cohort: number) => Float64Array
  /** Parts of a branch (its place in `branchesOf`) that are known in a cohort. */
  readonly part: (branch: number, cohort: number) => Float64Array
}

export function indexCohorts({ model, table, scores }: Pick<Scored, 'model' | 'table' | 'scores'>): CohortIndex {
  const of = cohortsOf(model, scores.stage)
  const sorted = (column: Float64Array, cohort: number) => column.filter((value, row) => of[row] === cohort && !Number.isNaN(value)).sort()
  return {
    of,
    raw: remember((place, cohort) => sorted(measureColumn(table, (model.indicators[place] as Indicator).measure), cohort)),
    part: remember((place, cohort) => sorted(scores.branches[place]?.part as Float64Array, cohort)),
  }
}

function remember(make: (place: number, cohort: number) => Float64Array): (place: number, cohort: number) => Float64Array {
  const made = new Map<string, Float64Array>()
  return (place, cohort) => {
    const key = `${place} ${cohort}`
    const known = made.get(key) ?? make(place, cohort)
    made.set(key, known)
    return known
  }
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
