import type { Db } from '@jiju/platform/database/pool'
import type { Order } from '../../contract/orders.ts'
import type { Side } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import { presentOrder } from '../present-order.ts'
import { listOrderItems } from '../sql/order-items.ts'
import { listSteps, type OrderRow } from '../sql/service-orders.ts'
import { findThreadOfOrder } from '../sql/threads.ts'

/** An order with its items, steps and thread as one side sees it. */
export async function readOrder(db: Db<OrdersTables>, row: OrderRow, side: Side, now: Date): Promise<Order> {
  const items = await listOrderItems(db, row.id)
  const steps = await listSteps(db, row.id)
  return presentOrder(row, { side, items, steps, threadId: await findThreadOfOrder(db, row.id), now })
}
