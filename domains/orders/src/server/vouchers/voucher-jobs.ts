import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import type { OrdersDeps } from '../needs.ts'
import { takeOverdueClaims } from '../sql/vouchers/claims.ts'
import { tellOfLateClaim } from './tell-of-vouchers.ts'

const JOB = 'orders.remind_voucher_claims'
const BATCH = 100

/** Reminds once of each claim that is overdue; a new answer starts a new limit. A claim that is taken is told of in the same transaction. */
async function remindOverdue(deps: OrdersDeps): Promise<number> {
  return deps.db.transaction().execute(async (tx) => {
    const taken = await takeOverdueClaims(tx, deps.needs.now(), BATCH)
    const within = { ...deps, db: tx }
    for (const { voucher_id, version } of taken) await tellOfLateClaim(within, voucher_id, `${JOB}:${voucher_id}:${version}`)
    return taken.length
  })
}

export function voucherJobs(deps: OrdersDeps): JobHandlers {
  return {
    [JOB]: async (_payload, { signal }) => {
      while (!signal.aborted && (await remindOverdue(deps)) === BATCH);
    },
  }
}

/** Limits end with the office day, at 10:00 in UTC; people read of it the next morning. */
export const VOUCHER_SCHEDULES: readonly JobSchedule[] = [{ cron: '30 0 * * *', job: JOB }]
