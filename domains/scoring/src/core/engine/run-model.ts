import type { FactTable } from './fact-table.ts'
import { type Fit, fitModel } from './fit-model.ts'
import type { Model } from './model.ts'
import { rankScores } from './rank-scores.ts'
import { type Scores, scoreTable } from './score-table.ts'
import { rowsByCohort } from './stages.ts'

/** The state of the arithmetic: it changes when the same model and facts would give other bytes. */
export const ENGINE_VERSION = '1'

export type Run = { readonly fit: Fit; readonly scores: Scores; readonly ranks: Ranks }

/** Places among all, and among those of the same stage. */
export type Ranks = { readonly all: Float64Array; readonly stage: Float64Array }

/** Fits, scores and ranks: model + facts + day in, the same bytes out on any machine. */
export function runModel(model: Model, table: FactTable, asOf: string): Run {
  const fit = fitModel(model, table)
  const scores = scoreTable(model, fit, table, asOf)
  return { fit, scores, ranks: rankAll(model, scores) }
}

/** Ranks of a scored table by the model's tie rule. */
export function rankAll(model: Model, { steps, stage }: Pick<Scores, 'steps' | 'stage'>): Ranks {
  const all = rankScores(steps, model.ties)
  if (model.stages.length < 2) return { all, stage: all.slice() }
  const byStage = new Float64Array(steps.length).fill(Number.NaN)
  for (const rows of rowsByCohort(stage, model.stages.length)) {
    const own = new Float64Array(rows.length)
    for (let index = 0; index < rows.length; index += 1) own[index] = steps[rows[index] as number] as number
    const ranks = rankScores(own, model.ties)
    for (let index = 0; index < rows.length; index += 1) byStage[rows[index] as number] = ranks[index] as number
  }
  return { all, stage: byStage }
}
