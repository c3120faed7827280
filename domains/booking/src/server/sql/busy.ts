import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ReservationKind, ReservationState } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import { LIVE, runsAt } from './live.ts'

export type BusyRow = {
  readonly id: string
  readonly resource_id: string
  readonly unit: number
  readonly number: string
  readonly version: number
  readonly kind: ReservationKind
  readonly moves_id: string | null
  readonly state: ReservationState
  readonly start: Date
  readonly end: Date
  readonly blocked_start: Date
  readonly blocked_end: Date
  readonly organisation_id: string
  readonly organisation_name: string
  readonly booker_name: string
  readonly project: string | null
  readonly price_fen: bigint
}

/** Live reservations of the resources that touch the window, in order of resource and time. One index search per resource, one query. */
export async function listBusy(
  db: Db<BookingTables>,
  resourceIds: readonly string[],
  window: { from: Date; until: Date; now: Date },
): Promise<BusyRow[]> {
  const { rows } = await sql<BusyRow>`
    select b.id, b.resource_id, b.unit, b.number, b.version, b.kind, b.moves_id, b.state, lower(b.during) as start, upper(b.during) as "end",
      lower(b.blocked) as blocked_start, upper(b.blocked) as blocked_end, b.organisation_id,
      coalesce(o.short_name, o.name, '') as organisation_name, coalesce(u.name, '') as booker_name, b.project, b.price_fen
    from unnest(${resourceIds}::uuid[]) as wanted (id)
    cross join lateral (
      select * from booking.reservation
      where resource_id = wanted.id and state in ${LIVE}
        and blocked && tstzrange(${window.from}, ${window.until}) and ${runsAt(window.now)}
    ) b
    left join people_pub.organisation o on o.id = b.organisation_id
    left join people_pub.person u on u.id = b.booker_id
    order by b.resource_id, lower(b.during), b.id`.execute(db)
  return rows
}

/** Blocked ranges of one resource in the window in milliseconds, with their unit, in order of time; `except` are reservations that are given back first. */
export async function listTaken(
  db: Db<BookingTables>,
  resourceId: string,
  window: { from: Date; until: Date; now: Date; except?: readonly string[] | undefined },
): Promise<{ unit: number; start: number; end: number }[]> {
  const { rows } = await sql<{ unit: number; start: Date; end: Date }>`
    select unit, lower(blocked) as start, upper(blocked) as end from booking.reservation
    where resource_id = ${resourceId} and state in ${LIVE}
      and blocked && tstzrange(${window.from}, ${window.until}) and ${runsAt(window.now)} and id <> all(${window.except ?? []}::uuid[])
    order by blocked`.execute(db)
  return rows.map(({ unit, start, end }) => ({ unit, start: start.getTime(), end: end.getTime() }))
}
