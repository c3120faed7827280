import type { ScoringDeps } from '../needs.ts'
import { failRobustness, listRobustnessUnderWay } from '../sql/robustness.ts'
import { failRun, listRunsUnderWay } from '../sql/runs.ts'
import { robustnessKey, runKey } from './queue-work.ts'

/**
 * Ends what says that it is under way although no worker has it or will take it, as when its server was killed at every try: else it
 * would keep the next one from starting for ever. Answers with how many.
 */
export async function endAbandoned({ db, needs }: ScoringDeps): Promise<number> {
  const runs = await listRunsUnderWay(db)
  const measured = await listRobustnessUnderWay(db)
  const live = await needs.findLiveKeys(db, [...runs.map(runKey), ...measured.map(robustnessKey)])
  const ended = await Promise.all([
    ...runs.filter((id) => !live.has(runKey(id))).map((id) => failRun(db, id, { failure: 'scoring.run_broke', now: needs.now() })),
    ...measured.filter((id) => !live.has(robustnessKey(id))).map((id) => failRobustness(db, id, 'scoring.robustness_broke', needs.now())),
  ])
  return ended.filter(Boolean).length
}
