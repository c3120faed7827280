import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { BookingTables } from '../needs.ts'
import { LIVE, runsAt } from './live.ts'

export type SearchedCalendar = {
  readonly resource_id: string
  readonly step_minutes: number
  readonly min_minutes: number
  readonly max_minutes: number
  readonly buffer_before_minutes: number
  readonly buffer_after_minutes: number
  readonly min_notice_minutes: number
  readonly horizon_days: number
  readonly calibration_due_on: string | null
  readonly blocks_when_overdue: boolean
  readonly capacity: number
  readonly zone: string
  readonly holiday_rule: string
  /** JSON texts: most resources of a site share them, so they are parsed once. */
  readonly opening: string
  readonly day_exceptions: string
}

/** Rules and opening hours of those resources that take bookings. */
export async function listSearchedCalendars(db: Db<BookingTables>, resourceIds: readonly string[]): Promise<SearchedCalendar[]> {
  const { rows } = await sql<SearchedCalendar>`
    select c.resource_id, c.step_minutes, c.min_minutes, c.max_minutes, c.buffer_before_minutes, c.buffer_after_minutes, c.min_notice_minutes,
      c.horizon_days, c.calibration_due_on, c.blocks_when_overdue, c.capacity, r.zone, r.holiday_rule, r.opening::text as opening, r.day_exceptions::text as day_exceptions
    from booking.calendar c join catalog_pub.resource r on r.id = c.resource_id
    where c.resource_id = any(${resourceIds}::uuid[]) and c.is_accepting and r.status = 'published'
      and r.operating_status is distinct from 'out_of_service'`.execute(db)
  return rows
}

type TakenMinutes = { readonly resource_id: string; readonly unit: number; readonly taken: string }

/**
 * What is taken on many resources in the window: one row per resource and unit with minutes from `window.from`, as `start end start end …` in order.
 * Starts round down and ends up, so a range that is not on whole minutes is never seen as shorter than it is.
 */
export async function listTakenMinutes(
  db: Db<BookingTables>,
  resourceIds: readonly string[],
  window: { from: Date; until: Date; now: Date },
): Promise<TakenMinutes[]> {
  const fromSeconds = sql`${window.from.getTime() / 1000}::float8`
  const { rows } = await sql<TakenMinutes>`
    select resource_id, unit, string_agg(
      floor((date_part('epoch', lower(blocked)) - ${fromSeconds}) / 60)::int || ' ' || ceil((date_part('epoch', upper(blocked)) - ${fromSeconds}) / 60)::int,
      ' ' order by lower(blocked)) as taken
    from unnest(${resourceIds}::uuid[]) as wanted (id)
    join booking.reservation on resource_id = wanted.id
    where state in ${LIVE} and blocked && tstzrange(${window.from}, ${window.until})
      and ${runsAt(window.now)}
    group by resource_id, unit`.execute(db)
  return rows
}
