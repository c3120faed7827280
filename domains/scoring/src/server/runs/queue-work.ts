import type { Db } from '@jiju/platform/database/pool'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'

export const ATTEMPTS = 3

export const runKey = (runId: string) => `scoring.execute_run:${runId}`
export const robustnessKey = (runId: string) => `robustness ${runId}`

type Needs = Pick<ScoringNeeds, 'enqueue'>

/** Runs are scored one after the other: each takes a processor and the memory of all its facts. */
export function queueRun(tx: Db<ScoringTables>, { enqueue }: Needs, runId: string): Promise<void> {
  return enqueue(tx, 'scoring.execute_run', { runId }, { queue: 'scoring-runs', maxAttempts: ATTEMPTS, key: runKey(runId) })
}

/** As runs, in a queue of its own: a run does not wait for what is measured of the one before. */
export function queueRobustness(tx: Db<ScoringTables>, { enqueue }: Needs, runId: string): Promise<void> {
  const options = { queue: 'scoring-robustness', maxAttempts: ATTEMPTS, key: robustnessKey(runId) }
  return enqueue(tx, 'scoring.measure_robustness', { runId }, options)
}
