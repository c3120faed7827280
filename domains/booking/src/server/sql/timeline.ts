import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { BookingTables } from '../needs.ts'

type TimelineResourceRow = {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string | null
  readonly model: string | null
  readonly kind: string
  readonly class_code: string | null
}

/** Resources of a provider that have a calendar and are published; by name or by class and name, then id. */
export async function listProviderResources(
  db: Db<BookingTables>,
  filter: {
    providerId: string
    kind: string | undefined
    q: string | undefined
    order: 'name' | 'class'
    after: { classCode: string; name: string; id: string } | undefined
    limit: number
  },
): Promise<TimelineResourceRow[]> {
  const classKey = filter.order === 'class' ? sql`coalesce(r.class_code, '')` : sql`''::text`
  const name = sql`coalesce(r.name_zh, r.name_en)`
  const conditions: RawBuilder<unknown>[] = [sql`c.provider_id = ${filter.providerId} and r.status = 'published'`]
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
