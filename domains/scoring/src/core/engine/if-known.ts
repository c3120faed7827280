import type { Position } from './cohort-index.ts'
import type { Scored } from './contributions.ts'
import type { Distribution } from './distribution.ts'
import { type FactTable, rowsOf } from './fact-table.ts'
import type { Indicator } from './model.ts'
import { scorerOf } from './normalise-table.ts'
import { aggregateTable } from './score-table.ts'
import { cohortsOf } from './stages.ts'

/** A score that could be, by the raw value that would make it; null where there would be none. */
export type Outcome = { readonly raw: number; readonly steps: number | null }

export type IfKnown = readonly [atLowerQuartile: Outcome, atMedian: Outcome, atUpperQuartile: Outcome]

/** An indicator (by its place) that is not known, and where its cohort stands. */
type Unknown = { readonly place: number; readonly position: Position }

/** By the place of the indicator: the scores of a row if that one became known at the quartiles of the cohort, all else as it is. */
export function ifKnown(
  { model, table, asOf, fit, scores }: Scored,
  row: number,
  unknowns: readonly Unknown[],
): ReadonlyMap<number, IfKnown> {
  const cohort = cohortsOf(model, scores.stage.subarray(row, row + 1))[0] as number
  const cases = unknowns.flatMap(({ place, position: { lowerQuartile, median, upperQuartile } }) => {
    const scorer = scorerOf(model.indicators[place] as Indicator, fit.distributions[place]?.[cohort] as Distribution)
    return [lowerQuartile, median, upperQuartile].map((raw) => ({ place, raw, part: scorer.partOf(raw) }))
  })
  const caseOf = (place: number, at: number) => (cases[at]?.place === place ? cases[at] : undefined)
  const { steps } = aggregateTable(model, {
    table: copiesOf(rowsOf(table, [row]), cases.length),
    asOf,
    peers: fit.peers,
    stage: new Int16Array(cases.length).fill(scores.stage[row] as number),
    parts: scores.parts.map((column, place) => Float64Array.from(cases, (_, at) => caseOf(place, at)?.part ?? (column[row] as number))),
    imputed: scores.imputed.map((column, place) => Uint8Array.from(cases, (_, at) => (caseOf(place, at) ? 0 : (column[row] as number)))),
  })
  const outcomes = cases.map(({ raw }, at): Outcome => ({ raw, steps: Number.isNaN(steps[at]) ? null : (steps[at] as number) }))
  return new Map(unknowns.map(({ place }, at) => [place, outcomes.slice(at * 3, at * 3 + 3) as unknown as IfKnown]))
}

/** The only row of a table several times, with its events, under ids in ascending order. */
function copiesOf({ columns, events }: FactTable, count: number): FactTable {
  const ids = Array.from({ length: count }, (_, at) => String(at).padStart(4, '0'))
  return {
    ids,
    columns: new Map([...columns].map(([ref, column]) => [ref, new Float64Array(count).fill(column[0] as number)])),
    events: ids.flatMap((id) => events.map((event) => ({ ...event, id }))),
  }
}
