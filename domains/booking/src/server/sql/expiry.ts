import { newId } from '@jiju/kernel/ids'
import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import { getTransition } from '../../core/reservation-states.ts'
import type { BookingTables } from '../needs.ts'
import { LIVE, runsAt } from './live.ts'

/** Gives back holds and requests that ran out and overlap the slot. Returns how many were in the way: also one that somebody else gives back now is worth another try. */
export async function releaseOverlapping(
  db: Db<BookingTables>,
  slot: { resourceId: string; blockedStart: Date; blockedEnd: Date; now: Date },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from booking.reservation
    where resource_id = ${slot.resourceId} and state in ${LIVE}
      and blocked && tstzrange(${slot.blockedStart}, ${slot.blockedEnd}) and not (${runsAt(slot.now)})
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

/** Gives back up to `limit` requests that nobody answered in time. */
export async function releaseUnansweredRequests(db: Db<BookingTables>, now: Date, limit: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from booking.reservation where state = 'pending' and kind <> 'move' and decide_until <= ${now} order by id limit ${limit}`.execute(
    db,
  )
  return expire(db, rows, now)
}

/**
 * One statement, which locks in id order: two who release the same rows never wait for each other in a circle. A request that expires tells
 * so; both say that the slot is free. Time that was held for a move says only that: its request is ended by itself.
 */
async function expire(db: Db<BookingTables>, found: readonly { id: string }[], now: Date): Promise<number> {
  if (found.length === 0) return 0
  const ids = found.map(({ id }) => id)
  const { to } = getTransition('pending', 'expire')
  const { rows } = await sql<{ id: string }>`
    with locked as (
      select id, resource_id, state as was from booking.reservation
      where id = any(${ids}::uuid[]) and state in ('held', 'pending') and not (${runsAt(now)})
      order by id for update
    ), expired as (
      update booking.reservation r
      set state = ${to}, held_until = null, decide_until = null, awaits = null, ended_at = ${now}, version = version + 1, updated_at = ${now}
      from locked where r.id = locked.id and r.resource_id = locked.resource_id
      returning r.*, locked.was
    ), entry as (
      select * from unnest(${ids}::uuid[], ${ids.map(() => newId())}::uuid[], ${ids.map(() => newId())}::uuid[], ${ids.map(() => newId())}::uuid[])
        as entry (subject, audit_id, freed_id, expired_id)
    ), audit as (
      insert into platform.audit_entry (id, at, action, subject_type, subject_id)
      select entry.audit_id, ${new Date()}, 'booking.reservation.expire', 'reservation', e.id::text
      from expired e join entry on entry.subject = e.id where e.kind <> 'move'
    ), freed as (
      insert into platform.outbox_event (id, topic, payload)
      select entry.freed_id, 'booking.slot_freed', jsonb_build_object('resourceId', e.resource_id, 'unit', e.unit,
        'start', ${isoText('lower(e.during)')}, 'end', ${isoText('upper(e.during)')})
      from expired e join entry on entry.subject = e.id
    ), told as (
      insert into platform.outbox_event (id, topic, payload)
      select entry.expired_id, ${getTransition('pending', 'expire').event}, jsonb_build_object('reservationId', e.id, 'resourceId', e.resource_id,
        'providerId', e.provider_id, 'organisationId', e.organisation_id, 'bookerId', e.booker_id, 'start', ${isoText('lower(e.during)')},
        'end', ${isoText('upper(e.during)')}, 'priceFen', e.price_fen::text, 'actorUserId', null, 'actorOrganisationId', null)
      from expired e join entry on entry.subject = e.id where e.was = 'pending' and e.kind <> 'move'
    )
    select id from expired`.execute(db)
  return rows.length
}

/** An instant as events write it: `2026-11-24T06:00:00.000Z`. */
function isoText(instant: string) {
  return sql.raw(`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
}

/** One person's holds that still run; slots that were offered from the waiting list do not count. Takes a lock for the transaction, so that two tabs cannot both take the last one. */
export async function countHolds(db: Db<BookingTables>, bookerId: string, now: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`booking.holds ${bookerId}`}, 0))`.execute(db)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from booking.reservation b where booker_id = ${bookerId} and state = 'held' and held_until > ${now}
      and not exists (select 1 from booking.waiting_offer o where o.reservation_id = b.id)`.execute(db)
  return rows[0]?.count ?? 0
}
