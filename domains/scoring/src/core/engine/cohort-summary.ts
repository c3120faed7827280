import { sortKnownOf } from './cohort-index.ts'
import type { Scored } from './contributions.ts'
import { fitDistribution } from './distribution.ts'
import { type FactSpread, spreadOf, spreadOfGroups } from './fact-spread.ts'
import { columnOf, measureColumn } from './fact-table.ts'
import type { Fit } from './fit-model.ts'
import { cutExtremes, type Groups, groupValues, LEAST_IN_GROUP, quantileOfGroups } from './groups.ts'
import { branchesOf, type FactRef, factRefsOf, type Model } from './model.ts'
import { boardOf, type ScoreBoard } from './score-board.ts'
import { cohortCountOf, cohortsOf, rowsByCohort } from './stages.ts'

/**
 * What anyone may know of the peers: per cohort and indicator the means of at least five neighbours each, the outermost hundredths cut
 * off. Plain data: goes to browsers as JSON.
 */
export type CohortSummary = {
  readonly format: 'jiju-cohorts/1'
  /** In the order of cohorts; null where fewer than five are in one. Indicators are in the model's order, facts by name. */
  readonly cohorts: readonly (null | {
    readonly count: number
    readonly indicators: readonly (Groups | null)[]
    readonly facts: Readonly<Record<FactRef, FactSpread | null>>
    /** Parts (0–1) by branch in the order of `branchesOf`. */
    readonly branches: readonly (null | { readonly median: number; readonly topTenth: number })[]
  })[]
  readonly board: ScoreBoard
}

export function summariseCohorts({ model, table, scores }: Pick<Scored, 'model' | 'table' | 'scores'>): CohortSummary {
  const groupsOfRows = rowsByCohort(cohortsOf(model, scores.stage), cohortCountOf(model))
  const hide = (ascending: Float64Array) => groupValues(cutExtremes(ascending, 0.01, 0.99))
  const raw = model.indicators.map(({ measure }) => measureColumn(table, measure))
  const refs = factRefsOf(model)
  return {
    format: 'jiju-cohorts/1',
    cohorts: groupsOfRows.map((rows) => {
      if (rows.length < LEAST_IN_GROUP) return null
      return {
        count: rows.length,
        indicators: raw.map((column) => hide(sortKnownOf(column, rows))),
        facts: Object.fromEntries(
          refs.map((ref) => {
            const ascending = sortKnownOf(columnOf(table, ref), rows)
            const groups = hide(ascending)
            return [ref, groups && spreadOfGroups(groups, ascending.every(Number.isInteger))]
          }),
        ),
        branches: scores.branches.map(({ part }) => {
          const groups = hide(sortKnownOf(part, rows))
          return groups && { median: quantileOfGroups(groups, 0.5), topTenth: quantileOfGroups(groups, 0.9) }
        }),
      }
    }),
    board: boardOf(scores, model.stages.length, LEAST_IN_GROUP),
  }
}

/** So many values stand for a cohort: a percentile of it is at most half of one per cent off. */
const MOST_VALUES = 400

/**
 * A fit that comes near the run's. Null where a branch compares enterprises one by one: then only the run itself can say.
 */
export function fitOfSummary(model: Model, { cohorts }: CohortSummary): Fit | null {
  const branches = branchesOf(model)
  if (branches.some(({ aggregate }) => aggregate.kind === 'outranking')) return null
  return {
    distributions: model.indicators.map((indicator, place) =>
      cohorts.map((cohort) => {
        const groups = cohort?.indicators[place]
        return groups ? fitDistribution(valuesOf(groups), indicator) : null
      }),
    ),
    peers: branches.map(() => []),
  }
}

function valuesOf(groups: Groups): Float64Array {
  const count = Math.min(
    MOST_VALUES,
    groups.counts.reduce((sum, size) => sum + size, 0),
  )
  return Float64Array.from({ length: count }, (_, index) => quantileOfGroups(groups, (index + 0.5) / count))
}

/** The spread of every fact that the model reads, by cohort and exactly: for those who may see all facts. */
export function spreadFacts(
  { model, table, scores }: Pick<Scored, 'model' | 'table' | 'scores'>,
  cohort: number,
): Readonly<Record<FactRef, FactSpread | null>> {
  const rows = rowsByCohort(cohortsOf(model, scores.stage), cohortCountOf(model))[cohort] ?? new Uint32Array(0)
  return Object.fromEntries(factRefsOf(model).map((ref) => [ref, spreadOf(sortKnownOf(columnOf(table, ref), rows))]))
}
