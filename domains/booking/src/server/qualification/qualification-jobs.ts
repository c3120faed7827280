import { localDayOf } from '@jiju/kernel/zoned-time'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import { LAPSE_REMINDER_DAYS, lapseReminder } from '../../core/qualification/levels.ts'
import type { BookingDeps } from '../needs.ts'
import { listToRemind } from '../sql/qualification/enrolments.ts'
import { closeGoneLosses } from '../sql/qualification/losses.ts'
import { listLapsing } from '../sql/qualification/qualifications.ts'
import { reviewGround } from './review-ground.ts'
import { trainingParams } from './training-params.ts'

const DAY_MS = 86_400_000

/** Finds bookings that lost their ground by the passing of time, and reminds of levels that lapse and of sessions that come. */
export function qualificationJobs({ db, needs }: BookingDeps): JobHandlers {
  return {
    'booking.review_ground': async () => {
      await db.transaction().execute(async (tx) => {
        await closeGoneLosses(tx, needs.now())
        await reviewGround(tx, needs, needs.now())
      })
    },
    'booking.remind_lapsing': async () => {
      const now = needs.now()
      for (const row of await listLapsing(db, now, new Date(now.getTime() + LAPSE_REMINDER_DAYS[0] * DAY_MS))) {
        const step = row.lapses_at && lapseReminder(row.lapses_at, now)
        if (!step || !row.lapses_at) continue
        const isByDate = row.valid_until !== null && row.valid_until.getTime() === row.lapses_at.getTime()
        await needs.notify(db, {
          kind: isByDate ? 'booking.qualification_lapses' : 'booking.qualification_disused',
          to: [row.person_id],
          params: {
            resource: { zh: row.resource_name, en: row.resource_name_en || row.resource_name },
            provider: row.provider_name,
            level: row.level,
            day: localDayOf(new Date(row.lapses_at.getTime() - 1), 'Asia/Shanghai'),
            days: Math.ceil((row.lapses_at.getTime() - now.getTime()) / DAY_MS),
          },
          link: '/account/passport',
          key: `qualification_lapses ${row.id} ${localDayOf(row.lapses_at, 'Asia/Shanghai')} ${step}`,
        })
      }
    },
    'booking.remind_trainings': async () => {
      const now = needs.now()
      for (const row of await listToRemind(db, now, new Date(now.getTime() + DAY_MS)))
        await needs.notify(db, {
          kind: 'booking.training_reminder',
          to: [row.person_id],
          params: trainingParams(row),
          link: `/trainings/${row.training_id}`,
          key: `training_reminder ${row.id} ${row.start.toISOString()}`,
        })
    },
  }
}

export const QUALIFICATION_SCHEDULES: readonly JobSchedule[] = [
  { cron: '*/10 * * * *', job: 'booking.review_ground' },
  // 08:40 in the region.
  { cron: '40 0 * * *', job: 'booking.remind_lapsing' },
  { cron: '5 * * * *', job: 'booking.remind_trainings' },
]
