import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../../needs.ts'

export async function insertParcel(
  tx: Db<OrdersTables>,
  parcel: {
    id: string
    orderId: string
    direction: 'to_provider' | 'to_client'
    carrier: string
    trackingNumber: string
    by: string
    now: Date
  },
): Promise<void> {
  await sql`
    insert into orders.parcel (id, order_id, direction, carrier, tracking_number, sent_by, sent_at)
    values (${parcel.id}, ${parcel.orderId}, ${parcel.direction}, ${parcel.carrier}, ${parcel.trackingNumber}, ${parcel.by}, ${parcel.now})`.execute(
    tx,
  )
}
