import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import type { BookingDeps } from './needs.ts'
import { releaseExpiredHolds, releaseUnansweredRequests } from './sql/expiry.ts'

const BATCH = 500

/** Holds and requests that ran out do not block a booking, which releases them itself; this keeps lists and history true when nobody comes. */
export function bookingJobs({ db, needs }: BookingDeps): JobHandlers {
  return {
    'booking.release_holds': async (_payload, { signal }) => {
      for (const release of [releaseExpiredHolds, releaseUnansweredRequests]) {
        let released = BATCH
        while (released === BATCH && !signal.aborted) released = await release(db, needs.now(), BATCH)
      }
    },
  }
}

export const BOOKING_SCHEDULES: readonly JobSchedule[] = [{ cron: '* * * * *', job: 'booking.release_holds' }]
