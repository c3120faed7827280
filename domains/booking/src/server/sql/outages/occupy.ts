import { newId } from '@jiju/kernel/ids'
import type { TimeRange } from '@jiju/kernel/time-range'
import { type Db, sqlStateOf } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { ReservationKind, ReservationState } from '../../../core/vocabulary.ts'
import type { BookingTables } from '../../needs.ts'
import { LIVE } from '../live.ts'

/** A live reservation that stands where an outage is to stand. */
export type InTheWay = {
  readonly id: string
  readonly number: string
  readonly resource_id: string
  readonly unit: number
  readonly kind: ReservationKind
  readonly state: ReservationState
  readonly start: Date
  readonly end: Date
  readonly version: number
  readonly organisation_id: string
  readonly booker_id: string
  readonly price_fen: bigint
  readonly decide_until: Date | null
  /** The booking that is asked to be moved here. */
  readonly moves_id: string | null
}

/** What takes the resource, or some of its units, in the window, displaced bookings and one outage aside; by unit and time. */
export async function listInTheWay(
  db: Db<BookingTables>,
  resource: { readonly id: string; readonly units: readonly number[] | null },
  window: TimeRange,
  exceptOutageId: string | null = null,
): Promise<InTheWay[]> {
  const { rows } = await sql<InTheWay>`
    select id, number, resource_id, unit, kind, state, lower(during) as start, upper(during) as "end", version, organisation_id, booker_id, price_fen,
      decide_until, moves_id
    from booking.reservation
    where resource_id = ${resource.id} and unit > 0 and state in ${LIVE} and blocked && tstzrange(${window.start}, ${window.end})
      and (${resource.units && [...resource.units]}::int[] is null or unit = any(${resource.units && [...resource.units]}::int[]))
      and (outage_id is null or outage_id is distinct from ${exceptOutageId}::uuid)
    order by unit, lower(during), id`.execute(db)
  return rows
}

type Same = Pick<InTheWay, 'id' | 'resource_id' | 'version'>

/**
 * Gives a booking another unit of the same resource for the same time; nobody's time changes, so the version stays. False when the unit was taken
 * or the booking changed meanwhile. A savepoint keeps the caller's transaction whole.
 */
export async function reseat(db: Db<BookingTables>, row: Same, unit: number): Promise<boolean> {
  await sql`savepoint reseat`.execute(db)
  try {
    const result = await sql`
      update booking.reservation set unit = ${unit}
      where id = ${row.id} and resource_id = ${row.resource_id} and version = ${row.version} and unit > 0`.execute(db)
    await sql`release savepoint reseat`.execute(db)
    return result.numAffectedRows === 1n
  } catch (error) {
    if (sqlStateOf(error) !== '23P01') throw error
    await sql`rollback to savepoint reseat`.execute(db)
    return false
  }
}

/** Takes a booking out of the way. False when it changed meanwhile; the caller looks again. */
export async function displace(db: Db<BookingTables>, row: Same, now: Date): Promise<boolean> {
  const result = await sql`
    update booking.reservation set unit = -unit, version = version + 1, updated_at = ${now}
    where id = ${row.id} and resource_id = ${row.resource_id} and version = ${row.version} and unit > 0`.execute(db)
  return result.numAffectedRows === 1n
}

/** Ends the use of a running booking at `at`; one that was checked in is completed. */
export async function interrupt(db: Db<BookingTables>, row: Same, at: Date, now: Date): Promise<boolean> {
  const result = await sql`
    update booking.reservation set during = tstzrange(lower(during), ${at}), blocked = tstzrange(lower(blocked), ${at}),
      state = case when state = 'in_use' and ${at <= now} then 'completed' else state end, version = version + 1, updated_at = ${now}
    where id = ${row.id} and resource_id = ${row.resource_id} and version = ${row.version} and unit > 0`.execute(db)
  return result.numAffectedRows === 1n
}

/** Gives up the part of the buffers that reaches into the outage; nobody's time changes, so the version stays. */
export async function trim(db: Db<BookingTables>, row: Same, outage: TimeRange): Promise<boolean> {
  const result = await sql`
    update booking.reservation
    set blocked = case when upper(during) <= ${outage.start} then tstzrange(lower(blocked), ${outage.start})
                       else tstzrange(${outage.end}, upper(blocked)) end
    where id = ${row.id} and resource_id = ${row.resource_id} and version = ${row.version} and unit > 0`.execute(db)
  return result.numAffectedRows === 1n
}

/** Ends a hold; who fills in the form is told when submitting. */
export async function releaseHold(db: Db<BookingTables>, row: Same, now: Date): Promise<boolean> {
  const result = await sql`
    update booking.reservation set state = 'released', held_until = null, ended_at = ${now}, version = version + 1, updated_at = ${now}
    where id = ${row.id} and resource_id = ${row.resource_id} and version = ${row.version} and state = 'held'`.execute(db)
  return result.numAffectedRows === 1n
}

/** Removes the rows by which the outage takes the resource; the caller inserts them anew in the same transaction, or gives bookings their units back. */
export async function removeOutageRows(db: Db<BookingTables>, outageId: string, resourceId: string): Promise<void> {
  await sql`
    delete from booking.reservation
    where resource_id = ${resourceId} and state in ${LIVE} and kind = 'outage' and outage_id = ${outageId}`.execute(db)
}

type OutageRows = {
  readonly outageId: string
  readonly number: string
  readonly providerId: string
  readonly resourceId: string
  readonly during: TimeRange
  readonly reason: string
  readonly by: string
  readonly now: Date
}

/**
 * Takes the resource for the outage on each of `units`, with what the displaced bookings of that unit had taken, so that a part of theirs outside
 * of the outage is not sold before they have answered. Returns the units that could be taken; on the others somebody else was faster.
 */
export async function insertOutageRows(db: Db<BookingTables>, outage: OutageRows, units: readonly number[]): Promise<number[]> {
  const { during, now } = outage
  const { rows } = await sql<{ unit: number }>`
    insert into booking.reservation (id, resource_id, unit, provider_id, number, kind, state, during, blocked, organisation_id, booker_id, placed_by,
      customer_class, operation, project, price_fen, price_lines, free_cancel_until, late_cancel_percent, created_at, updated_at, outage_id)
    select row.id, ${outage.resourceId}, row.unit, ${outage.providerId}, ${outage.number}, 'outage', 'confirmed',
      tstzrange(${during.start}, ${during.end}),
      tstzrange(least(${during.start}, displaced.first), greatest(${during.end}, displaced.last)),
      ${outage.providerId}, ${outage.by}, ${outage.by}, 'inside', 'self_service', ${outage.reason}, 0, '[]', ${during.start}, 0, ${now}, ${now},
      ${outage.outageId}
    from unnest(${units.map(() => newId(now.getTime()))}::uuid[], ${[...units]}::int[]) as row (id, unit)
    cross join lateral (
      select min(lower(b.blocked)) as first, max(upper(b.blocked)) as last from booking.reservation b
      where b.resource_id = ${outage.resourceId} and b.unit = -row.unit and b.state in ${LIVE}
        and b.during && tstzrange(${during.start}, ${during.end})
    ) displaced
    on conflict on constraint reservation_no_overlap do nothing
    returning unit`.execute(db)
  return rows.map((row) => row.unit)
}

/**
 * Gives displaced bookings of the outage their unit back where they no longer touch `remains` (all, when nothing remains), and returns them.
 * The outage's rows, which kept their time, were removed in this transaction.
 */
export async function reinstate(
  db: Db<BookingTables>,
  outageId: string,
  resourceId: string,
  remains: TimeRange | null,
  now: Date,
): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    update booking.reservation b set unit = -b.unit, version = b.version + 1, updated_at = ${now}
    from booking.displacement d
    where d.outage_id = ${outageId} and d.resource_id = ${resourceId} and d.state = 'open'
      and b.id = d.reservation_id and b.resource_id = d.resource_id and b.unit < 0 and b.state in ${LIVE}
      and (${remains === null}::boolean or not b.during && tstzrange(${remains?.start ?? null}::timestamptz, ${remains?.end ?? null}::timestamptz))
    returning b.id`.execute(db)
  return rows
}

/** Buffers that an outage cut grow back, up to the calendar's and to the next thing that is taken; only at the outage's old edges. */
export async function regrowBuffers(db: Db<BookingTables>, resourceId: string, edges: TimeRange, remains: TimeRange | null): Promise<void> {
  const neighbour = (side: RawBuilder<unknown>) => sql`
    (select ${side} from booking.reservation o where o.resource_id = b.resource_id and o.unit = b.unit and o.id <> b.id and o.state in ${LIVE})`
  await sql`
    update booking.reservation b set blocked = tstzrange(
      case when lower(b.blocked) = ${edges.end}
        then greatest(lower(b.during) - make_interval(mins => c.buffer_before_minutes), ${edges.start}, ${remains?.end ?? null}::timestamptz,
          ${neighbour(sql`max(upper(o.blocked)) filter (where upper(o.blocked) <= lower(b.blocked))`)})
        else lower(b.blocked) end,
      case when upper(b.blocked) = ${edges.start}
        then least(upper(b.during) + make_interval(mins => c.buffer_after_minutes), ${edges.end}, ${remains?.start ?? null}::timestamptz,
          ${neighbour(sql`min(lower(o.blocked)) filter (where lower(o.blocked) >= upper(b.blocked))`)})
        else upper(b.blocked) end)
    from booking.calendar c
    where b.resource_id = ${resourceId} and c.resource_id = b.resource_id and b.unit > 0 and b.state in ${LIVE} and b.kind not in ('outage', 'move')
      and ((upper(b.blocked) = ${edges.start} and upper(b.during) + make_interval(mins => c.buffer_after_minutes) > ${edges.start})
        or (lower(b.blocked) = ${edges.end} and lower(b.during) - make_interval(mins => c.buffer_before_minutes) < ${edges.end}))`.execute(
    db,
  )
}

/** Takes the calendars of the resources, in order, for the transaction: outages and moves of one resource go one after the other. */
export async function lockCalendars(
  db: Db<BookingTables>,
  resourceIds: readonly string[],
): Promise<{ resource_id: string; capacity: number }[]> {
  const { rows } = await sql<{ resource_id: string; capacity: number }>`
    select resource_id, capacity from booking.calendar where resource_id = any(${[...resourceIds]}::uuid[])
    order by resource_id for no key update`.execute(db)
  return rows
}
