import type { Position } from './cohort-index.ts'
import type { Scored } from './contributions.ts'
import type { Distribution } from './distribution.ts'
import { rowsOf } from './fact-table.ts'
import type { Indicator } from './model.ts'
import { scorerOf } from './normalise-table.ts'
import { aggregateTable } from './score-table.ts'
import { cohortsOf } from './stages.ts'

/** A score that could be, by the raw value that would make it; null where there would be none. */
export type Outcome = { readonly raw: number; readonly steps: number | null }

/** The scores of a row if one indicator (by its place) became known at the quartiles of the cohort, all else as it is. */
export function ifKnown(
  { model, table, asOf, fit, scores }: Scored,
  row: number,
  place: number,
  { lowerQuartile, median, upperQuartile }: Position,
): readonly [Outcome, Outcome, Outcome] {
  const indicator = model.indicators[place] as Indicator
  const cohort = cohortsOf(model, scores.stage)[row] as number
  const scorer = scorerOf(indicator, fit.distributions[place]?.[cohort] as Distribution)
  const own = { table: rowsOf(table, [row]), asOf, peers: fit.peers, stage: scores.stage.slice(row, row + 1) }
  const at = (raw: number): Outcome => {
    const parts = scores.parts.map((column, index) => (index === place ? Float64Array.of(scorer.partOf(raw)) : column.slice(row, row + 1)))
    const imputed = scores.imputed.map((column, index) => (index === place ? Uint8Array.of(0) : column.slice(row, row + 1)))
    const steps = aggregateTable(model, { ...own, parts, imputed }).steps[0] as number
    return { raw, steps: Number.isNaN(steps) ? null : steps }
  }
  return [at(lowerQuartile), at(median), at(upperQuartile)]
}
