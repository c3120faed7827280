import { type RawBuilder, sql } from 'kysely'
import type { Period } from '../../../core/assessment/period.ts'
import { LIVE } from '../live.ts'

/** Instruments with the bounds of the period by their own clocks: `id, zone, since, until`. */
export function scopeOf(ids: readonly string[], { from, to }: Period): RawBuilder<unknown> {
  return sql`
    select r.id, r.zone, (${from}::date)::timestamp at time zone r.zone as since, (${to}::date + 1)::timestamp at time zone r.zone as until
    from catalog_pub.resource r where r.id = any(${ids}::uuid[])`
}

/**
 * What is known of use in `scope`, clipped to the period, in layers: 1 proved and from outside, 2 proved, 3 in the log but inferred, 4 booked and over
 * but not in the log. Of the log only records that no other one replaces.
 */
export function logOf(now: Date): RawBuilder<unknown> {
  return sql`
    select u.resource_id, u.id, u.reservation_id, u.is_outside, u.is_proved, u.ended_at >= s.since and u.ended_at < s.until as ends_here,
      greatest(u.started_at, s.since) as started, least(u.ended_at, s.until) as ended,
      case when not u.is_proved then 3 when u.is_outside then 1 else 2 end as layer
    from scope s
    join booking.use_record u on u.resource_id = s.id and u.started_at < s.until and u.ended_at >= s.since
    where not exists (select from booking.use_record later where later.replaces = u.id)
    union all
    select b.resource_id, b.id, b.id, b.organisation_id <> b.provider_id, false, upper(b.during) < s.until,
      greatest(lower(b.during), s.since), least(upper(b.during), s.until), 4
    from scope s
    join booking.reservation b on b.resource_id = s.id and b.blocked && tstzrange(s.since, s.until) and b.during && tstzrange(s.since, s.until)
    where b.state in ${LIVE} and b.state in ('confirmed', 'completed') and b.kind <> 'outage' and b.unit > 0 and upper(b.during) <= ${now}
      and not exists (select from booking.use_record u where u.reservation_id = b.id)`
}

/**
 * The part of a row of `log` that no earlier row of the layers up to `layer` has counted: their sum is the length of the union. Needs the window
 * `earlier` (by resource, ordered by start, all rows before).
 */
export function freshPart(layer: 1 | 2 | 3 | 4): RawBuilder<unknown> {
  const bound = sql.lit(layer)
  return sql`case when layer <= ${bound} then greatest(ended - greatest(started, max(ended) filter (where layer <= ${bound}) over earlier), interval '0') end`
}

export const EARLIER = sql`window earlier as (partition by resource_id order by started, layer, id rows between unbounded preceding and 1 preceding)`
