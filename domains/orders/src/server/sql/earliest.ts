import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Receives } from '../../core/earliest/plan-result.ts'
import type { OrdersTables } from '../needs.ts'

/** A service that can be ordered with what its provider states of how it works. */
export type PlannedServiceRow = {
  readonly id: string
  readonly kind: string
  readonly name_zh: string | null
  readonly name_en: string | null
  readonly provider_id: string
  readonly provider_name: string
  readonly district: string | null
  readonly turnaround_min: number | null
  readonly turnaround_max: number | null
  readonly sample_requirements: string | null
  readonly receives: Receives | null
  readonly parallel_orders: number | null
  readonly intake_days: number | null
  readonly instrument_id: string | null
  readonly instrument_minutes: number | null
  readonly instrument_name: string | null
}

/** Published services of verified providers, among `ids` or all of `kinds`. */
export async function listPlannedServices(
  db: Db<OrdersTables>,
  { ids, kinds, limit }: { ids: readonly string[] | null; kinds: readonly string[]; limit: number },
): Promise<PlannedServiceRow[]> {
  const among = ids ? sql`and s.resource_id = any(${ids}::uuid[])` : sql``
  const { rows } = await sql<PlannedServiceRow>`
    select s.resource_id as id, s.kind, s.name_zh, s.name_en, s.provider_id, o.name as provider_name, o.district, s.turnaround_days_min as turnaround_min,
      s.turnaround_days_max as turnaround_max, s.sample_requirements, p.receives, p.parallel_orders, p.intake_days, p.instrument_id, p.instrument_minutes,
      i.name_zh as instrument_name
    from catalog_pub.service s
    join people_pub.organisation o on o.id = s.provider_id
    left join orders.service_plan p on p.service_id = s.resource_id
    left join catalog_pub.resource i on i.id = p.instrument_id
    where s.status = 'published' and o.status = 'verified' and s.kind = any(${kinds}::text[]) ${among}
    order by s.resource_id limit ${limit}`.execute(db)
  return rows
}

export type AheadRow = { readonly service_id: string; readonly due_day: string | null; readonly turnaround_days: number }

/** Orders of each service that are agreed but not worked off, first come first; those without a promised day have not begun. */
export async function listAhead(db: Db<OrdersTables>, serviceIds: readonly string[]): Promise<AheadRow[]> {
  const { rows } = await sql<AheadRow>`
    select distinct i.service_id, o.due_day, o.turnaround_days, o.placed_at, o.id
    from orders.order_item i join orders.service_order o on o.id = i.order_id
    where i.service_id = any(${serviceIds}::uuid[]) and o.state in ('placed', 'accepted', 'received', 'working', 'paused', 'retest_requested')
    order by i.service_id, o.placed_at, o.id`.execute(db)
  return rows
}

type AccreditationRow = {
  readonly service_id: string
  readonly scheme: string
  readonly certificate_no: string
  readonly valid_from: string
  readonly valid_to: string | null
}

export async function listAccreditations(db: Db<OrdersTables>, serviceIds: readonly string[]): Promise<AccreditationRow[]> {
  const { rows } = await sql<AccreditationRow>`
    select resource_id as service_id, scheme, certificate_no, valid_from, valid_to from catalog_pub.resource_accreditation
    where resource_id = any(${serviceIds}::uuid[]) order by resource_id, scheme, valid_from, accreditation_id`.execute(db)
  return rows
}

type CitedRow = {
  readonly service_id: string
  readonly number: string
  readonly status: string
  readonly effective_on: string | null
}

/** Standards that services cite and that are not simply in force. */
export async function listDoubtfulStandards(db: Db<OrdersTables>, serviceIds: readonly string[]): Promise<CitedRow[]> {
  const { rows } = await sql<CitedRow>`
    select resource_id as service_id, number, status, effective_on from catalog_pub.resource_standard
    where resource_id = any(${serviceIds}::uuid[]) and status in ('replaced', 'withdrawn', 'upcoming') order by resource_id, position, number`.execute(
    db,
  )
  return rows
}

type PlanRow = {
  readonly receives: Receives
  readonly parallel_orders: number
  readonly intake_days: number
  readonly instrument_id: string | null
  readonly instrument_minutes: number | null
  readonly version: number
}

export async function findServicePlan(db: Db<OrdersTables>, serviceId: string): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`
    select receives, parallel_orders, intake_days, instrument_id, instrument_minutes, version from orders.service_plan where service_id = ${serviceId}`.execute(
    db,
  )
  return rows[0]
}

type NewPlan = Omit<PlanRow, 'version'> & {
  readonly serviceId: string
  readonly providerId: string
  readonly personId: string
  readonly expected: number
  readonly now: Date
}

/** Compare and swap by version; version 0 is a service without a plan. */
export async function writeServicePlan(tx: Db<OrdersTables>, plan: NewPlan): Promise<boolean> {
  const { numAffectedRows } = await (plan.expected === 0
    ? sql`
      insert into orders.service_plan (service_id, provider_id, receives, parallel_orders, intake_days, instrument_id, instrument_minutes, updated_at, updated_by)
      values (${plan.serviceId}, ${plan.providerId}, ${plan.receives}, ${plan.parallel_orders}, ${plan.intake_days}, ${plan.instrument_id},
        ${plan.instrument_minutes}, ${plan.now}, ${plan.personId})
      on conflict on constraint service_plan_pkey do nothing`
    : sql`
      update orders.service_plan set receives = ${plan.receives}, parallel_orders = ${plan.parallel_orders}, intake_days = ${plan.intake_days},
        instrument_id = ${plan.instrument_id}, instrument_minutes = ${plan.instrument_minutes}, updated_at = ${plan.now}, updated_by = ${plan.personId},
        version = version + 1
      where service_id = ${plan.serviceId} and provider_id = ${plan.providerId} and version = ${plan.expected}`
  ).execute(tx)
  return numAffectedRows === 1n
}

/** Whether a resource is the provider's own and can be booked. */
export async function isOwnInstrument(db: Db<OrdersTables>, resourceId: string, providerId: string): Promise<boolean> {
  const { rows } = await sql`
    select from catalog_pub.resource r join booking_pub.calendar c on c.resource_id = r.id
    where r.id = ${resourceId} and r.provider_id = ${providerId}`.execute(db)
  return rows.length > 0
}
