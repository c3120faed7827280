import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { BookingTables } from '../../needs.ts'

/** A bookable resource that can do what another does: of its class, or by one of its standards (any edition). */
type EquivalentResource = { readonly id: string; readonly match: 'same_class' | 'same_standard' }

/** Up to `limit` resources equivalent to one: same class first, then those that share most standards; one's own provider before others. */
export async function listEquivalentResources(db: Db<BookingTables>, resourceId: string, limit: number): Promise<EquivalentResource[]> {
  const { rows } = await sql<EquivalentResource>`
    select r.id, case when r.class_code = origin.class_code then 'same_class' else 'same_standard' end as match
    from catalog_pub.resource origin
    join catalog_pub.resource r on r.id <> origin.id and r.kind = origin.kind and r.status = 'published'
      and r.operating_status is distinct from 'out_of_service'
    join booking.calendar c on c.resource_id = r.id and c.is_accepting
    cross join lateral (
      select count(distinct theirs.base_key)::int as shared
      from catalog_pub.resource_standard own join catalog_pub.resource_standard theirs on theirs.base_key = own.base_key
      where own.resource_id = origin.id and theirs.resource_id = r.id
    ) standards
    where origin.id = ${resourceId} and (r.class_code = origin.class_code or standards.shared > 0)
    order by r.class_code = origin.class_code desc nulls last, standards.shared desc, r.provider_id = origin.provider_id desc, r.id
    limit ${limit}`.execute(db)
  return rows
}
