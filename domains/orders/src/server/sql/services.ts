import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import { ORDERABLE_KINDS } from '../../core/forms/orderable-kinds.ts'
import type { OrdersTables } from '../needs.ts'

/** A service of the catalogue at what one class of customers pays on a day. Days are working days. */
export type ServiceRow = {
  readonly id: string
  readonly provider_id: string
  readonly provider_district: string | null
  readonly kind: string
  readonly name: string
  readonly turnaround_days: number | null
  readonly methods: string
}

type ServicePrice = {
  readonly resource_id: string
  readonly customer_class: string
  readonly unit: string
  readonly price_fen: bigint
}

/** Published services among `ids` that can be ordered; what is booked by time is not. */
export async function listServices(db: Db<OrdersTables>, ids: readonly string[]): Promise<ServiceRow[]> {
  const { rows } = await sql<ServiceRow>`
    select s.resource_id as id, s.provider_id, o.district as provider_district, s.kind, s.name_zh as name, s.turnaround_days_max as turnaround_days,
      coalesce((select string_agg(t.number, '、' order by t.position, t.number) from catalog_pub.resource_standard t where t.resource_id = s.resource_id), '') as methods
    from catalog_pub.service s join people_pub.organisation o on o.id = s.provider_id
    where s.resource_id = any(${ids}::uuid[]) and s.status = 'published' and s.kind = any(${ORDERABLE_KINDS}::text[]) order by s.resource_id`.execute(
    db,
  )
  return rows
}

/** Prices that hold on `day`, cheapest unit first; hours are booked, not ordered. */
export async function listServicePrices(db: Db<OrdersTables>, ids: readonly string[], day: string): Promise<ServicePrice[]> {
  const { rows } = await sql<ServicePrice>`
    select resource_id, customer_class, unit, price_fen from catalog_pub.resource_price
    where resource_id = any(${ids}::uuid[]) and unit <> 'hour' and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
    order by resource_id, price_fen, unit`.execute(db)
  return rows
}
