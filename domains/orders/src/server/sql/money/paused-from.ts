import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { PausableState } from '../../../core/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

/** Where an order stood when it was paused the last time. */
export async function findPausedFrom(db: Db<OrdersTables>, orderId: string): Promise<PausableState | null> {
  const { rows } = await sql<{ from_state: PausableState }>`
    select from_state from orders.order_step where order_id = ${orderId} and act = 'pause' order by version desc limit 1`.execute(db)
  return rows[0]?.from_state ?? null
}
