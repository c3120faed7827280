import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import type { OrdersDeps } from '../needs.ts'
import { endGrants } from '../sql/work/grants.ts'

/** Access whose time is over is ended, so that lists are true when nobody looks; two runs at once end it once. */
export function workJobs({ db, needs }: OrdersDeps): JobHandlers {
  return {
    'orders.end_grants': async () => {
      await endGrants(db, { dueBy: needs.now() })
    },
  }
}

export const WORK_SCHEDULES: readonly JobSchedule[] = [{ cron: '*/10 * * * *', job: 'orders.end_grants' }]
