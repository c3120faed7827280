import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../needs.ts'

/** The order goes on in the thread of its enquiry, or begins one of its own. */
export async function attachThread(
  tx: Db<OrdersTables>,
  thread: { id: string; orderId: string; enquiryId: string | null; organisationId: string; providerId: string; now: Date },
): Promise<void> {
  const { numAffectedRows } = await sql`
    update orders.thread set order_id = ${thread.orderId} where enquiry_id = ${thread.enquiryId} and provider_id = ${thread.providerId}`.execute(
    tx,
  )
  if (numAffectedRows === 1n) return
  await sql`
    insert into orders.thread (id, organisation_id, provider_id, enquiry_id, order_id, created_at)
    values (${thread.id}, ${thread.organisationId}, ${thread.providerId}, ${thread.enquiryId}, ${thread.orderId}, ${thread.now})`.execute(
    tx,
  )
}

export async function findThreadOfOrder(db: Db<OrdersTables>, orderId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from orders.thread where order_id = ${orderId}`.execute(db)
  return rows[0]?.id ?? null
}
