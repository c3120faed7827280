import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import { CLOSE_UNMETERED_AFTER_HOURS, DEFAULT_USE_RULES } from '../../../core/use/rules.ts'
import type { BookingTables } from '../../needs.ts'

const { checkIn, overrunMinutes } = DEFAULT_USE_RULES

/** Bookings of customers whose grace has passed and whose resource asks for a check-in. */
export async function listMissed(db: Db<BookingTables>, now: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select b.id from booking.reservation b
    join booking.use_rules r on r.resource_id = b.resource_id and r.check_in = 'required'
    where b.state = 'confirmed' and b.kind = 'customer' and b.unit > 0
      and lower(b.during) <= ${now}::timestamptz - make_interval(mins => r.grace_minutes)
    order by lower(b.during), b.id limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}

/** Bookings that nobody metered and nobody has said a word about since they ended. */
export async function listUnmetered(db: Db<BookingTables>, now: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select b.id from booking.reservation b
    left join booking.use_rules r on r.resource_id = b.resource_id
    where b.state = 'confirmed' and b.kind <> 'outage' and b.unit > 0 and lower(b.during) < ${now}
      and upper(b.during) <= ${new Date(now.getTime() - CLOSE_UNMETERED_AFTER_HOURS * 3_600_000)}
      and (b.kind <> 'customer' or coalesce(r.check_in, ${checkIn}) = 'optional')
    order by lower(b.during), b.id limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}

/** Uses that ran over as long as the rule allows. */
export async function listForgotten(db: Db<BookingTables>, now: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from booking.running_use u
    left join booking.use_rules r on r.resource_id = u.resource_id
    where u.planned_end <= ${now}::timestamptz - make_interval(mins => coalesce(r.overrun_minutes, ${overrunMinutes}))
    order by u.planned_end, u.id limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}

export type OverrunRow = {
  readonly use_id: string
  readonly resource_id: string
  readonly provider_id: string
  readonly person_id: string | null
  readonly planned_end: Date
  readonly closes_at: Date
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly zone: string
  readonly next_id: string
  readonly next_booker_id: string
  readonly next_start: Date
  readonly next_end: Date
}

const WARN_AHEAD_MINUTES = 60

/** Uses over their end whose unit somebody else has booked within the next hour. */
export async function listOverruns(db: Db<BookingTables>, now: Date): Promise<OverrunRow[]> {
  const { rows } = await sql<OverrunRow>`
    select u.id as use_id, u.resource_id, u.provider_id, u.person_id, u.planned_end,
      u.planned_end + make_interval(mins => coalesce(r.overrun_minutes, ${overrunMinutes})) as closes_at,
      coalesce(c.name_zh, c.name_en, '') as resource_name, c.name_en as resource_name_en, coalesce(c.zone, 'Asia/Shanghai') as zone,
      b.id as next_id, b.booker_id as next_booker_id, lower(b.during) as next_start, upper(b.during) as next_end
    from booking.running_use u
    left join booking.use_rules r on r.resource_id = u.resource_id
    left join catalog_pub.resource c on c.id = u.resource_id
    join lateral (
      select id, booker_id, during from booking.reservation n
      where n.resource_id = u.resource_id and n.unit = u.unit and n.state = 'confirmed' and n.kind <> 'outage'
        and n.id is distinct from u.reservation_id and lower(n.during) >= u.planned_end
        and lower(n.during) <= ${now}::timestamptz + make_interval(mins => ${WARN_AHEAD_MINUTES})
      order by lower(n.during), n.id limit 1
    ) b on true
    where u.planned_end < ${now}
    order by u.planned_end, u.id limit 500`.execute(db)
  return rows
}
