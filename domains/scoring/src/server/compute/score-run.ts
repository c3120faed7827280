import { factsPieces, resultPieces } from '../../core/engine/canonical.ts'
import type { FactTable } from '../../core/engine/fact-table.ts'
import { branchesOf, type Model } from '../../core/engine/model.ts'
import { stepsText } from '../../core/engine/rounding.ts'
import { type Run, runModel } from '../../core/engine/run-model.ts'
import { STATUSES } from '../../core/engine/score-table.ts'
import type { NewRunScore } from '../sql/runs.ts'
import { type Hashed, hashPieces, jsonLists } from './written.ts'

type RunToScore = { readonly model: Model; readonly table: FactTable; readonly period: string; readonly asOf: string }

/** What a run leaves: two texts with their hashes, and its scores as JSON lists of a few thousand rows each. */
export type ScoredRun = {
  readonly facts: Hashed
  readonly result: Hashed
  readonly enterpriseCount: number
  readonly scoredCount: number
  readonly scores: readonly string[]
}

/** Scores a table and writes down what came out; yields the part done (0–1). */
export function* scoreRun({ model, table, period, asOf }: RunToScore): Generator<number, ScoredRun, void> {
  const facts = hashPieces(factsPieces(table, period, asOf))
  yield 0.3
  const run = runModel(model, table, asOf)
  yield 0.6
  const result = hashPieces(resultPieces(model, run))
  yield 0.8
  const scoredCount = run.scores.status.reduce((sum, status) => sum + (status === 0 ? 1 : 0), 0)
  return { facts, result, enterpriseCount: table.ids.length, scoredCount, scores: jsonLists(rowsOf(model, run)) }
}

function* rowsOf(model: Model, { scores, ranks }: Run): Generator<NewRunScore> {
  const counts = model.stages.map((_, place) =>
    scores.stage.reduce((sum, stage, row) => sum + (stage === place && scores.status[row] === 0 ? 1 : 0), 0),
  )
  const names = branchesOf(model).map(({ code }) => code)
  for (const [row, creditCode] of scores.ids.entries()) {
    const stage = scores.stage[row] as number
    const isScored = scores.status[row] === 0
    yield {
      creditCode,
      status: STATUSES[scores.status[row] as number] as (typeof STATUSES)[number],
      stage: model.stages[stage]?.code ?? null,
      score: isScored ? stepsText(scores.steps[row] as number, model.decimals) : null,
      rankAll: isScored ? (ranks.all[row] as number) : null,
      rankStage: isScored && model.stages.length > 0 ? (ranks.stage[row] as number) : null,
      stageCount: isScored && model.stages.length > 0 ? (counts[stage] as number) : null,
      coverage: scores.branches[0]?.coverage[row] ?? 0,
      branches: Object.fromEntries(names.map((name, index) => [name, pointsOf(scores.branches[index]?.part[row], model.scale)])),
    }
  }
}

const pointsOf = (part: number | undefined, scale: number) => (part === undefined || Number.isNaN(part) ? null : part * scale)
