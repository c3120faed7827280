import type { JobHandlers } from '@jiju/platform/jobs/jobs'
import { z } from 'zod'
import type { ScoringDeps } from '../needs.ts'
import { failRun } from '../sql/runs.ts'
import { executeRun } from './execute-run.ts'

const ATTEMPTS = 3
const Payload = z.object({ runId: z.uuid() })

/** The work of a run. After the last try the run says that it failed, so that another can start. */
export function runJobs(deps: ScoringDeps): JobHandlers {
  return {
    'scoring.execute_run': async (payload, { attempt }) => {
      const { runId } = Payload.parse(payload)
      try {
        await executeRun(deps, runId)
      } catch (error) {
        if (attempt >= ATTEMPTS) await failRun(deps.db, runId, 'scoring.run_broke', deps.needs.now())
        throw error
      }
    },
  }
}
