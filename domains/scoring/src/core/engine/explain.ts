import { type Absence, absenceOf } from './absence.ts'
import { type Adjustment, adjustmentsOf } from './adjustments.ts'
import { type CohortIndex, indexCohort, type Position, positionOf } from './cohort-index.ts'
import { type BranchContribution, contributionsOf, type IndicatorContribution, type Scored } from './contributions.ts'
import { measureColumn, rowsOf } from './fact-table.ts'
import { type IfKnown, ifKnown } from './if-known.ts'
import { stepsOfLines } from './line-steps.ts'
import { type Obstacle, obstaclesOf } from './obstacles.ts'
import { toSteps } from './rounding.ts'
import { STATUSES, type Status } from './score-table.ts'
import { cohortOf } from './stages.ts'

/**
 * Everything that one score is made of. Steps are of the model's last decimal, as shown: the steps of the root and of the adjustments
 * sum to `reckonedSteps`, and those of each branch's children to the branch's.
 */
export type Explanation = {
  readonly id: string
  readonly stage: string | null
  readonly status: Status
  /** The score; null where there is none. */
  readonly steps: number | null
  /** What the lines sum to: the score, or what it would be but for the obstacles; null where there is no total at all. */
  readonly reckonedSteps: number | null
  readonly obstacles: readonly Obstacle[]
  readonly coverage: number
  /** Each before its children, the root first. */
  readonly branches: readonly BranchLine[]
  readonly indicators: readonly IndicatorLine[]
  readonly adjustments: readonly (Adjustment & { readonly steps: number })[]
}

export type BranchLine = BranchContribution & {
  readonly steps: number
  /** Part reached (0–1); null when too little is known. */
  readonly part: number | null
  readonly coverage: number
  /** Parts of the cohort; null without one. */
  readonly position: Position | null
}

export type IndicatorLine = IndicatorContribution & {
  readonly steps: number
  /** In the indicator's unit. */
  readonly raw: number | null
  readonly unit: string
  readonly part: number | null
  readonly state: 'known' | 'imputed' | 'missing'
  /** Why it counts for nothing, or only as imputed; null where it counts. */
  readonly why: Absence | null
  /** Raw values of the cohort; null without one. */
  readonly position: Position | null
  /** The score if the value became known, at the cohort's quartiles; null where it is known or the cohort has none. */
  readonly ifKnown: IfKnown | null
}

/** Explains one row. The index of its cohort is made when none is given; with it a row costs no sorting. */
export function explainRow(scored: Scored, row: number, given?: CohortIndex): Explanation {
  const { model, table, scores } = scored
  const cohort = cohortOf(model, scores.stage, row)
  const index = cohort < 0 ? null : (given ?? indexCohort(scored, cohort))
  const { branches, indicators } = contributionsOf(scored, row)
  const adjustments = adjustmentsOf(scored, row)
  const total = (scores.branches[0]?.part[row] as number) * model.scale
  const reckoned = adjustments.reduce((sum, { points }) => sum + points, total)
  const steps = stepsOfLines({ branches, indicators, adjustments }, model, reckoned)
  const status = STATUSES[scores.status[row] as number] as Status

  const branchLine = (line: BranchContribution, place: number): BranchLine => {
    const { part, coverage } = scores.branches[place] as (typeof scores.branches)[number]
    return {
      ...line,
      steps: steps.branches.get(line.branch) ?? 0,
      part: known(part[row]),
      coverage: coverage[row] as number,
      position: index && positionOf(index.parts[place] as Float64Array, part[row] as number),
    }
  }
  const own = rowsOf(table, [row])
  const found = model.indicators.map((indicator, place) => {
    const raw = measureColumn(own, indicator.measure)[0] as number
    const part = scores.parts[place]?.[row] as number
    const state = Number.isNaN(part) ? 'missing' : scores.imputed[place]?.[row] === 1 ? 'imputed' : 'known'
    const position = index && positionOf(index.raw[place] as Float64Array, raw, indicator.direction)
    return { place, indicator, raw, part, state, position } as const
  })
  const unknowns = found.flatMap(({ place, state, position }) => (state === 'known' || !position ? [] : [{ place, position }]))
  const outcomes = ifKnown(scored, row, unknowns)
  const indicatorLine = (line: IndicatorContribution, at: number): IndicatorLine => {
    const { place, indicator, raw, part, state, position } = found.find(
      ({ indicator }) => indicator.code === line.indicator,
    ) as (typeof found)[number]
    return {
      ...line,
      steps: steps.indicators[at] as number,
      raw: known(raw),
      unit: indicator.unit,
      part: known(part),
      state,
      why: state === 'known' ? missingBranch(line.branch) : absenceOf(own, indicator.measure, position !== null),
      position,
      ifKnown: outcomes.get(place) ?? null,
    }
  }
  const missingBranch = (code: string): Absence | null => {
    for (let at = branches.find(({ branch }) => branch === code); at; at = branches.find(({ branch }) => branch === at?.parent)) {
      const place = branches.indexOf(at)
      if (Number.isNaN(scores.branches[place]?.part[row])) return { kind: 'branch_missing', branch: at.branch }
    }
    return null
  }
  return {
    id: table.ids[row] as string,
    stage: model.stages[scores.stage[row] as number]?.code ?? null,
    status,
    steps: known(scores.steps[row]),
    reckonedSteps: known(toSteps(reckoned, model)),
    obstacles: status === 'scored' ? [] : obstaclesOf(scored, row),
    coverage: scores.branches[0]?.coverage[row] as number,
    branches: branches.map(branchLine),
    indicators: indicators.map(indicatorLine),
    adjustments: adjustments.map((line, at) => ({ ...line, steps: steps.adjustments[at] as number })),
  }
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value
}
