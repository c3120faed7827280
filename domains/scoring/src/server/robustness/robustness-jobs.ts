import type { JobHandlers } from '@jiju/platform/jobs/jobs'
import type { EventHandlers } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import type { ScoringDeps } from '../needs.ts'
import { ATTEMPTS, queueRobustness } from '../runs/queue-work.ts'
import { failRobustness, insertRobustness } from '../sql/robustness.ts'
import { findRun } from '../sql/runs.ts'
import { measureRun } from './measure-run.ts'
import { settingsFor } from './settings.ts'

const Payload = z.object({ runId: z.uuid() })

/** Every finished run is measured. */
export function robustnessEvents({ db, needs }: ScoringDeps): EventHandlers {
  return {
    'scoring.run_done': {
      'scoring.queue_robustness': async ({ payload }) => {
        const { runId } = Payload.parse(payload)
        const run = await findRun(db, runId)
        if (!run) return
        await db.transaction().execute(async (tx) => {
          await insertRobustness(tx, runId, settingsFor(run.enterprise_count ?? 0), needs.now())
          await queueRobustness(tx, needs, runId)
        })
      },
    },
  }
}

export function robustnessJobs(deps: ScoringDeps): JobHandlers {
  return {
    'scoring.measure_robustness': async (payload, { attempt, signal }) => {
      const { runId } = Payload.parse(payload)
      try {
        await measureRun(deps, runId, signal)
      } catch (error) {
        if (attempt >= ATTEMPTS) await failRobustness(deps.db, runId, 'scoring.robustness_broke', deps.needs.now())
        throw error
      }
    },
  }
}
