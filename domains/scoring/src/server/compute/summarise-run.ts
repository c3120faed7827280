import { type CohortSummary, summariseCohorts } from '../../core/engine/cohort-summary.ts'
import type { Scored } from '../../core/engine/contributions.ts'
import { boardOf, type ScoreBoard } from '../../core/engine/score-board.ts'

type RunSummary = {
  /** What anyone may know of the peers. */
  readonly cohorts: CohortSummary
  /** Every score, for exact places. */
  readonly board: ScoreBoard
}

export function summariseRun(run: Pick<Scored, 'model' | 'table' | 'scores'>): RunSummary {
  return { cohorts: summariseCohorts(run), board: boardOf(run.scores, run.model.stages.length) }
}
