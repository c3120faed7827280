import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { AddTask, ArrangeTask } from '../../contract/work.ts'
import { workOf } from '../../core/work/work-kind.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { ORDER_MISSING } from '../problems.ts'
import { lockOrder } from '../sql/service-orders.ts'
import { arrangeTask as arrange, findTask, listWorkers, listWorkItems, type TaskRow } from '../sql/work/tasks.ts'
import { lockTask, PLANNABLE, recordTaskStep, refuseUnless, type SeenTask, type Worker } from './get-task.ts'
import { openTask } from './open-tasks.ts'

/** Who does it, by when, under which conditions. What is left out stays. */
export async function arrangeTask(tx: Db<OrdersTables>, work: Work, seen: SeenTask, body: ArrangeTask): Promise<TaskRow> {
  const { order, task } = await lockTask(tx, seen)
  refuseUnless(PLANNABLE, order)
  if (task.state !== 'planned' && task.state !== 'running')
    throw new Refusal({ code: 'orders.task_not_plannable', kind: 'conflict', params: { state: task.state } })
  const to = {
    assigneeId: body.assigneeId === undefined ? task.assignee_id : body.assigneeId,
    dueDay: body.dueDay === undefined ? task.due_day : body.dueDay,
    conditions: body.conditions ?? task.conditions,
    note: body.note ?? task.note,
  }
  if (body.assigneeId && !(await listWorkers(tx, seen.providerId)).some(({ id }) => id === body.assigneeId))
    throw new Refusal({ code: 'orders.not_a_colleague', kind: 'refused', field: '/assigneeId' })
  if (!(await arrange(tx, task, to))) throw new Refusal(VERSION_STALE)
  await recordTaskStep(tx, work, { task, act: 'arrange', personId: seen.personId, detail: { ...body } })
  if (to.assigneeId && to.assigneeId !== task.assignee_id && to.assigneeId !== seen.personId)
    await work.publish('orders.task_assigned', {
      taskId: task.id,
      orderId: order.id,
      providerId: order.provider_id,
      personId: to.assigneeId,
    })
  return (await lockTask(tx, { ...seen, version: task.version + 1 })).task
}

/** A further task for an item of an order in work. */
export async function addTask(
  tx: Db<OrdersTables>,
  work: Work,
  by: Worker & { readonly orderId: string },
  body: AddTask,
): Promise<TaskRow> {
  const order = await lockOrder(tx, by.orderId)
  if (order?.provider_id !== by.providerId) throw new Refusal(ORDER_MISSING)
  refuseUnless(PLANNABLE, order)
  const item = (await listWorkItems(tx, order.id)).find(({ id }) => id === body.orderItemId)
  const kind = item && workOf({ kind: item.kind, serviceKind: item.service_kind })
  if (!item || kind === 'access') throw new Refusal({ code: 'orders.item_missing', kind: 'missing', field: '/orderItemId' })
  const id = await openTask(tx, work, order, {
    orderItemId: item.id,
    kind: kind ?? 'test',
    round: 1,
    retestOf: null,
    title: body.title,
    method: body.method,
    assigneeId: null,
    personId: by.personId,
  })
  await work.audit({ action: 'orders.task.add', subjectType: 'task', subjectId: id, detail: { orderId: order.id, title: body.title } })
  const task = await findTask(tx, id)
  if (!task) throw new Error('a task that was added is gone')
  return task
}
