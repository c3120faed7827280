import { formatFen } from '@jiju/kernel/money'
import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import type { EventHandler } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import { SIDES } from '../../core/vocabulary.ts'
import type { OrdersDeps } from '../needs.ts'
import { listOperators } from '../sql/organisations.ts'
import { findOrder, listSteps } from '../sql/service-orders.ts'
import texts from './order-steps.json' with { type: 'json' }
import stepNames from './step-names.json' with { type: 'json' }

const Payload = z.object({ orderId: z.uuid(), version: z.int(), act: z.string(), side: z.enum(SIDES) })

export const ORDER_NOTICES: NoticeKinds = {
  'orders.step_client': { group: 'orders', mail: 'at_once', texts: texts['orders.step_client'] },
  'orders.step_provider': { group: 'orders', mail: 'at_once', texts: texts['orders.step_provider'] },
  'orders.step_operator': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.step_operator'] },
}

const NO_ANSWER = { zh: '期限内无人答复。', en: 'Nobody answered in time.' }

/** Tells the other side of each step of an order, with the reason that was given; both sides when the platform or the operator acted. */
export function orderTeller({ db, needs }: OrdersDeps): EventHandler {
  return async (event) => {
    const { orderId, version, act, side } = Payload.parse(event.payload)
    const step = (stepNames as Readonly<Record<string, { zh: string; en: string }>>)[act]
    const order = await findOrder(db, orderId)
    if (!order || !step) return
    const made = (await listSteps(db, orderId))[version - 1]
    const reason = made?.reason ?? ''
    // What ends before the client's own approvers is none of the provider's business.
    const isInside = made?.from_state === 'awaiting_approval' && ['withdrawn', 'lapsed'].includes(made.to_state)
    const params = {
      number: order.number,
      title: order.title,
      provider: order.provider_name,
      organisation: order.organisation_name,
      total: formatFen(order.total_fen),
      step,
      reason: side === 'platform' && reason ? NO_ANSWER : reason,
    }
    if (side !== 'client' || isInside)
      await needs.notify(db, { kind: 'orders.step_client', to: [order.person_id], params, link: `/e/orders/${orderId}`, key: event.id })
    if (side !== 'provider' && !isInside)
      await needs.notify(db, {
        kind: 'orders.step_provider',
        to: { organisationId: order.provider_id, roles: ['provider:lab_manager'] },
        params,
        link: `/p/orders/${orderId}`,
        key: event.id,
      })
    if (act === 'object')
      for (const operatorId of await listOperators(db))
        await needs.notify(db, {
          kind: 'orders.step_operator',
          to: { organisationId: operatorId, roles: ['operator:operator'] },
          params,
          link: `/o/orders/${orderId}`,
          key: event.id,
        })
  }
}
