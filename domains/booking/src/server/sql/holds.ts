import { newId } from '@jiju/kernel/ids'
import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { BookingTables } from '../needs.ts'
import { LIVE } from './live.ts'

/** Gives back holds that ran out and overlap the slot. Returns how many were in the way: also one that somebody else releases now is worth another try. */
export async function releaseOverlappingHolds(
  db: Db<BookingTables>,
  slot: { resourceId: string; blockedStart: Date; blockedEnd: Date; now: Date },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from booking.reservation
    where resource_id = ${slot.resourceId} and state in ${LIVE}
      and blocked && tstzrange(${slot.blockedStart}, ${slot.blockedEnd}) and state = 'held' and held_until <= ${slot.now}
    order by id`.execute(db)
  await expire(db, rows, slot.now)
  return rows.length
}

/** Gives back up to `limit` holds that ran out. */
export async function releaseExpiredHolds(db: Db<BookingTables>, now: Date, limit: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from booking.reservation where state = 'held' and held_until <= ${now} order by id limit ${limit}`.execute(db)
  return expire(db, rows, now)
}

/** One statement, which locks in id order: two who release the same holds never wait for each other in a circle. */
async function expire(db: Db<BookingTables>, holds: readonly { id: string }[], now: Date): Promise<number> {
  if (holds.length === 0) return 0
  const ids = holds.map((hold) => hold.id)
  const { rows } = await sql<{ id: string }>`
    with locked as (
      select id, resource_id from booking.reservation
      where id = any(${ids}::uuid[]) and state = 'held' and held_until <= ${now}
      order by id for update
    ), expired as (
      update booking.reservation r set state = 'expired', held_until = null, ended_at = ${now}, version = version + 1, updated_at = ${now}
      from locked where r.id = locked.id and r.resource_id = locked.resource_id
      returning r.id
    ), audit as (
      insert into platform.audit_entry (id, at, action, subject_type, subject_id)
      select entry.id, ${new Date()}, 'booking.reservation.expire', 'reservation', e.id::text
      from expired e join unnest(${ids}::uuid[], ${ids.map(() => newId())}::uuid[]) as entry (subject, id) on entry.subject = e.id
    )
    select id from expired`.execute(db)
  return rows.length
}

/** One person's holds that still run. Takes a lock for the transaction, so that two tabs cannot both take the last one. */
export async function countHolds(db: Db<BookingTables>, bookerId: string, now: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`booking.holds ${bookerId}`}, 0))`.execute(db)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from booking.reservation where booker_id = ${bookerId} and state = 'held' and held_until > ${now}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}
