import type { AggregationChoice, NormalisationChoice } from './alternatives.ts'
import { disturbWeights, type Noise } from './disturb-weights.ts'
import { randomOf } from './random.ts'
import type { Rerun } from './rank-shifts.ts'
import { tailOf } from './tails.ts'

export type IntervalSettings = {
  readonly seed: number
  readonly draws: number
  /** The part (0–1) of the draws that the interval holds. */
  readonly holds: number
  readonly noise: Noise
  /** Each draw takes one of each, all as likely. */
  readonly normalisations: readonly NormalisationChoice[]
  readonly aggregations: readonly AggregationChoice[]
}

/** Best and worst place of each row over the draws, NaN where the run has no score. */
export type Interval = { readonly best: Float64Array; readonly worst: Float64Array }

export type RankIntervals = { readonly all: Interval; readonly stage: Interval }

/**
 * Draws weights and methods again and again and says between which places an enterprise stands in, say, 90 % of the draws. Yields the
 * number of draws done; whoever no longer asks has cancelled it.
 */
export function* drawIntervals(rerun: Rerun, settings: IntervalSettings): Generator<number, RankIntervals, void> {
  const { draws, holds, noise, normalisations, aggregations } = settings
  const random = randomOf(settings.seed)
  const pick = <Choice>(choices: readonly Choice[]) => choices[Math.floor(random.uniform() * choices.length)] as Choice
  const rows = rerun.base.all.length
  // Of 500 draws the lowest and the highest 25 are cut off: the 26th from each end is the interval's.
  const size = Math.floor((draws * (1 - holds)) / 2 + 1e-9) + 1
  const tails = (['all', 'stage'] as const).map((among) => ({
    among,
    low: tailOf(rows, size, 'lowest'),
    high: tailOf(rows, size, 'highest'),
  }))
  for (let draw = 1; draw <= draws; draw += 1) {
    const normalisation = pick(normalisations)
    const model = disturbWeights(rerun.modelFor(normalisation, pick(aggregations)), noise, random)
    const ranks = rerun.ranks(model, normalisation)
    for (const { among, low, high } of tails) {
      const [own, base] = [ranks[among], rerun.base[among]]
      for (let row = 0; row < rows; row += 1) {
        if (Number.isNaN(base[row])) continue
        const place = Number.isNaN(own[row]) ? rows : (own[row] as number)
        low.add(row, place)
        high.add(row, place)
      }
    }
    yield draw
  }
  const [all, stage] = tails.map(({ low, high }) => ({
    best: Float64Array.from({ length: rows }, (_, row) => low.innermost(row)),
    worst: Float64Array.from({ length: rows }, (_, row) => high.innermost(row)),
  })) as [Interval, Interval]
  return { all, stage }
}
