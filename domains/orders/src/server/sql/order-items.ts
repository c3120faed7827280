import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { LineKind } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'

export type OrderItemRow = {
  readonly id: string
  readonly position: number
  readonly kind: LineKind
  readonly service_id: string | null
  readonly name: string
  readonly method: string
  readonly quantity: number
  readonly sample_count: number
  readonly unit: string
  readonly unit_price_fen: bigint
  readonly amount_fen: bigint
  readonly form: Readonly<Record<string, unknown>>
  readonly form_version: number | null
  readonly amendment_id: string | null
  readonly subcontractor: string | null
}

export type NewOrderItem = Omit<OrderItemRow, 'position' | 'subcontractor'>

/** Adds items behind those that are there. */
export async function insertOrderItems(tx: Db<OrdersTables>, orderId: string, items: readonly NewOrderItem[]): Promise<void> {
  for (const item of items)
    await sql`
      insert into orders.order_item (id, order_id, position, kind, service_id, name, method, quantity, sample_count, unit, unit_price_fen, amount_fen,
        form, form_version, amendment_id)
      select ${item.id}, ${orderId}, coalesce(max(position), 0) + 1, ${item.kind}, ${item.service_id}, ${item.name}, ${item.method}, ${item.quantity},
        ${item.sample_count}, ${item.unit}, ${item.unit_price_fen}, ${item.amount_fen}, ${JSON.stringify(item.form)}, ${item.form_version}, ${item.amendment_id}
      from orders.order_item where order_id = ${orderId}`.execute(tx)
}

/** What the order holds now; items that an amendment took out are left out. */
export async function listOrderItems(db: Db<OrdersTables>, orderId: string): Promise<OrderItemRow[]> {
  const { rows } = await sql<OrderItemRow>`
    select id, position, kind, service_id, name, method, quantity, sample_count, unit, unit_price_fen, amount_fen, form, form_version, amendment_id, subcontractor
    from orders.order_item where order_id = ${orderId} and removed_by is null order by position`.execute(db)
  return rows
}
