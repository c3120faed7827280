import type { Db } from '@jiju/platform/database/pool'
import type { ScoringTables } from '../needs.ts'
import { type RunStep, setRunProgress } from '../sql/runs.ts'

/** Where in the whole (0–100) each step ends; it begins where the one before ended. */
const ENDS: Readonly<Record<RunStep, readonly [from: number, to: number]>> = { facts: [0, 50], scores: [50, 75], writing: [75, 99] }

/** Thrown between steps where a run is no longer wanted: somebody cancelled it, or another job finished it. */
export class RunEnded extends Error {}

export type TellProgress = (step: RunStep, doneRatio: number) => Promise<void>

/** Writes down how far a run is; throws RunEnded when nobody waits for it any more. */
export function tellProgressOf(db: Db<ScoringTables>, runId: string): TellProgress {
  return async (step, doneRatio) => {
    const [from, to] = ENDS[step]
    const percent = Math.floor(from + (to - from) * doneRatio)
    if (!(await setRunProgress(db, runId, { step, percent }))) throw new RunEnded(`run ${runId} is no longer under way`)
  }
}
