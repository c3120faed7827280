import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { BookingTables } from '../needs.ts'
import { LIVE } from './live.ts'

type TimelineResourceRow = {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string | null
  readonly model: string | null
  readonly kind: string
  readonly class_code: string | null
}

/** Resources of a provider that have a calendar: published ones, and those taken off that still have bookings in the window; by name or by class and name, then id. */
export async function listProviderResources(
  db: Db<BookingTables>,
  filter: {
    providerId: string
    kind: string | undefined
    q: string | undefined
    order: 'name' | 'class'
    window: { from: Date; until: Date }
    after: { classCode: string; name: string; id: string } | undefined
    limit: number
  },
): Promise<TimelineResourceRow[]> {
  const classKey = filter.order === 'class' ? sql`coalesce(r.class_code, '')` : sql`''::text`
  const name = sql`coalesce(r.name_zh, r.name_en)`
  const conditions: RawBuilder<unknown>[] = [
    sql`c.provider_id = ${filter.providerId}`,
    sql`(r.status = 'published' or r.status = 'retired' and exists (
      select from booking.reservation v
      where v.resource_id = r.id and v.state in ${LIVE} and v.blocked && tstzrange(${filter.window.from}, ${filter.window.until})))`,
  ]
  if (filter.kind) conditions.push(sql`r.kind = ${filter.kind}`)
  if (filter.q) {
    const pattern = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
    conditions.push(sql`(r.name_zh ilike ${pattern} or r.name_en ilike ${pattern} or r.model ilike ${pattern})`)
  }
  if (filter.after)
    conditions.push(sql`(${classKey}, ${name}, r.id) > (${filter.after.classCode}, ${filter.after.name}, ${filter.after.id}::uuid)`)
  const { rows } = await sql<TimelineResourceRow>`
    select r.id, ${name} as name_zh, r.name_en, r.model, r.kind, r.class_code
    from booking.calendar c join catalog_pub.resource r on r.id = c.resource_id
    where ${sql.join(conditions, sql` and `)}
    order by ${classKey}, ${name}, r.id
    limit ${filter.limit + 1}`.execute(db)
  return rows
}
