import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Period } from '../../../core/assessment/period.ts'
import type { BookingTables } from '../../needs.ts'

/** Searches that found nothing, the most frequent first. */
export async function listMissedSearches(
  db: Db<BookingTables>,
  { from, to }: Period,
  limit: number,
): Promise<{ query: string; conditions: string; count: number; last_on: string }[]> {
  const { rows } = await sql<{ query: string; conditions: string; count: number; last_on: string }>`
    select query, conditions, sum(count)::int as count, max(day)::text as last_on from catalog_pub.search_miss
    where day between ${from}::date and ${to}::date group by query, conditions
    order by sum(count) desc, query collate "C", conditions collate "C" limit ${limit}`.execute(db)
  return rows
}

type DeclinedRow = {
  readonly resource_id: string
  readonly name_zh: string | null
  readonly name_en: string | null
  readonly class_code: string | null
  readonly provider_name: string
  readonly reason: string
  readonly count: number
  readonly hours: number
}

/** Requests that a provider declined (by its reason) or let run out, by resource; the most hours first. */
export async function listDeclined(db: Db<BookingTables>, { from, to }: Period, limit: number): Promise<DeclinedRow[]> {
  const { rows } = await sql<DeclinedRow>`
    select r.id as resource_id, r.name_zh, r.name_en, r.class_code, coalesce(o.short_name, o.name, '') as provider_name,
      case when b.state = 'expired' then 'expired' else b.decline_reason end as reason,
      count(*)::int as count, (sum(extract(epoch from upper(b.during) - lower(b.during))) / 3600)::float8 as hours
    from booking.reservation b
    join catalog_pub.resource r on r.id = b.resource_id
    left join people_pub.organisation o on o.id = r.provider_id
    where b.state in ('declined', 'expired') and b.kind = 'customer' and b.request_cause is not null
      and b.created_at >= (${from}::date)::timestamp at time zone r.zone and b.created_at < (${to}::date + 1)::timestamp at time zone r.zone
    group by r.id, r.name_zh, r.name_en, r.class_code, o.short_name, o.name, reason
    order by hours desc, r.id, reason limit ${limit}`.execute(db)
  return rows
}

export type UnofferedRow = {
  readonly resource_id: string
  readonly name_zh: string | null
  readonly name_en: string | null
  readonly class_code: string | null
  readonly provider_name: string
  readonly count: number
  readonly hours: number
}

/** Wishes of waiting lists that never got an offer, by resource that would have done. A wish with several choices stands at each of them. */
export async function listUnoffered(db: Db<BookingTables>, { from, to }: Period, limit: number): Promise<UnofferedRow[]> {
  const { rows } = await sql<UnofferedRow>`
    select r.id as resource_id, r.name_zh, r.name_en, r.class_code, coalesce(o.short_name, o.name, '') as provider_name,
      count(*)::int as count, (sum(w.minutes) / 60.0)::float8 as hours
    from booking.waiting_wish w
    join booking.waiting_choice c on c.wish_id = w.id
    join catalog_pub.resource r on r.id = c.resource_id
    left join people_pub.organisation o on o.id = r.provider_id
    where w.created_at >= (${from}::date)::timestamp at time zone r.zone and w.created_at < (${to}::date + 1)::timestamp at time zone r.zone
      and w.state in ('waiting', 'expired', 'left') and not exists (select from booking.waiting_offer f where f.wish_id = w.id)
    group by r.id, r.name_zh, r.name_en, r.class_code, o.short_name, o.name
    order by hours desc, r.id limit ${limit}`.execute(db)
  return rows
}
