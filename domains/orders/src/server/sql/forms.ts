import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { FormField } from '../../core/forms/field.ts'
import type { OrdersTables } from '../needs.ts'

export type FormRow = {
  readonly service_id: string
  readonly version: number
  readonly fields: readonly FormField[]
  readonly created_at: Date
}

/** The newest form of each service that has one. */
export async function listNewestForms(db: Db<OrdersTables>, serviceIds: readonly string[]): Promise<FormRow[]> {
  const { rows } = await sql<FormRow>`
    select distinct on (service_id) service_id, version, fields, created_at from orders.service_form
    where service_id = any(${serviceIds}::uuid[]) order by service_id, version desc`.execute(db)
  return rows
}

export async function findForm(db: Db<OrdersTables>, serviceId: string, version: number): Promise<FormRow | undefined> {
  const { rows } = await sql<FormRow>`
    select service_id, version, fields, created_at from orders.service_form where service_id = ${serviceId} and version = ${version}`.execute(
    db,
  )
  return rows[0]
}

type NewForm = {
  readonly serviceId: string
  readonly version: number
  readonly providerId: string
  readonly fields: readonly FormField[]
  readonly createdBy: string | null
  readonly now: Date
}

/** False when somebody else was first with this version (`service_form_pkey`). */
export async function insertForm(tx: Db<OrdersTables>, form: NewForm): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.service_form (service_id, version, provider_id, fields, created_by, created_at)
    values (${form.serviceId}, ${form.version}, ${form.providerId}, ${JSON.stringify(form.fields)}, ${form.createdBy}, ${form.now})
    on conflict on constraint service_form_pkey do nothing`.execute(tx)
  return numAffectedRows === 1n
}

export type FormService = { readonly id: string; readonly provider_id: string; readonly kind: string; readonly status: string }

export async function listFormServices(db: Db<OrdersTables>, ids: readonly string[]): Promise<FormService[]> {
  const { rows } = await sql<FormService>`
    select resource_id as id, provider_id, kind, status from catalog_pub.service where resource_id = any(${ids}::uuid[]) order by resource_id`.execute(
    db,
  )
  return rows
}
