import { violatedConstraint } from '@jiju/platform/database/pool'
import type { EventHandlers } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import type { OrdersDeps } from '../needs.ts'
import { jobWork } from '../order/job-work.ts'
import { lockOrder } from '../sql/service-orders.ts'
import { endPlan, findPlanOfReservation, listPlanTimes, type PlanOfReservation, shiftPlan } from '../sql/work/plans.ts'
import { findTask } from '../sql/work/tasks.ts'
import { releasePlan } from './plan-task.ts'

const OrderPayload = z.object({ orderId: z.uuid(), act: z.string(), to: z.string() })
const ReservationPayload = z.object({ reservationId: z.uuid() })
const TaskPayload = z.object({ taskId: z.uuid(), providerId: z.uuid(), personId: z.uuid().nullable().exactOptional() })
const TASK_ENDERS = new Set(['void'])
const LIVE = ['held', 'pending', 'confirmed', 'in_use', 'completed']

/** Time of orders that ended goes back to the calendars; a booking that booking moves or takes away is followed by its plan; people are told. */
export function workEvents(deps: OrdersDeps): EventHandlers {
  const { db, needs } = deps

  const followReservation = async (event: { id: string; payload: unknown }): Promise<void> => {
    const { reservationId } = ReservationPayload.parse(event.payload)
    const plan = await findPlanOfReservation(db, reservationId)
    if (!plan) return
    await db
      .transaction()
      .execute(async (tx) => {
        await lockOrder(tx, plan.order_id)
        const times = await listPlanTimes(tx, plan.plan_id)
        const first = times[0]
        const isWhole = times.every(
          ({ state, start, end }) => LIVE.includes(state) && +start === +(first?.start ?? 0) && +end === +(first?.end ?? 0),
        )
        if (first && isWhole) {
          await shiftPlan(tx, plan.plan_id, first)
          return
        }
        await losePlan(plan, event.id)
      })
      .catch(async (error: unknown) => {
        // Its person is planned elsewhere at the new time: the plan cannot follow.
        if (violatedConstraint(error) !== 'task_plan_person_free') throw error
        await losePlan(plan, event.id)
      })
  }

  const losePlan = async (plan: PlanOfReservation, key: string): Promise<void> => {
    await db.transaction().execute(async (tx) => {
      const lost = await endPlan(tx, plan.task_id, { state: 'lost', reason: null, now: needs.now() })
      if (!lost) return
      await releasePlan(tx, jobWork(tx, needs.now(), 'orders.work'), needs, { planId: lost })
      await needs.notify(tx, {
        kind: 'orders.plan_lost',
        to: plan.assignee_id ? [plan.assignee_id] : { organisationId: plan.provider_id, roles: ['provider:lab_manager'] },
        params: { title: plan.title, number: plan.order_number },
        link: `/p/tasks/${plan.task_id}`,
        key,
      })
    })
  }

  return {
    'orders.order_changed': {
      'orders.release_plans': async (event) => {
        const { orderId } = OrderPayload.parse(event.payload)
        await db.transaction().execute((tx) => releasePlan(tx, jobWork(tx, needs.now(), 'orders.work'), needs, { orderId }))
      },
    },
    'orders.task_changed': {
      'orders.release_plan_of_task': async (event) => {
        const { orderId, act } = z.object({ orderId: z.uuid(), act: z.string() }).parse(event.payload)
        if (TASK_ENDERS.has(act))
          await db.transaction().execute((tx) => releasePlan(tx, jobWork(tx, needs.now(), 'orders.work'), needs, { orderId }))
      },
    },
    'orders.task_assigned': {
      'orders.tell_assignee': async (event) => {
        const { taskId, personId } = TaskPayload.parse(event.payload)
        const task = await findTask(db, taskId)
        if (!task || !personId) return
        await needs.notify(db, {
          kind: 'orders.task_assigned',
          to: [personId],
          params: { title: task.title, number: task.order_number },
          link: `/p/tasks/${taskId}`,
          key: event.id,
        })
      },
    },
    'orders.investigation_opened': {
      'orders.tell_of_investigation': async (event) => {
        const { taskId, providerId } = TaskPayload.parse(event.payload)
        const task = await findTask(db, taskId)
        if (!task) return
        await needs.notify(db, {
          kind: 'orders.investigation_opened',
          to: { organisationId: providerId, roles: ['provider:owner', 'provider:lab_manager'] },
          params: { title: task.title, number: task.order_number },
          link: `/p/tasks/${taskId}`,
          key: event.id,
        })
      },
    },
    'booking.reservation_cancelled': { 'orders.follow_reservation': followReservation },
    'booking.reservation_moved': { 'orders.follow_reservation': followReservation },
    'booking.reservation_declined': { 'orders.follow_reservation': followReservation },
  }
}
