import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../needs.ts'

export type FitRow = {
  readonly service_id: string
  readonly service_name: string
  readonly provider_id: string
  readonly provider_name: string
}

/** Published services among `ids` whose providers may be asked, but those of `exceptId`. */
export async function listAskableServices(db: Db<OrdersTables>, ids: readonly string[], exceptId: string): Promise<FitRow[]> {
  const { rows } = await sql<FitRow>`
    select s.resource_id as service_id, s.name_zh as service_name, s.provider_id, o.name as provider_name
    from catalog_pub.service s join people_pub.organisation o on o.id = s.provider_id
    where s.resource_id = any(${ids}::uuid[]) and s.status = 'published' and o.kind = 'provider' and o.status = 'verified' and o.id <> ${exceptId}
    order by s.resource_id`.execute(db)
  return rows
}

/** Providers among `ids` that may be asked. */
export async function listAskableProviders(db: Db<OrdersTables>, ids: readonly string[], exceptId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from people_pub.organisation where id = any(${ids}::uuid[]) and kind = 'provider' and status = 'verified' and id <> ${exceptId} order by id`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Schemes under which a service is accredited on `day`. */
export async function listSchemes(
  db: Db<OrdersTables>,
  serviceIds: readonly string[],
  day: string,
): Promise<{ service_id: string; scheme: string }[]> {
  const { rows } = await sql<{ service_id: string; scheme: string }>`
    select distinct resource_id as service_id, scheme from catalog_pub.resource_accreditation
    where resource_id = any(${serviceIds}::uuid[]) and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
    order by scheme, resource_id`.execute(db)
  return rows
}
