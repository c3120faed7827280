import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import type { BookingDeps } from './needs.ts'
import { releaseExpiredHolds } from './sql/holds.ts'

const BATCH = 500

/** Holds that ran out do not block a booking, which releases them itself; this keeps lists and history true when nobody comes. */
export function bookingJobs({ db, needs }: BookingDeps): JobHandlers {
  return {
    'booking.release_holds': async (_payload, { signal }) => {
      let released = BATCH
      while (released === BATCH && !signal.aborted) released = await releaseExpiredHolds(db, needs.now(), BATCH)
    },
  }
}

export const BOOKING_SCHEDULES: readonly JobSchedule[] = [{ cron: '* * * * *', job: 'booking.release_holds' }]
