import { formatFen } from '@jiju/kernel/money'
import type { Db } from '@jiju/platform/database/pool'
import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import type { EventHandlers } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import type { OrdersDeps, OrdersNeeds, OrdersTables } from '../needs.ts'
import texts from '../notices/purchases.json' with { type: 'json' }
import { findOrder, type OrderRow } from '../sql/service-orders.ts'
import { listApprovals } from '../sql/spending/approvals.ts'

export const PURCHASE_NOTICES: NoticeKinds = {
  'orders.purchase_waits': { group: 'orders', mail: 'at_once', isUrgent: true, texts: texts['orders.purchase_waits'] },
  'orders.purchase_approved': { group: 'orders', mail: 'at_once', texts: texts['orders.purchase_approved'] },
}

const paramsOf = (order: OrderRow) => ({
  number: order.number,
  title: order.title,
  person: order.person_name,
  provider: order.provider_name,
  total: formatFen(order.total_fen),
})

/** Tells whoever decides next; of each step once. */
export async function tellApprovers(tx: Db<OrdersTables>, needs: OrdersNeeds, order: OrderRow): Promise<void> {
  const next = (await listApprovals(tx, order.id)).find(({ state }) => state === 'open')
  if (!next || order.answer_until === null) return
  await needs.notify(tx, {
    kind: 'orders.purchase_waits',
    to: next.person_id
      ? [next.person_id]
      : { organisationId: order.organisation_id, roles: next.role ? [next.role] : [], except: [order.person_id] },
    params: { ...paramsOf(order), answerUntil: order.answer_until.toISOString() },
    link: `/e/orders/${order.id}`,
    key: `${order.id} ${next.position}`,
  })
}

const Payload = z.object({ orderId: z.uuid(), act: z.string() })

/** The first approvers hear of an order that was submitted, and the orderer that all have approved it. */
export function purchaseEvents({ db, needs }: OrdersDeps): EventHandlers {
  return {
    'orders.order_changed': {
      'orders.tell_approvers': async (event) => {
        const { orderId, act } = Payload.parse(event.payload)
        const isApproved = act === 'approve_purchase' || act === 'conclude_purchase'
        if (act !== 'submit' && !isApproved) return
        const order = await findOrder(db, orderId)
        if (!order) return
        if (order.state === 'awaiting_approval') await tellApprovers(db, needs, order)
        if (isApproved)
          await needs.notify(db, {
            kind: 'orders.purchase_approved',
            to: [order.person_id],
            params: paramsOf(order),
            link: `/e/orders/${orderId}`,
            key: event.id,
          })
      },
    },
  }
}
