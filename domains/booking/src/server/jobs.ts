import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import { SNAPSHOT_SCHEDULES, snapshotJobs } from './assessment/snapshot.ts'
import { expireMoveRequests } from './moves/expire-move-requests.ts'
import type { BookingDeps } from './needs.ts'
import { OUTAGE_SCHEDULES, outageJobs } from './outages/outage-jobs.ts'
import { QUALIFICATION_SCHEDULES, qualificationJobs } from './qualification/qualification-jobs.ts'
import { releaseExpiredHolds, releaseUnansweredRequests } from './sql/expiry.ts'
import { USE_SCHEDULES, useJobs } from './use/use-jobs.ts'
import { WAITING_SCHEDULES, waitingJobs } from './waiting/sweep.ts'

const BATCH = 500

/** Holds and requests that ran out do not block a booking, which releases them itself; this keeps lists and history true when nobody comes. */
export function bookingJobs(deps: BookingDeps): JobHandlers {
  const { db, needs } = deps
  return {
    ...outageJobs(deps),
    ...useJobs(deps),
    ...waitingJobs(deps),
    ...qualificationJobs(deps),
    ...snapshotJobs(deps),
    'booking.release_holds': async (_payload, { signal }) => {
      for (const release of [releaseExpiredHolds, releaseUnansweredRequests, expireMoveRequests]) {
        let released = BATCH
        while (released === BATCH && !signal.aborted) released = await release(db, needs.now(), BATCH)
      }
    },
  }
}

export const BOOKING_SCHEDULES: readonly JobSchedule[] = [
  ...OUTAGE_SCHEDULES,
  ...WAITING_SCHEDULES,
  ...USE_SCHEDULES,
  ...QUALIFICATION_SCHEDULES,
  ...SNAPSHOT_SCHEDULES,
  { cron: '* * * * *', job: 'booking.release_holds' },
]
