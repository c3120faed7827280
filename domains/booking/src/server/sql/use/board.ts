import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import { DEFAULT_USE_RULES } from '../../../core/use/rules.ts'
import type { UseSource } from '../../../core/use/vocabulary.ts'
import type { BookingTables } from '../../needs.ts'

export type RunningRow = {
  readonly id: string
  readonly resource_id: string
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly unit: number
  readonly zone: string
  readonly reservation_id: string | null
  readonly number: string | null
  readonly organisation_name: string
  readonly person_name: string | null
  readonly purpose: string | null
  readonly source: UseSource
  readonly booked_start: Date | null
  readonly started_at: Date
  readonly planned_end: Date
  readonly closes_at: Date
  readonly next_start: Date | null
}

/** Who is on the provider's resources now, by the end of the use. */
export async function listRunning(db: Db<BookingTables>, providerId: string, limit: number): Promise<RunningRow[]> {
  const { rows } = await sql<RunningRow>`
    select u.id, u.resource_id, coalesce(c.name_zh, c.name_en, '') as resource_name, c.name_en as resource_name_en, u.unit,
      coalesce(c.zone, 'Asia/Shanghai') as zone, u.reservation_id, b.number, coalesce(o.short_name, o.name, '') as organisation_name,
      p.name as person_name, coalesce(u.purpose, b.project) as purpose, u.source, lower(b.during) as booked_start, u.started_at, u.planned_end,
      u.planned_end + make_interval(mins => coalesce(r.overrun_minutes, ${DEFAULT_USE_RULES.overrunMinutes})) as closes_at,
      (select min(lower(n.during)) from booking.reservation n
       where n.resource_id = u.resource_id and n.unit = u.unit and n.state = 'confirmed' and n.id is distinct from u.reservation_id
         and n.blocked && tstzrange(u.planned_end, u.planned_end + interval '1 day') and lower(n.during) >= u.planned_end) as next_start
    from booking.running_use u
    left join catalog_pub.resource c on c.id = u.resource_id
    left join booking.use_rules r on r.resource_id = u.resource_id
    left join booking.reservation b on b.id = u.reservation_id and b.resource_id = u.resource_id
    left join people_pub.organisation o on o.id = u.organisation_id
    left join people_pub.person p on p.id = u.person_id
    where u.provider_id = ${providerId}
    order by u.planned_end, u.id limit ${limit}`.execute(db)
  return rows
}

export type AwaitedRow = {
  readonly reservation_id: string
  readonly number: string
  readonly resource_id: string
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly zone: string
  readonly organisation_name: string
  readonly booker_name: string
  readonly start: Date
  readonly end: Date
  readonly version: number
  /** When the slot is given back; null when the rule keeps it. */
  readonly missed_at: Date | null
}

/** Bookings in which somebody should be by now, and those that begin within `until`; by their start. */
export async function listAwaited(
  db: Db<BookingTables>,
  providerId: string,
  window: { now: Date; until: Date; limit: number },
): Promise<AwaitedRow[]> {
  const { rows } = await sql<AwaitedRow>`
    select b.id as reservation_id, b.number, b.resource_id, coalesce(c.name_zh, c.name_en, '') as resource_name, c.name_en as resource_name_en,
      coalesce(c.zone, 'Asia/Shanghai') as zone, coalesce(o.short_name, o.name, '') as organisation_name, coalesce(p.name, '') as booker_name,
      lower(b.during) as start, upper(b.during) as "end", b.version,
      case when r.check_in = 'required' and b.kind = 'customer' then lower(b.during) + make_interval(mins => r.grace_minutes) end as missed_at
    from booking.calendar k
    join booking.reservation b on b.resource_id = k.resource_id
    left join catalog_pub.resource c on c.id = b.resource_id
    left join booking.use_rules r on r.resource_id = b.resource_id
    left join people_pub.organisation o on o.id = b.organisation_id
    left join people_pub.person p on p.id = b.booker_id
    where k.provider_id = ${providerId} and b.state = 'confirmed' and b.kind <> 'outage' and b.unit > 0
      and b.blocked && tstzrange(${window.now}, ${window.until}) and b.during && tstzrange(${window.now}, ${window.until})
    order by lower(b.during), b.id limit ${window.limit}`.execute(db)
  return rows
}

type NextBookingRow = {
  readonly id: string
  readonly start: Date
  readonly end: Date
  readonly unit: number
  readonly organisation_id: string
  readonly booker_id: string
  readonly state: 'confirmed' | 'in_use'
}

/** Bookings of a resource that run or begin within the window, by start. */
export async function listBookingsAround(
  db: Db<BookingTables>,
  resourceId: string,
  window: { from: Date; until: Date },
): Promise<NextBookingRow[]> {
  const { rows } = await sql<NextBookingRow>`
    select id, lower(during) as start, upper(during) as "end", unit, organisation_id, booker_id, state
    from booking.reservation
    where resource_id = ${resourceId} and state in ('confirmed', 'in_use') and kind <> 'outage' and unit > 0
      and blocked && tstzrange(${window.from}, ${window.until})
    order by lower(during), id limit 200`.execute(db)
  return rows
}
