import { createHash } from 'node:crypto'
import type { Db } from '@jiju/platform/database/pool'
import { keepBytes } from '@jiju/platform/files/keep-bytes'
import { publish } from '@jiju/platform/outbox/outbox'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import { canonicalJson, factsText, resultText } from '../../core/engine/canonical.ts'
import { checkCohorts } from '../../core/engine/check-model.ts'
import { branchesOf, type Model } from '../../core/engine/model.ts'
import { stepsText } from '../../core/engine/rounding.ts'
import { ENGINE_VERSION, type Run, runModel } from '../../core/engine/run-model.ts'
import { STATUSES } from '../../core/engine/score-table.ts'
import type { ScoringDeps, ScoringNeeds } from '../needs.ts'
import { findModel } from '../sql/models.ts'
import { failRun, findRun, finishRun, insertRunScores, type NewRunScore, setRunProgress, takeRun } from '../sql/runs.ts'
import { takeSnapshot } from './take-snapshot.ts'

type RunDeps = { readonly db: ScoringDeps['db']; readonly needs: Pick<ScoringNeeds, 'files' | 'now'> }

/** Takes the facts, scores them, keeps both as files and writes the scores: all or nothing, once however often the job runs. */
export async function executeRun({ db, needs }: RunDeps, runId: string): Promise<void> {
  const run = await findRun(db, runId)
  const found = run && (await findModel(db, run.model_id))
  if (!run || !found || run.state === 'done' || run.state === 'failed') return
  const model = found.document
  await setRunProgress(db, runId, 10)
  const table = await takeSnapshot(db, { model, period: run.period, asOf: run.as_of, at: run.facts_at })
  const [refused] = checkCohorts(model, table)
  if (refused) return failRun(db, runId, refused.code, needs.now())
  const factsSha256 = await keepBytes(needs.files, Buffer.from(factsText(table, run.period, run.as_of)), 'text/plain')
  await setRunProgress(db, runId, 40)
  const result = runModel(model, table, run.as_of)
  const resultSha256 = await keepBytes(needs.files, Buffer.from(resultText(model, result)), 'text/plain')
  await setRunProgress(db, runId, 70)
  const scores = rowsOf(model, result)
  await db.transaction().execute(async (tx) => {
    if (!(await takeRun(tx, runId))) return
    await insertRunScores(tx, runId, scores)
    await finishRun(tx, runId, {
      enterpriseCount: table.ids.length,
      scoredCount: scores.filter(({ status }) => status === 'scored').length,
      engineVersion: ENGINE_VERSION,
      modelSha256: found.sha256,
      factsSha256,
      resultSha256,
      now: needs.now(),
    })
    await publish(tx as unknown as Db<PlatformTables>, {
      topic: 'scoring.run_done',
      payload: { runId, number: run.number, purpose: run.purpose, period: run.period },
    })
  })
}

/** The hash under which a model's document is known, whatever the order of its keys. */
export function hashOfModel(model: Model): string {
  return createHash('sha256').update(canonicalJson(model)).digest('hex')
}

function rowsOf(model: Model, { scores, ranks }: Run): NewRunScore[] {
  const counts = model.stages.map((_, place) =>
    scores.stage.reduce((sum, stage, row) => sum + (stage === place && scores.status[row] === 0 ? 1 : 0), 0),
  )
  const names = branchesOf(model).map(({ code }) => code)
  return scores.ids.map((creditCode, row) => {
    const stage = scores.stage[row] as number
    const isScored = scores.status[row] === 0
    return {
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
  })
}

const pointsOf = (part: number | undefined, scale: number) => (part === undefined || Number.isNaN(part) ? null : part * scale)
