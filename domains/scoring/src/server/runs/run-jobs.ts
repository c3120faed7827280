import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import { z } from 'zod'
import type { ScoringDeps } from '../needs.ts'
import { failRun } from '../sql/runs.ts'
import { endAbandoned } from './end-abandoned.ts'
import { executeRun } from './execute-run.ts'
import { ATTEMPTS } from './queue-work.ts'

const Payload = z.object({ runId: z.uuid() })

/** The work of a run. After the last try the run says that it failed, so that another can start. */
export function runJobs(deps: ScoringDeps): JobHandlers {
  return {
    'scoring.execute_run': async (payload, { attempt, signal }) => {
      const { runId } = Payload.parse(payload)
      try {
        await executeRun(deps, runId, signal)
      } catch (error) {
        if (attempt >= ATTEMPTS) await failRun(deps.db, runId, { failure: 'scoring.run_broke', now: deps.needs.now() })
        throw error
      }
    },
    'scoring.end_abandoned': async () => {
      await endAbandoned(deps)
    },
  }
}

export const RUN_SCHEDULES: readonly JobSchedule[] = [{ cron: '* * * * *', job: 'scoring.end_abandoned' }]
