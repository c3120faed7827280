import { addDays } from '@jiju/kernel/local-date'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import type { EventHandlers } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { RETENTION_NOTICE_DAYS } from '../../core/samples/vocabulary.ts'
import type { OrdersDeps } from '../needs.ts'
import { claimRetentionNotices, findSample } from '../sql/samples/samples.ts'
import { findOrder } from '../sql/service-orders.ts'
import { tellRetention, tellSamplesDue } from './tell-of-samples.ts'

const BATCH = 100
const JOB = 'orders.announce_disposal'

/** Some days before retention ends both sides are told; a sample is announced once, also when two of these run. */
export function sampleJobs({ db, needs }: OrdersDeps): JobHandlers {
  return {
    [JOB]: async (_payload, { signal }) => {
      const now = needs.now()
      const day = addDays(localDayOf(now, ORDER_ZONE), RETENTION_NOTICE_DAYS)
      for (let claimed = BATCH; claimed === BATCH && !signal.aborted; )
        claimed = await db.transaction().execute(async (tx) => {
          const due = await claimRetentionNotices(tx, { day, now, limit: BATCH })
          for (const { id } of due) {
            const sample = await findSample(tx, id)
            if (sample) await tellRetention(tx, needs, sample)
          }
          return due.length
        })
    },
  }
}

export const SAMPLE_SCHEDULES: readonly JobSchedule[] = [{ cron: '15 * * * *', job: JOB }]

const Due = z.object({ orderId: z.uuid() })

export function sampleEvents({ db, needs }: OrdersDeps): EventHandlers {
  return {
    'orders.samples_due': {
      'orders.ask_for_samples': async (event) => {
        const order = await findOrder(db, Due.parse(event.payload).orderId)
        if (order) await tellSamplesDue(db, needs, order)
      },
    },
  }
}
