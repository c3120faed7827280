import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { Operation, ReservationKind, ReservationState } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import { LIVE } from './live.ts'

/** A reservation as calendars outside of the platform show it. */
export type FeedRow = {
  readonly id: string
  readonly version: number
  readonly number: string
  readonly kind: Exclude<ReservationKind, 'move'>
  readonly state: ReservationState
  readonly start: Date
  readonly end: Date
  readonly held_until: Date | null
  readonly decide_until: Date | null
  readonly was_request: boolean
  readonly is_displaced: boolean
  readonly operation: Operation
  readonly project: string | null
  readonly end_reason: string | null
  readonly updated_at: Date
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly zone: string
  readonly site_name: string | null
  readonly site_address: string | null
  readonly provider_name: string
  readonly organisation_name: string
  readonly booker_name: string
}

type FeedWindow = {
  readonly from: Date
  readonly until: Date
  /** What was given back before this is left out. */
  readonly cancelledSince: Date
  readonly limit: number
}

const columns = sql`b.id, b.version, b.number, b.kind, b.state, lower(b.during) as start, upper(b.during) as "end", b.held_until, b.decide_until,
  b.request_cause is not null as was_request, b.unit < 0 as is_displaced, b.operation, b.project, b.end_reason, b.updated_at,
  coalesce(r.name_zh, r.name_en, '') as resource_name, r.name_en as resource_name_en, coalesce(r.zone, 'Asia/Shanghai') as zone, r.site_name,
  r.site_address, coalesce(p.name, '') as provider_name, coalesce(o.short_name, o.name, '') as organisation_name, coalesce(u.name, '') as booker_name`

const names = sql`left join catalog_pub.resource r on r.id = b.resource_id
  left join people_pub.organisation p on p.id = b.provider_id
  left join people_pub.organisation o on o.id = b.organisation_id
  left join people_pub.person u on u.id = b.booker_id`

const givenBack = sql`(b.state in ('cancelled', 'declined') or (b.state = 'expired' and b.request_cause is not null))`

// A booking is at most 31 days long: what is not older than that by its start is found by the index, and the rest of the condition is exact.
const inWindow = (window: FeedWindow) => sql`lower(b.during) >= ${window.from}::timestamptz - interval '31 days'
  and lower(b.during) < ${window.until} and upper(b.during) > ${window.from}`

/** The bookings of one person, for the organisations to which the person still belongs. */
export async function listPersonBookings(db: Db<BookingTables>, personId: string, window: FeedWindow): Promise<FeedRow[]> {
  const { rows } = await sql<FeedRow>`
    select ${columns} from booking.reservation b ${names}
    where b.booker_id = ${personId} and b.kind <> 'move' and ${inWindow(window)}
      and (b.state in ('pending', 'confirmed', 'in_use', 'completed', 'no_show') or (${givenBack} and b.ended_at > ${window.cancelledSince}))
      and exists (select from people_pub.membership m
        where m.person_id = ${personId} and m.organisation_id = b.organisation_id and m.status = 'active')
    order by lower(b.during), b.id limit ${window.limit}`.execute(db)
  return rows
}

export async function findFeedRow(db: Db<BookingTables>, id: string): Promise<FeedRow | undefined> {
  const { rows } = await sql<FeedRow>`select ${columns} from booking.reservation b ${names} where b.id = ${id}`.execute(db)
  return rows[0]
}

export type FeedResources = { readonly providerId: string } & (
  | { readonly resourceId: string }
  | { readonly siteId: string }
  | { readonly all: true }
)

/** Those of the provider's resources that a feed or a door screen is about. */
function resourceIds(of: FeedResources): RawBuilder<unknown> {
  const which = 'resourceId' in of ? sql`and r.id = ${of.resourceId}` : 'siteId' in of ? sql`and r.site_id = ${of.siteId}` : sql``
  return sql`select c.resource_id as id from booking.calendar c join catalog_pub.resource r on r.id = c.resource_id
    where c.provider_id = ${of.providerId} and r.provider_id = ${of.providerId} ${which}`
}

/** The bookings on a provider's resources: what takes time by one index search per resource, what was given back by another. */
export async function listResourceBookings(db: Db<BookingTables>, of: FeedResources, window: FeedWindow): Promise<FeedRow[]> {
  const { rows } = await sql<FeedRow>`
    with wanted as materialized (${resourceIds(of)}), found as (
      select b.* from wanted cross join lateral (
        select * from booking.reservation
        where resource_id = wanted.id and kind <> 'move' and state in ${LIVE} and state <> 'held' and blocked && tstzrange(${window.from}, ${window.until})
      ) b where upper(b.during) > ${window.from} and lower(b.during) < ${window.until}
      union all
      select b.* from booking.reservation b
      where b.provider_id = ${of.providerId} and b.ended_at > ${window.cancelledSince} and ${givenBack}
        and b.resource_id in (select id from wanted) and ${inWindow(window)}
    )
    select ${columns} from found b ${names}
    order by lower(b.during), b.id limit ${window.limit}`.execute(db)
  return rows
}

/** The published resources that a door screen shows. */
export async function listDoorResources(db: Db<BookingTables>, of: FeedResources): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from catalog_pub.resource r where r.status = 'published' and r.id in (${resourceIds(of)})
    order by coalesce(r.name_zh, r.name_en), r.id`.execute(db)
  return rows.map(({ id }) => id)
}
