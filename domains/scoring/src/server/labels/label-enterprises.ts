import { newId } from '@jiju/kernel/ids'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import { type EventHandlers, publish } from '@jiju/platform/outbox/outbox'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import { pointsOf100 } from '../../core/credit/grades.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import { labelsOf } from '../../core/labels/labels.ts'
import { type Clocked, refreshPlaces } from '../cultivation/place-on-ladder.ts'
import type { ScoringDeps } from '../needs.ts'
import { listCreditRules } from '../sql/credit.ts'
import { findFinalRun } from '../sql/final-run.ts'
import { listScoresToLabel, lockLabels, setLabels } from '../sql/labels.ts'

const JOB = 'scoring.label_enterprises'

/**
 * Sets the labels that the final run gives; none while no run is final. However often it runs, labels that go on keep their beginning
 * and the event is published for changes alone. It names the run and counts, no enterprise.
 */
export async function labelEnterprises({ db, needs }: Clocked): Promise<{ added: number; ended: number }> {
  const now = needs.now()
  return db.transaction().execute(async (tx) => {
    await lockLabels(tx)
    const run = await findFinalRun(tx)
    const rules = await listCreditRules(tx)
    const day = localDayOf(now, SCORING_ZONE)
    const scores = run ? await listScoresToLabel(tx, run.run_id) : []
    const wanted = scores.flatMap(({ enterprise_id, stage, score, step }) => {
      const points = score !== null && run ? pointsOf100(score, Number(run.scale)) : null
      const labels = labelsOf({ stage, points, held: step ? [step] : [], rules, day })
      return labels.map((label) => ({ id: newId(now.getTime()), enterpriseId: enterprise_id, label }))
    })
    const changed = await setLabels(tx, wanted, { runId: run?.run_id ?? null, now })
    if (changed.added + changed.ended > 0)
      await publish(tx as unknown as Db<PlatformTables>, {
        topic: 'scoring.labels_changed',
        payload: { runId: run?.run_id ?? null, runNumber: run?.number ?? null, period: run?.period ?? null, ...changed },
      })
    return changed
  })
}

/** Places on the ladder first: labels name the step. */
export function labelJobs(deps: ScoringDeps): JobHandlers {
  return {
    [JOB]: async () => {
      await refreshPlaces(deps)
      await labelEnterprises(deps)
    },
  }
}

/** Each night as well: ladders, grades and recognitions begin and end by the day. */
export const LABEL_SCHEDULES: readonly JobSchedule[] = [{ cron: '20 18 * * *', job: JOB }]

/** A list that became final or was withdrawn may change the run that counts. */
export function labelEvents({ db, needs }: ScoringDeps): EventHandlers {
  return {
    'scoring.list_changed': {
      'scoring.label_enterprises': async ({ payload }) => {
        if (payload.act === 'finalise' || payload.act === 'withdraw') await needs.enqueue(db, JOB, {}, { key: JOB, queue: JOB })
      },
    },
  }
}
