import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { ScoringTables } from '../needs.ts'
import { RUN_MISSING } from '../problems.ts'
import { failRobustness } from '../sql/robustness.ts'
import { failRun, findRun } from '../sql/runs.ts'

/** Nothing of the run stays; whoever works on it stops at its next step. Refuses with `scoring.run_missing` or `scoring.run_not_under_way`. */
export async function cancelRun(tx: Db<ScoringTables>, command: Command, runId: string): Promise<void> {
  await refuseUnknown(tx, runId)
  const isCancelled = await failRun(tx, runId, { failure: 'scoring.run_cancelled', now: command.now })
  if (!isCancelled) throw new Refusal({ code: 'scoring.run_not_under_way', kind: 'conflict' })
  await command.audit({ action: 'scoring.run.cancel', subjectType: 'scoring.run', subjectId: runId })
}

/** The scores of the run stay as they are. Refuses with `scoring.run_missing` or `scoring.robustness_not_under_way`. */
export async function cancelRobustness(tx: Db<ScoringTables>, command: Command, runId: string): Promise<void> {
  await refuseUnknown(tx, runId)
  const isCancelled = await failRobustness(tx, runId, 'scoring.robustness_cancelled', command.now)
  if (!isCancelled) throw new Refusal({ code: 'scoring.robustness_not_under_way', kind: 'conflict' })
  await command.audit({ action: 'scoring.robustness.cancel', subjectType: 'scoring.run', subjectId: runId })
}

async function refuseUnknown(tx: Db<ScoringTables>, runId: string): Promise<void> {
  if (!(await findRun(tx, runId))) throw new Refusal(RUN_MISSING)
}
