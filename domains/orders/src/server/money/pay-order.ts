import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { outstandingFen } from '../../core/money/charge.ts'
import type { OrdersTables } from '../needs.ts'
import { ORDER_MISSING } from '../problems.ts'
import { findOrderMoney } from '../sql/money/order-money.ts'
import { lockOrder, type OrderRow } from '../sql/service-orders.ts'
import { holdFor } from './hold.ts'

/** The client sets its balance aside for an order before it is charged, such as to see results that wait for the money. Refuses with `orders.order_missing`, `orders.nothing_to_pay` or `orders.balance_too_small`. */
export async function payOrder(
  tx: Db<OrdersTables>,
  command: Command,
  { orderId, organisationId, by }: { orderId: string; organisationId: string; by: string },
): Promise<OrderRow> {
  const order = await lockOrder(tx, orderId)
  if (!order || order.organisation_id !== organisationId) throw new Refusal(ORDER_MISSING)
  const money = await findOrderMoney(tx, order)
  const outstanding = outstandingFen(money)
  // What is charged is collected by its settlement, from the balance and at once when that covers it.
  if (order.ended_at !== null || money.settlement || outstanding === 0n)
    throw new Refusal({ code: 'orders.nothing_to_pay', kind: 'conflict' })
  const heldFen = await holdFor(tx, order, outstanding, { cause: `hold:${orderId}:${command.requestId}`, at: command.now, personId: by })
  if (heldFen < outstanding) throw new Refusal({ code: 'orders.balance_too_small', kind: 'refused' })
  await command.audit({
    action: 'orders.order.pay',
    subjectType: 'service_order',
    subjectId: orderId,
    detail: { amount: formatFen(heldFen) },
  })
  await command.publish('orders.order_paid_ahead', { orderId, organisationId, heldFen: heldFen.toString() })
  return order
}
