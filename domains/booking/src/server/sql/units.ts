import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { BookingTables } from '../needs.ts'
import { LIVE } from './live.ts'

/** A unit on which the range is free: the preferred one, else any of them with the same chance so that a crowd spreads; undefined when all are taken. */
export async function findFreeUnit(
  db: Db<BookingTables>,
  slot: {
    resourceId: string
    capacity: number
    blockedStart: Date
    blockedEnd: Date
    except?: string | readonly string[]
    prefer?: number
  },
): Promise<number | undefined> {
  const { rows } = await sql<{ unit: number }>`
    select unit from generate_series(1, ${slot.capacity}::int) as unit
    where not exists (
      select 1 from booking.reservation b
      where b.resource_id = ${slot.resourceId} and b.unit = unit.unit and b.state in ${LIVE}
        and b.blocked && tstzrange(${slot.blockedStart}, ${slot.blockedEnd}) and b.id <> all(${[slot.except ?? []].flat()}::uuid[]))
    order by unit is not distinct from ${slot.prefer ?? null}::int desc, random() limit 1`.execute(db)
  return rows[0]?.unit
}

/** The units on which everything that a booking takes would be free, lowest first. */
export async function listFreeUnits(
  db: Db<BookingTables>,
  booking: { readonly id: string; readonly resource_id: string },
  capacity: number,
): Promise<number[]> {
  const { rows } = await sql<{ unit: number }>`
    select unit.unit from booking.reservation a cross join generate_series(1, ${capacity}::int) as unit
    where a.id = ${booking.id} and a.resource_id = ${booking.resource_id} and not exists (
      select 1 from booking.reservation b
      where b.resource_id = a.resource_id and b.unit = unit.unit and b.state in ${LIVE} and b.blocked && a.blocked and b.id <> a.id)
    order by unit.unit`.execute(db)
  return rows.map(({ unit }) => unit)
}
