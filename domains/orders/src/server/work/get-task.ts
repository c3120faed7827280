import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { OrderState } from '../../core/vocabulary.ts'
import type { TaskState } from '../../core/work/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { lockOrder, type OrderRow } from '../sql/service-orders.ts'
import { findTask, insertTaskStep, type TaskRow } from '../sql/work/tasks.ts'

/** Another provider's id answers like one that does not exist. */
const TASK_MISSING: Problem = { code: 'orders.task_missing', kind: 'missing' }

/** A person of a provider who changes something of the work, and the version that was seen. */
export type Worker = { readonly providerId: string; readonly personId: string }
export type SeenTask = Worker & { readonly taskId: string; readonly version: number }

/** Takes the order and then reads the task: whoever finishes the order's work, or works on the same task, waits. */
export async function lockTask(tx: Db<OrdersTables>, seen: SeenTask): Promise<{ order: OrderRow; task: TaskRow }> {
  const { task } = await getTask(tx, seen)
  const order = await lockOrder(tx, task.order_id)
  const locked = await findTask(tx, seen.taskId)
  if (!order || !locked) throw new Refusal(TASK_MISSING)
  if (locked.version !== seen.version) throw new Refusal(VERSION_STALE)
  return { order, task: locked }
}

export async function getTask(
  db: Db<OrdersTables>,
  { taskId, providerId }: { taskId: string; providerId: string },
): Promise<{ task: TaskRow }> {
  const task = await findTask(db, taskId)
  if (task?.provider_id !== providerId) throw new Refusal(TASK_MISSING)
  return { task }
}

/** States of an order in which its tasks are planned, and in which they are worked on. */
export const PLANNABLE: readonly OrderState[] = ['accepted', 'received', 'working', 'paused']
export const WORKABLE: readonly OrderState[] = ['received', 'working']

/** Refuses work on an order that does not stand for it. */
export function refuseUnless(states: readonly OrderState[], order: { readonly state: OrderState }): void {
  if (!states.includes(order.state))
    throw new Refusal({ code: 'orders.order_not_in_work', kind: 'conflict', params: { state: order.state } })
}

/** The trail of a task: one row for each version. */
export async function recordTaskStep(
  tx: Db<OrdersTables>,
  work: Work,
  step: {
    task: Pick<TaskRow, 'id' | 'version' | 'state'>
    act: string
    to?: TaskState
    personId: string | null
    reason?: string | null
    detail?: Readonly<Record<string, unknown>>
  },
): Promise<void> {
  const { task, act, to = task.state, personId, reason = null, detail = {} } = step
  await insertTaskStep(tx, {
    id: newId(work.now.getTime()),
    taskId: task.id,
    version: task.version + 1,
    act,
    from: task.state,
    to,
    personId,
    reason,
    detail,
    at: work.now,
  })
  await work.audit({
    action: `orders.task.${act}`,
    subjectType: 'task',
    subjectId: task.id,
    detail: { from: task.state, to, ...(reason && { reason }), ...detail },
  })
}
