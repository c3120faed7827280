import { newId } from '@jiju/kernel/ids'
import type { Db } from '@jiju/platform/database/pool'
import { workOf } from '../../core/work/work-kind.ts'
import type { OrdersTables } from '../needs.ts'
import type { Effect, Work } from '../order/order-act.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { endGrants } from '../sql/work/grants.ts'
import { endPlansOfOrder } from '../sql/work/plans.ts'
import { insertTask, insertTaskStep, listTasksOfOrder, listWorkItems, moveTask, type NewTask } from '../sql/work/tasks.ts'
import { recordTaskStep, WORKABLE } from './get-task.ts'

/** One task for each item that is worked on and has none yet; also for items that an amendment adds later. The order is locked. */
export const openTasks: Effect = async (tx, order, { work, personId }) => {
  if (!WORKABLE.includes(order.state)) return
  for (const item of await listWorkItems(tx, order.id)) {
    const kind = workOf({ kind: item.kind, serviceKind: item.service_kind })
    if (item.tasks > 0 || kind === null || kind === 'access') continue
    await openTask(tx, work, order, {
      orderItemId: item.id,
      kind,
      round: 1,
      retestOf: null,
      title: item.name,
      method: item.method,
      assigneeId: null,
      personId,
    })
  }
}

/** A test again, agreed or ruled: the newest task of every item is followed by one of the next round; what was found before stays. */
export const openRetests: Effect = async (tx, order, { work, personId }) => {
  const tasks = await listTasksOfOrder(tx, order.id)
  const newest = new Map(
    tasks.filter(({ state, retest_id }) => state === 'checked' && retest_id === null).map((task) => [task.order_item_id, task]),
  )
  for (const task of newest.values()) await openRetest(tx, work, order, { task, personId })
}

/** An order that is given up: its open tasks are void and their time is free; the bookings go back with the order's event. */
export const giveUpTasks: Effect = async (tx, order, { work, personId, reason }) => {
  const why = reason ?? '—'
  await endPlansOfOrder(tx, order.id, why, work.now)
  await endGrants(tx, { orderId: order.id, at: work.now })
  for (const task of await listTasksOfOrder(tx, order.id)) {
    if (task.state === 'checked' || task.state === 'void') continue
    await moveTask(tx, task, { from: task.state, to: 'void', personId, reason: why, now: work.now })
    await recordTaskStep(tx, work, { task, act: 'void', to: 'void', personId, reason: why })
  }
}

type Retested = {
  readonly id: string
  readonly order_item_id: string
  readonly kind: NewTask['kind']
  readonly round: number
  readonly title: string
  readonly method: string
  readonly assignee_id: string | null
}

export async function openRetest(
  tx: Db<OrdersTables>,
  work: Work,
  order: OrderRow,
  { task, personId }: { task: Retested; personId: string | null },
): Promise<void> {
  await openTask(tx, work, order, {
    orderItemId: task.order_item_id,
    kind: task.kind,
    round: task.round + 1,
    retestOf: task.id,
    title: task.title,
    method: task.method,
    assigneeId: task.assignee_id,
    personId,
  })
}

type Opening = Pick<NewTask, 'orderItemId' | 'kind' | 'round' | 'retestOf' | 'title' | 'method' | 'assigneeId'> & {
  readonly personId: string | null
}

export async function openTask(tx: Db<OrdersTables>, work: Work, order: OrderRow, opening: Opening): Promise<string> {
  const { personId, ...task } = opening
  const id = newId(work.now.getTime())
  await insertTask(tx, {
    ...task,
    id,
    orderId: order.id,
    providerId: order.provider_id,
    title: task.title.slice(0, 300),
    method: task.method.slice(0, 1000),
    dueDay: order.due_day,
    at: work.now,
  })
  await insertTaskStep(tx, {
    id: newId(work.now.getTime()),
    taskId: id,
    version: 1,
    act: task.retestOf ? 'retest' : 'open',
    from: null,
    to: 'planned',
    personId,
    reason: null,
    detail: { orderId: order.id, round: task.round },
    at: work.now,
  })
  return id
}
