import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { type Db, violatedConstraint } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { PlanTask } from '../../contract/work.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { endPlan, findLivePlan, insertPlan, insertPlanResource, listUnreleased, markReleased } from '../sql/work/plans.ts'
import { arrangeTask, listWorkers, type TaskRow } from '../sql/work/tasks.ts'
import { lockTask, PLANNABLE, recordTaskStep, refuseUnless, type SeenTask } from './get-task.ts'

const PERSON_BUSY: Problem = { code: 'orders.person_planned_elsewhere', kind: 'conflict', field: '/personId' }

/**
 * Takes person, instruments and rooms for a task in one transaction: all or nothing. A plan that was there is given back first and comes back when the new one
 * fails. Refuses with what booking says of each resource, or when the person is needed elsewhere at that time.
 */
export async function planTask(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  seen: SeenTask,
  wish: PlanTask,
): Promise<TaskRow> {
  const { order, task } = await lockTask(tx, seen)
  refuseUnless(PLANNABLE, order)
  if (task.state !== 'planned' && task.state !== 'running')
    throw new Refusal({ code: 'orders.task_not_plannable', kind: 'conflict', params: { state: task.state } })
  const start = new Date(wish.start)
  const end = new Date(wish.end)
  const takesPerson = wish.takesPerson && wish.personId !== null
  await refuseWish(tx, wish, { start, end, providerId: seen.providerId })
  const replaced = await endPlan(tx, task.id, { state: 'replaced', reason: null, now: command.now })
  if (replaced) await releasePlan(tx, command, needs, { planId: replaced })

  const planId = newId(command.now.getTime())
  await insertPlan(tx, {
    id: planId,
    taskId: task.id,
    providerId: seen.providerId,
    personId: wish.personId,
    takesPerson,
    start,
    end,
    plannedBy: seen.personId,
    at: command.now,
  }).catch((error: unknown) => {
    if (violatedConstraint(error) === 'task_plan_person_free') throw new Refusal(PERSON_BUSY)
    throw error
  })
  if (wish.resourceIds.length > 0) {
    const placed = await needs.instruments.place(tx, command, {
      providerId: seen.providerId,
      personId: wish.personId ?? seen.personId,
      placedBy: seen.personId,
      resourceIds: wish.resourceIds,
      during: { start, end },
      project: order.number,
      note: task.title.slice(0, 200),
    })
    for (const { resourceId, reservationId } of placed) await insertPlanResource(tx, { planId, resourceId, reservationId })
  }
  const assigneeId = wish.personId ?? task.assignee_id
  if (!(await arrangeTask(tx, task, { assigneeId, dueDay: task.due_day, conditions: task.conditions, note: task.note })))
    throw new Refusal(VERSION_STALE)
  await recordTaskStep(tx, command, {
    task,
    act: replaced ? 'replan' : 'plan',
    personId: seen.personId,
    detail: { start: wish.start, end: wish.end, resourceIds: wish.resourceIds, personId: wish.personId },
  })
  await command.publish('orders.task_planned', {
    taskId: task.id,
    orderId: order.id,
    providerId: seen.providerId,
    personId: wish.personId,
    planId,
  })
  return (await lockTask(tx, { ...seen, version: task.version + 1 })).task
}

/** Gives the time of a task back. */
export async function unplanTask(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  seen: SeenTask,
  reason: string | null,
): Promise<TaskRow> {
  const { task } = await lockTask(tx, seen)
  if (!(await findLivePlan(tx, task.id))) throw new Refusal({ code: 'orders.task_not_planned', kind: 'conflict' })
  const planId = await endPlan(tx, task.id, { state: 'released', reason, now: command.now })
  if (planId) await releasePlan(tx, command, needs, { planId })
  const { assignee_id, due_day, conditions, note } = task
  if (!(await arrangeTask(tx, task, { assigneeId: assignee_id, dueDay: due_day, conditions, note }))) throw new Refusal(VERSION_STALE)
  await recordTaskStep(tx, command, { task, act: 'unplan', personId: seen.personId, reason })
  return (await lockTask(tx, { ...seen, version: task.version + 1 })).task
}

/** Gives the bookings of plans that are over back to the calendars; what was given back before is left alone. */
export async function releasePlan(
  tx: Db<OrdersTables>,
  work: Work,
  needs: OrdersNeeds,
  which: { readonly planId: string } | { readonly orderId: string },
): Promise<void> {
  const rows = await listUnreleased(tx, which)
  const [first] = rows
  if (!first) return
  const reservationIds = rows.map(({ reservation_id }) => reservation_id)
  await needs.instruments.release(tx, work, { providerId: first.provider_id, reservationIds, reason: first.reason || undefined })
  await markReleased(tx, reservationIds, work.now)
}

async function refuseWish(tx: Db<OrdersTables>, wish: PlanTask, at: { start: Date; end: Date; providerId: string }): Promise<void> {
  const problems: Problem[] = []
  if (at.end <= at.start) problems.push({ code: 'orders.plan_ends_before_start', kind: 'refused', field: '/end' })
  if (wish.resourceIds.length === 0 && wish.personId === null) problems.push({ code: 'orders.plan_takes_nothing', kind: 'refused' })
  if (wish.personId !== null && !(await listWorkers(tx, at.providerId)).some(({ id }) => id === wish.personId))
    problems.push({ code: 'orders.not_a_colleague', kind: 'refused', field: '/personId' })
  if (problems.length > 0) throw new Refusal(...problems)
}
