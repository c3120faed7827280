import { type Problem, Refusal } from '@jiju/kernel/problem'
import { type Db, violatedConstraint } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { ActOnTask } from '../../contract/work.ts'
import { type TaskAct, taskActsOf, taskTransition } from '../../core/work/task-machine.ts'
import type { OrdersTables } from '../needs.ts'
import { changeOrder } from '../order/change-order.ts'
import type { Work } from '../order/order-act.ts'
import { endPlan, listPlanResources, listPlans } from '../sql/work/plans.ts'
import { listEntries, listInvestigations, listUsedInstruments } from '../sql/work/results.ts'
import { moveTask, type TaskRow } from '../sql/work/tasks.ts'
import { lockTask, recordTaskStep, refuseUnless, type SeenTask, WORKABLE } from './get-task.ts'
import { recordInstruments } from './record-instrument.ts'

/** One act of a task by a person of the provider. The first that starts begins the order's work. Refuses with everything that speaks against it. */
export async function actOnTask(tx: Db<OrdersTables>, work: Work, seen: SeenTask, act: TaskAct, body: ActOnTask): Promise<TaskRow> {
  const { order, task } = await lockTask(tx, seen)
  refuseUnless(WORKABLE, order)
  const transition = taskTransition(task.state, act)
  if (!transition || !taskActsOf(task).includes(act))
    throw new Refusal({ code: 'orders.task_act_not_allowed', kind: 'conflict', params: { act, state: task.state } })
  if (transition.needsReason && !body.reason) throw new Refusal({ code: 'orders.reason_missing', kind: 'refused', field: '/reason' })
  const problems = await findProblems(tx, task, act, seen.personId)
  if (problems.length > 0) throw new Refusal(...problems)

  if (act === 'start' && order.state === 'received')
    await changeOrder(tx, work, {
      orderId: order.id,
      act: 'begin',
      side: 'provider',
      organisationId: order.provider_id,
      personId: seen.personId,
    })
  if (act === 'start') await recordPlanned(tx, work, { task, personId: seen.personId, reason: body.overdueReason ?? null })
  if (act === 'void') await endPlan(tx, task.id, { state: 'released', reason: body.reason ?? null, now: work.now })
  await moveOrRefuse(tx, work, { task, act, to: transition.to, personId: seen.personId, reason: body.reason ?? null })
  await work.publish('orders.task_changed', {
    taskId: task.id,
    orderId: task.order_id,
    providerId: task.provider_id,
    act,
    to: transition.to,
  })
  return (await lockTask(tx, { ...seen, version: task.version + 1 })).task
}

async function moveOrRefuse(
  tx: Db<OrdersTables>,
  work: Work,
  move: { task: TaskRow; act: TaskAct; to: TaskRow['state']; personId: string; reason: string | null },
): Promise<void> {
  const { task, act, to, personId, reason } = move
  const isMoved = await moveTask(tx, task, { from: task.state, to, personId, reason, now: work.now }).catch((error: unknown) => {
    if (violatedConstraint(error) === 'task_second_person') throw new Refusal(OWN_WORK)
    throw error
  })
  if (!isMoved) throw new Refusal(VERSION_STALE)
  await recordTaskStep(tx, work, { task, act, to, personId, reason })
}

const OWN_WORK: Problem = { code: 'orders.check_own_work', kind: 'refused' }

async function findProblems(tx: Db<OrdersTables>, task: TaskRow, act: TaskAct, personId: string): Promise<Problem[]> {
  if (act === 'check') {
    const problems: Problem[] = []
    if (task.done_by === personId || task.entered_by.includes(personId)) problems.push(OWN_WORK)
    const open = (await listInvestigations(tx, task.id)).filter(({ state }) => state === 'open').length
    if (open > 0) problems.push({ code: 'orders.investigations_open', kind: 'refused', params: { count: open } })
    return problems
  }
  if (act === 'complete') {
    const entries = await listEntries(tx, [task.id])
    const current = new Map(entries.toReversed().map((entry) => [entry.result_id, entry]))
    const isEmpty = [...current.values()].every(({ is_withdrawn }) => is_withdrawn)
    const planned = await listPlans(tx, task.id)
    const isUnrecorded =
      planned.some(({ state }) => state === 'live') &&
      (await hasPlannedInstruments(tx, task.id)) &&
      (await listUsedInstruments(tx, task.id)).length === 0
    return [
      ...(isEmpty ? [{ code: 'orders.task_without_results', kind: 'refused' } as const] : []),
      ...(isUnrecorded ? [{ code: 'orders.instrument_not_recorded', kind: 'refused' } as const] : []),
    ]
  }
  return []
}

async function hasPlannedInstruments(tx: Db<OrdersTables>, taskId: string): Promise<boolean> {
  const live = (await listPlans(tx, taskId)).filter(({ state }) => state === 'live')
  return (
    (
      await listPlanResources(
        tx,
        live.map(({ id }) => id),
      )
    ).length > 0
  )
}

/** What was planned counts as used from the start, with its calibration on this day. */
async function recordPlanned(
  tx: Db<OrdersTables>,
  work: Work,
  use: { task: TaskRow; personId: string; reason: string | null },
): Promise<void> {
  const live = (await listPlans(tx, use.task.id)).filter(({ state }) => state === 'live')
  const resources = await listPlanResources(
    tx,
    live.map(({ id }) => id),
  )
  if (resources.length > 0)
    await recordInstruments(tx, work, {
      ...use,
      used: resources.map((row) => ({ resourceId: row.resource_id, reservationId: row.reservation_id })),
    })
}
