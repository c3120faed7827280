import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Period } from '../../../core/assessment/period.ts'
import type { BookingTables } from '../../needs.ts'
import { EARLIER, freshPart, logOf, scopeOf } from './log.ts'

type Of = { readonly resourceIds: readonly string[]; readonly period: Period; readonly now: Date }

// Proved use as disjoint pieces: what no earlier record has counted is the end of each record.
const pieces = (of: Of) => sql`
  scope as materialized (${scopeOf(of.resourceIds, of.period)}),
  log as (select * from (${logOf(of.now)}) l where l.layer <= 2),
  fresh as (select resource_id, ended, ${freshPart(2)} as proved, ${freshPart(1)} as outside from log ${EARLIER}),
  piece as (
    select s.zone, f.ended at time zone s.zone as ended, f.proved, coalesce(f.outside, interval '0') as outside
    from fresh f join scope s on s.id = f.resource_id where greatest(f.proved, f.outside) > interval '0'
  )`

/** Proved seconds by ISO weekday and hour of the site's clock. */
export async function listWeekUse(db: Db<BookingTables>, of: Of): Promise<{ weekday: number; hour: number; seconds: number }[]> {
  const { rows } = await sql<{ weekday: number; hour: number; seconds: number }>`
    with ${pieces(of)}
    select extract(isodow from h)::int as weekday, extract(hour from h)::int as hour,
      extract(epoch from sum(least(p.ended, h + interval '1 hour') - greatest(p.ended - p.proved, h)))::float8 as seconds
    from piece p cross join lateral generate_series(date_trunc('hour', p.ended - p.proved), p.ended - interval '1 microsecond', interval '1 hour') h
    where p.proved > interval '0'
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

type StepUse = { readonly from_day: string; readonly effective_seconds: number; readonly external_seconds: number }

/** Proved seconds in each step in which there is any; a use over two steps is split where they meet. */
export async function listStepUse(db: Db<BookingTables>, of: Of, steps: readonly Period[]): Promise<StepUse[]> {
  const { rows } = await sql<StepUse>`
    with ${pieces(of)},
    step as (
      select from_day, from_day::timestamp as begins, (to_day + 1)::timestamp as ends
      from unnest(${steps.map(({ from }) => from)}::date[], ${steps.map(({ to }) => to)}::date[]) as s (from_day, to_day)
    )
    select s.from_day::text as from_day,
      coalesce(extract(epoch from sum(greatest(least(p.ended, s.ends) - greatest(p.ended - p.proved, s.begins), interval '0'))), 0)::float8 as effective_seconds,
      coalesce(extract(epoch from sum(greatest(least(p.ended, s.ends) - greatest(p.ended - p.outside, s.begins), interval '0'))), 0)::float8 as external_seconds
    from step s join piece p on p.ended > s.begins and p.ended - greatest(p.proved, p.outside) < s.ends
    group by s.from_day order by s.from_day`.execute(db)
  return rows
}
