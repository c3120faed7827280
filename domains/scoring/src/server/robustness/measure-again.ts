import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { RUN_MISSING } from '../problems.ts'
import { queueRobustness } from '../runs/queue-work.ts'
import { queueRobustnessAgain } from '../sql/robustness.ts'
import { findRun } from '../sql/runs.ts'
import { settingsFor } from './settings.ts'

/** Measures a run once more after that failed or was cancelled. Refuses with `scoring.run_missing` or `scoring.robustness_not_failed`. */
export async function measureAgain(tx: Db<ScoringTables>, command: Command, needs: ScoringNeeds, runId: string): Promise<void> {
  const run = await findRun(tx, runId)
  if (!run) throw new Refusal(RUN_MISSING)
  const isQueued = await queueRobustnessAgain(tx, runId, settingsFor(run.enterprise_count ?? 0))
  if (!isQueued) throw new Refusal({ code: 'scoring.robustness_not_failed', kind: 'conflict' })
  await queueRobustness(tx, needs, runId)
  await command.audit({ action: 'scoring.robustness.measure_again', subjectType: 'scoring.run', subjectId: runId })
}
