import { createHash } from 'node:crypto'
import type { Db } from '@jiju/platform/database/pool'
import { keepHashed } from '@jiju/platform/files/keep-bytes'
import { publish } from '@jiju/platform/outbox/outbox'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import { canonicalJson } from '../../core/engine/canonical.ts'
import { checkCohorts, type Mistake } from '../../core/engine/check-model.ts'
import type { FactTable } from '../../core/engine/fact-table.ts'
import type { Model } from '../../core/engine/model.ts'
import { ENGINE_VERSION } from '../../core/engine/run-model.ts'
import { compute } from '../compute/compute.ts'
import { isSmall } from '../compute/is-small.ts'
import type { ScoredRun } from '../compute/score-run.ts'
import { whileWanted } from '../compute/while-wanted.ts'
import type { ScoringDeps, ScoringNeeds } from '../needs.ts'
import { findModel } from '../sql/models.ts'
import { failRun, findRun, finishRun, insertRunScores, type RunRow, takeRun } from '../sql/runs.ts'
import { RunEnded, type TellProgress, tellProgressOf } from './run-progress.ts'
import { takeSnapshot } from './take-snapshot.ts'

type RunDeps = { readonly db: ScoringDeps['db']; readonly needs: Pick<ScoringNeeds, 'files' | 'now'> }

/**
 * Takes the facts, scores them in a thread, keeps both as files and writes the scores: all or nothing, once however often the job runs. A run
 * that is cancelled meanwhile is left as it is.
 */
export async function executeRun(deps: RunDeps, runId: string, signal = new AbortController().signal): Promise<void> {
  const { db, needs } = deps
  const run = await findRun(db, runId)
  const found = run && (await findModel(db, run.model_id))
  if (!run || !found) return
  const tell = tellProgressOf(db, runId)
  try {
    await tell('facts', 0)
    const model = found.document
    const table = await takeSnapshot(
      db,
      { model, period: run.period, asOf: run.as_of, at: run.facts_at },
      {
        signal,
        onProgress: (doneRatio) => tell('facts', doneRatio),
      },
    )
    const refused = refusalOf(model, table)
    if (refused) {
      await failRun(db, runId, { failure: refused.code, params: refused.params, now: needs.now() })
      return
    }
    const scored = await score(model, table, run, { tell, signal })
    await write(deps, { ...run, model_sha256: found.sha256 }, scored, { tell, signal })
  } catch (error) {
    if (!(error instanceof RunEnded)) throw error
  }
}

/** What no other try would mend. */
function refusalOf(model: Model, table: FactTable): Pick<Mistake, 'code' | 'params'> | undefined {
  return table.ids.length === 0 ? { code: 'scoring.no_enterprises', params: {} } : checkCohorts(model, table)[0]
}

type Watch = { readonly tell: TellProgress; readonly signal: AbortSignal }

async function score(model: Model, table: FactTable, run: RunRow, { tell, signal }: Watch): Promise<ScoredRun> {
  let doneRatio = 0
  await tell('scores', 0)
  return whileWanted({ ask: () => tell('scores', doneRatio), signal }, (wanted) =>
    compute(
      'scoreRun',
      { model, table, period: run.period, asOf: run.as_of },
      {
        signal: wanted,
        isSmall: isSmall(table),
        onProgress: (ratio) => {
          doneRatio = ratio
        },
      },
    ),
  )
}

async function write({ db, needs }: RunDeps, run: RunRow, scored: ScoredRun, { tell, signal }: Watch): Promise<void> {
  await tell('writing', 0)
  await keepHashed(needs.files, { ...scored.facts, mediaType: 'text/plain' })
  await keepHashed(needs.files, { ...scored.result, mediaType: 'text/plain' })
  await db.transaction().execute(async (tx) => {
    for (const [index, rows] of scored.scores.entries()) {
      signal.throwIfAborted()
      await tell('writing', index / scored.scores.length)
      await insertRunScores(tx, run.id, rows)
    }
    // The lock comes last, so that until then the run can be cancelled.
    if (!(await takeRun(tx, run.id))) throw new RunEnded(`run ${run.number} is no longer under way`)
    await finishRun(tx, run.id, {
      enterpriseCount: scored.enterpriseCount,
      scoredCount: scored.scoredCount,
      engineVersion: ENGINE_VERSION,
      modelSha256: run.model_sha256 ?? '',
      factsSha256: scored.facts.sha256,
      resultSha256: scored.result.sha256,
      now: needs.now(),
    })
    await publish(tx as unknown as Db<PlatformTables>, {
      topic: 'scoring.run_done',
      payload: { runId: run.id, number: run.number, purpose: run.purpose, period: run.period },
    })
  })
}

/** The hash under which a model's document is known, whatever the order of its keys. */
export function hashOfModel(model: Model): string {
  return createHash('sha256').update(canonicalJson(model)).digest('hex')
}
