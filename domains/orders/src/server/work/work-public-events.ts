import type { PublicEvents } from '@jiju/platform/webhooks/public-events'
import { z } from 'zod'
import { TASK_STATES } from '../../core/work/vocabulary.ts'

const task = { taskId: z.uuid(), orderId: z.uuid(), providerId: z.uuid().describe('The organisation that does the work') }
const Assigned = z.object({ ...task, personId: z.uuid().describe('Who shall do it') })
const Changed = z.object({ ...task, act: z.string().describe('What was done, such as start or complete'), to: z.enum(TASK_STATES) })

/** What a laboratory's own programs may be told of its tasks; the client sees results in the report. */
export const WORK_PUBLIC_EVENTS: PublicEvents = {
  'orders.task_assigned': {
    title: { zh: '检测任务已分配', en: 'A task was assigned' },
    data: Assigned,
    present: async ({ payload }) => {
      const event = Assigned.parse(payload)
      return { organisationIds: [event.providerId], data: event }
    },
  },
  'orders.task_changed': {
    title: { zh: '检测任务开始、完成或复核', en: 'A task was started, finished or checked' },
    data: Changed,
    present: async ({ payload }) => {
      const event = Changed.parse(payload)
      return { organisationIds: [event.providerId], data: event }
    },
  },
}
