import { daysBetween } from '@jiju/kernel/local-date'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import { REMINDER_DAYS, reminderDue } from '../../core/outages/calibration.ts'
import type { BookingDeps } from '../needs.ts'
import { listDueWithin } from '../sql/outages/calibrations.ts'
import { lapseDisplacements } from './lapse-displacements.ts'

const BATCH = 200
const REGION_ZONE = 'Asia/Shanghai'

/** Displaced bookings that nobody answered for are cancelled free; lab managers hear of calibrations that run out. */
export function outageJobs({ db, needs }: BookingDeps): JobHandlers {
  return {
    'booking.lapse_displacements': async (_payload, { signal }) => {
      let lapsed = BATCH
      while (lapsed === BATCH && !signal.aborted) lapsed = await lapseDisplacements(db, needs.now(), BATCH)
    },
    'booking.remind_calibrations': async () => {
      const today = localDayOf(needs.now(), REGION_ZONE)
      for (const row of await listDueWithin(db, today, REMINDER_DAYS[0])) {
        const step = reminderDue(row.due_on, today)
        if (step === null) continue
        await needs.notify(db, {
          kind: 'booking.calibration_due',
          to: { organisationId: row.provider_id, roles: ['provider:lab_manager'] },
          params: { resource: { zh: row.name, en: row.name_en ?? row.name }, dueOn: row.due_on, days: daysBetween(today, row.due_on) },
          link: `/p/outages?tab=calibrations&resource=${row.resource_id}`,
          key: `calibration ${row.resource_id} ${row.due_on} ${step}`,
        })
      }
    },
  }
}

export const OUTAGE_SCHEDULES: readonly JobSchedule[] = [
  { cron: '* * * * *', job: 'booking.lapse_displacements' },
  // 08:30 in the region.
  { cron: '30 0 * * *', job: 'booking.remind_calibrations' },
]
