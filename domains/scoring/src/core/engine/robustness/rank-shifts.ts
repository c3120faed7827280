import type { Scored } from '../contributions.ts'
import { fitModel } from '../fit-model.ts'
import type { Model } from '../model.ts'
import { normaliseTable } from '../normalise-table.ts'
import { type Ranks, rankAll } from '../run-model.ts'
import { aggregateTable } from '../score-table.ts'
import { cohortsOf } from '../stages.ts'
import { type AggregationChoice, type NormalisationChoice, withAggregation, withNormalisation } from './alternatives.ts'
import { knownParts, withoutCoverage } from './frozen-coverage.ts'

/** A scored table that is scored again and again with other choices; what indicators reach is worked out once for each normalisation. */
export type Rerun = {
  readonly base: Ranks
  /** Ranks under other weights (of a model made by `modelFor`), with the parts of a normalisation. Without a score NaN. */
  readonly ranks: (model: Model, normalisation: NormalisationChoice) => Ranks
  readonly modelFor: (normalisation: NormalisationChoice, aggregation: AggregationChoice) => Model
}

export function rerunOf({ model, table, asOf, scores }: Omit<Scored, 'fit'>): Rerun {
  const { stage } = scores
  const open = withoutCoverage(model)
  const cohorts = cohortsOf(model, stage)
  const reached = remember((choice: NormalisationChoice) => {
    const other = withNormalisation(model, choice)
    const { parts, imputed } =
      choice === 'model' ? scores : normaliseTable(other, { table, cohorts, distributions: fitModel(other, table).distributions })
    return { parts: knownParts(model, scores, parts), imputed }
  })
  const models = remember((choices: `${NormalisationChoice} ${AggregationChoice}`) => {
    const [normalisation, aggregation] = choices.split(' ') as [NormalisationChoice, AggregationChoice]
    return withAggregation(withNormalisation(open, normalisation), aggregation)
  })
  return {
    base: rankAll(model, scores),
    modelFor: (normalisation, aggregation) => models(`${normalisation} ${aggregation}`),
    ranks: (other, normalisation) => rankAll(other, aggregateTable(other, { table, asOf, stage, ...reached(normalisation) })),
  }
}

function remember<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    if (!made.has(key)) made.set(key, make(key))
    return made.get(key) as Value
  }
}

/** How far places moved against those of the run, over all who have one in it; who loses it counts as last. */
export function shiftOf(
  base: Float64Array,
  other: Float64Array,
): { readonly mean: number; readonly most: number; readonly movedRatio: number } {
  let count = 0
  let sum = 0
  let most = 0
  let moved = 0
  let scored = 0
  for (let row = 0; row < base.length; row += 1) if (!Number.isNaN(base[row])) scored += 1
  for (let row = 0; row < base.length; row += 1) {
    const place = base[row] as number
    if (Number.isNaN(place)) continue
    const now = other[row] as number
    const shift = Math.abs((Number.isNaN(now) ? scored : now) - place)
    count += 1
    sum += shift
    if (shift > most) most = shift
    if (shift * 20 > scored) moved += 1
  }
  return { mean: count === 0 ? 0 : sum / count, most, movedRatio: count === 0 ? 0 : moved / count }
}
