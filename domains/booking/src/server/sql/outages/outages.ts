import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { OutageState, OutageType } from '../../../core/outages/vocabulary.ts'
import type { BookingTables } from '../../needs.ts'

export type OutageResource = {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly zone: string
  /** The units that are out; all when null. */
  readonly units: readonly number[] | null
}

export type OutageRow = {
  readonly id: string
  readonly number: string
  readonly provider_id: string
  readonly provider_name: string
  readonly series_id: string | null
  readonly type: OutageType
  readonly state: OutageState
  readonly is_sudden: boolean
  readonly reason: string
  readonly note: string | null
  readonly start: Date
  readonly end: Date
  readonly declared_by: string
  readonly declared_by_name: string
  readonly declared_at: Date
  readonly ended_at: Date | null
  readonly version: number
  readonly resources: readonly OutageResource[]
  readonly affected: number
  readonly open: number
  readonly proposed: number
}

const outageColumns: RawBuilder<OutageRow> = sql`
  select o.id, o.number, o.provider_id, coalesce(p.name, '') as provider_name, o.series_id, o.type, o.state, o.is_sudden, o.reason, o.note,
    lower(o.during) as start, upper(o.during) as "end", o.declared_by, coalesce(u.name, '') as declared_by_name, o.declared_at, o.ended_at, o.version,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', r.id, 'name', coalesce(r.name_zh, r.name_en, ''), 'nameEn', r.name_en, 'zone', r.zone, 'units', x.units) order by r.name_zh, r.id)
      from booking.outage_resource x join catalog_pub.resource r on r.id = x.resource_id where x.outage_id = o.id), '[]') as resources,
    d.affected, d.open, d.proposed
  from booking.outage o
  left join people_pub.organisation p on p.id = o.provider_id
  left join people_pub.person u on u.id = o.declared_by
  cross join lateral (
    select count(*)::int as affected, (count(*) filter (where state = 'open'))::int as open,
      (count(*) filter (where state = 'open' and proposed_at is not null))::int as proposed
    from booking.displacement where outage_id = o.id) d`

/** An outage of the provider; any other id does not exist for it. */
export async function findOutage(db: Db<BookingTables>, id: string, providerId: string): Promise<OutageRow | undefined> {
  const { rows } = await sql<OutageRow>`${outageColumns} where o.id = ${id} and o.provider_id = ${providerId}`.execute(db)
  return rows[0]
}

/** For handlers of events, which act for nobody. */
export async function findOutageForNotices(db: Db<BookingTables>, id: string): Promise<OutageRow | undefined> {
  const { rows } = await sql<OutageRow>`${outageColumns} where o.id = ${id}`.execute(db)
  return rows[0]
}

type OutageFilter = {
  readonly providerId: string
  readonly when: 'running' | 'planned' | 'past'
  readonly resourceId?: string | undefined
  readonly after?: { readonly start: Date; readonly id: string } | undefined
  readonly limit: number
  readonly now: Date
}

/** One page of a provider's outages: what runs and what is planned by start, what is over by start backwards. */
export async function listOutages(db: Db<BookingTables>, filter: OutageFilter): Promise<OutageRow[]> {
  const { now, after } = filter
  const conditions: RawBuilder<unknown>[] = [sql`o.provider_id = ${filter.providerId}`]
  if (filter.when === 'running') conditions.push(sql`o.state = 'declared' and o.during @> ${now}::timestamptz`)
  else if (filter.when === 'planned') conditions.push(sql`o.state = 'declared' and lower(o.during) > ${now}`)
  else conditions.push(sql`(o.state <> 'declared' or upper(o.during) <= ${now})`)
  if (filter.resourceId)
    conditions.push(sql`exists (select from booking.outage_resource x where x.outage_id = o.id and x.resource_id = ${filter.resourceId})`)
  const isBackwards = filter.when === 'past'
  if (after)
    conditions.push(
      isBackwards
        ? sql`(lower(o.during), o.id) < (${after.start}, ${after.id}::uuid)`
        : sql`(lower(o.during), o.id) > (${after.start}, ${after.id}::uuid)`,
    )
  const order = isBackwards ? sql`lower(o.during) desc, o.id desc` : sql`lower(o.during), o.id`
  const { rows } = await sql<OutageRow>`
    ${outageColumns} where ${sql.join(conditions, sql` and `)} order by ${order} limit ${filter.limit + 1}`.execute(db)
  return rows
}

type NewOutage = {
  readonly id: string
  readonly number: string
  readonly providerId: string
  readonly seriesId: string | null
  readonly type: OutageType
  readonly isSudden: boolean
  readonly reason: string
  readonly note: string | null
  readonly during: TimeRange
  readonly by: string
  readonly now: Date
}

/** `units`: those of the one resource that are out; all units of every resource when null. */
export async function insertOutage(
  db: Db<BookingTables>,
  outage: NewOutage,
  resourceIds: readonly string[],
  units: readonly number[] | null,
): Promise<void> {
  await sql`
    insert into booking.outage (id, number, provider_id, series_id, type, is_sudden, reason, note, during, declared_by, declared_at, updated_at)
    values (${outage.id}, ${outage.number}, ${outage.providerId}, ${outage.seriesId}, ${outage.type}, ${outage.isSudden}, ${outage.reason},
      ${outage.note}, tstzrange(${outage.during.start}, ${outage.during.end}), ${outage.by}, ${outage.now}, ${outage.now})`.execute(db)
  await sql`
    insert into booking.outage_resource (outage_id, resource_id, units)
    select ${outage.id}, id, ${units && [...units]}::int[] from unnest(${[...resourceIds]}::uuid[]) as wanted (id)`.execute(db)
}

/** Changes time, reason and state of an outage that still holds; false when the version is not the current one any more. */
export async function updateOutage(
  db: Db<BookingTables>,
  target: { readonly id: string; readonly version: number },
  to: {
    readonly during: TimeRange
    readonly reason: string
    readonly state: OutageState
    readonly endedAt: Date | null
    readonly now: Date
  },
): Promise<boolean> {
  const result = await sql`
    update booking.outage set during = tstzrange(${to.during.start}, ${to.during.end}), reason = ${to.reason}, state = ${to.state},
      ended_at = ${to.endedAt}, version = version + 1, updated_at = ${to.now}
    where id = ${target.id} and version = ${target.version} and state = 'declared'`.execute(db)
  return result.numAffectedRows === 1n
}
