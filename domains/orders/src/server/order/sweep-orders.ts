import { Refusal } from '@jiju/kernel/problem'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import type { Act } from '../../core/order/machine.ts'
import type { OrderState } from '../../core/vocabulary.ts'
import type { OrdersDeps } from '../needs.ts'
import { listOverdue } from '../sql/service-orders.ts'
import { changeOrder } from './change-order.ts'
import { jobWork } from './job-work.ts'

const BATCH = 200
const JOB = 'orders.sweep_overdue'

/** What silence means: no order without an answer, a report that nobody objects to is accepted, an unanswered retest goes to the operator. */
const BY_SILENCE: Partial<Record<OrderState, Act>> = {
  awaiting_approval: 'lapse',
  placed: 'lapse',
  reported: 'approve',
  retest_requested: 'object',
}

/** Does what silence means for each order whose limit has passed; each in a transaction of its own, so that one refusal holds up no other. */
async function sweepOverdue({ db, needs }: OrdersDeps): Promise<number> {
  let moved = 0
  for (const { id, state } of await listOverdue(db, needs.now(), BATCH)) {
    const act = BY_SILENCE[state]
    if (!act) continue
    try {
      await db.transaction().execute(async (tx) => {
        await changeOrder(tx, jobWork(tx, needs.now(), JOB), {
          orderId: id,
          act,
          side: 'platform',
          personId: null,
          reason: 'no_answer',
          isOverdue: true,
        })
      })
      moved += 1
    } catch (error) {
      // Somebody answered meanwhile.
      if (!(error instanceof Refusal)) throw error
    }
  }
  return moved
}

export function orderJobs(deps: OrdersDeps): JobHandlers {
  return {
    [JOB]: async (_payload, { signal }) => {
      while (!signal.aborted && (await sweepOverdue(deps)) === BATCH);
    },
  }
}

export const ORDER_SCHEDULES: readonly JobSchedule[] = [{ cron: '* * * * *', job: JOB }]
