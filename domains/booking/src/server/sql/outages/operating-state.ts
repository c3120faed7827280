import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { BookingTables } from '../../needs.ts'

export type OperatingRow = {
  readonly operating_status: string | null
  readonly outage: {
    readonly start: string
    readonly end: string
    readonly reason: string
    readonly units: readonly number[] | null
  } | null
  readonly next: { readonly start: string; readonly end: string; readonly reason: string } | null
  readonly fault: { readonly verdict: 'limited' | 'down'; readonly since: string; readonly note: string | null } | null
}

/** What decides whether a resource can be used at `now`: the outage that runs, the one that comes, the worst fault that is not resolved. */
export async function readOperatingFacts(db: Db<BookingTables>, resourceId: string, now: Date): Promise<OperatingRow | undefined> {
  const outage = sql`
    select jsonb_build_object('start', lower(o.during), 'end', upper(o.during), 'reason', o.reason, 'units', x.units)
    from booking.outage o join booking.outage_resource x on x.outage_id = o.id
    where x.resource_id = r.id and o.state = 'declared'`
  const { rows } = await sql<OperatingRow>`
    select r.operating_status,
      (${outage} and o.during @> ${now}::timestamptz order by x.units is null desc, upper(o.during) desc, o.id limit 1) as outage,
      (${outage} and x.units is null and lower(o.during) > ${now} order by lower(o.during), o.id limit 1) as next,
      (select jsonb_build_object('verdict', f.verdict, 'since', f.triaged_at, 'note', f.triage_note) from booking.fault_report f
       where f.resource_id = r.id and f.state = 'triaged' and f.verdict in ('limited', 'down') and f.outage_id is null
       order by f.verdict = 'down' desc, f.triaged_at, f.id limit 1) as fault
    from catalog_pub.resource r where r.id = ${resourceId}`.execute(db)
  return rows[0]
}

type DowntimeRow = {
  readonly provider_id: string
  readonly name: string
  readonly outages: number
  readonly hours: number
  readonly sudden_hours: number
  readonly displaced: number
  readonly answered: number
  readonly relocated: number
  readonly running_now: number
  readonly open_faults: number
  readonly overdue: number
}

/** Downtime of each provider in the window, hours counted per resource, by its share where single units are out; the most first. */
export async function listDowntime(db: Db<BookingTables>, window: { from: Date; until: Date }): Promise<DowntimeRow[]> {
  const { rows } = await sql<DowntimeRow>`
    with down as (
      select o.id, o.provider_id, o.is_sudden, o.state = 'declared' and o.during @> ${window.until}::timestamptz as is_running,
        extract(epoch from upper(o.during * tstzrange(${window.from}, ${window.until})) - lower(o.during * tstzrange(${window.from}, ${window.until})))::float8 / 3600 as hours,
        (select count(*) from booking.outage_resource x where x.outage_id = o.id) as resources,
        (select sum(coalesce(cardinality(x.units)::float8 / c.capacity, 1)) from booking.outage_resource x
         left join booking.calendar c on c.resource_id = x.resource_id where x.outage_id = o.id) as share
      from booking.outage o
      where o.state <> 'called_off' and o.during && tstzrange(${window.from}, ${window.until})
    ), per_provider as (
      select provider_id, count(*)::int as outages, sum(hours * share) as hours, coalesce(sum(hours * share) filter (where is_sudden), 0) as sudden_hours,
        coalesce(sum(resources) filter (where is_running), 0)::int as running_now
      from down group by provider_id
    ), hit as (
      select d.provider_id, count(*)::int as displaced, (count(*) filter (where d.state in ('moved', 'replaced', 'cancelled', 'lapsed')))::int as answered,
        (count(*) filter (where d.state in ('moved', 'replaced')))::int as relocated
      from booking.displacement d join down on down.id = d.outage_id group by d.provider_id
    ), fault as (
      select provider_id, count(*)::int as open_faults from booking.fault_report where state <> 'resolved' group by provider_id
    ), due as (
      select provider_id, count(*)::int as overdue from booking.calendar where calibration_due_on < (${window.until}::timestamptz at time zone 'Asia/Shanghai')::date group by provider_id
    )
    select o.id as provider_id, o.name, coalesce(p.outages, 0) as outages, coalesce(p.hours, 0)::float8 as hours, coalesce(p.sudden_hours, 0)::float8 as sudden_hours,
      coalesce(hit.displaced, 0) as displaced, coalesce(hit.answered, 0) as answered, coalesce(hit.relocated, 0) as relocated,
      coalesce(p.running_now, 0) as running_now, coalesce(fault.open_faults, 0) as open_faults, coalesce(due.overdue, 0) as overdue
    from people_pub.organisation o
    left join per_provider p on p.provider_id = o.id left join hit on hit.provider_id = o.id
    left join fault on fault.provider_id = o.id left join due on due.provider_id = o.id
    where coalesce(p.provider_id, hit.provider_id, fault.provider_id, due.provider_id) is not null
    order by coalesce(p.hours, 0) desc, o.name, o.id limit 500`.execute(db)
  return rows
}
