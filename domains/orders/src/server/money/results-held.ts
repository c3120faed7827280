import type { Db } from '@jiju/platform/database/pool'
import { outstandingFen } from '../../core/money/charge.ts'
import type { OrdersTables } from '../needs.ts'
import { findOrderMoney } from '../sql/money/order-money.ts'
import type { OrderRow } from '../sql/service-orders.ts'

/** What a client still has to bring for an order, in fen. */
export async function findOutstandingFen(db: Db<OrdersTables>, order: OrderRow): Promise<bigint> {
  return outstandingFen(await findOrderMoney(db, order))
}

/** Whether results wait for the money: the provider's rule says so and something is left to pay. Money set aside for the order counts as paid; what was handed over with the settlement stays handed over. */
export async function areResultsHeld(db: Db<OrdersTables>, order: OrderRow): Promise<boolean> {
  return order.holds_results && order.settled_at === null && (await findOutstandingFen(db, order)) > 0n
}
