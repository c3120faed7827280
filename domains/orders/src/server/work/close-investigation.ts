import { type Problem, Refusal } from '@jiju/kernel/problem'
import { type Db, violatedConstraint } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { CloseInvestigation } from '../../contract/work.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { lockOrder } from '../sql/service-orders.ts'
import { closeInvestigation as close, findInvestigation } from '../sql/work/results.ts'
import { findTask, type TaskRow, touchTask } from '../sql/work/tasks.ts'
import { PLANNABLE, recordTaskStep, refuseUnless, type Worker } from './get-task.ts'
import { openRetest } from './open-tasks.ts'

const INVESTIGATION_MISSING: Problem = { code: 'orders.investigation_missing', kind: 'missing' }

/** Ends an investigation by another person than whoever found the result. When a test again is allowed, its task is opened at once, once. */
export async function closeInvestigation(
  tx: Db<OrdersTables>,
  work: Work,
  wanted: Worker & { readonly id: string },
  body: CloseInvestigation,
): Promise<TaskRow> {
  const found = await findInvestigation(tx, wanted.id)
  const before = found && (await findTask(tx, found.task_id))
  if (!found || before?.provider_id !== wanted.providerId) throw new Refusal(INVESTIGATION_MISSING)
  const order = await lockOrder(tx, before.order_id)
  const task = await findTask(tx, found.task_id)
  if (!order || !task) throw new Refusal(INVESTIGATION_MISSING)
  refuseUnless(PLANNABLE, order)
  const isClosed = await close(tx, wanted.id, { ...body, by: wanted.personId, at: work.now }).catch((error: unknown) => {
    if (violatedConstraint(error) === 'investigation_second_person')
      throw new Refusal({ code: 'orders.investigate_own_result', kind: 'refused' })
    throw error
  })
  if (!isClosed) throw new Refusal({ code: 'orders.investigation_closed', kind: 'conflict' })
  if (!(await touchTask(tx, task, null))) throw new Refusal(VERSION_STALE)
  await recordTaskStep(tx, work, {
    task,
    act: 'close_investigation',
    personId: wanted.personId,
    reason: body.conclusion.slice(0, 1000),
    detail: { investigationId: wanted.id, cause: body.cause, isRetestAllowed: body.isRetestAllowed },
  })
  if (body.isRetestAllowed && task.retest_id === null) await openRetest(tx, work, order, { task, personId: wanted.personId })
  const closed = await findTask(tx, task.id)
  if (!closed) throw new Refusal(INVESTIGATION_MISSING)
  return closed
}
