import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Awaited } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import { type ReservationRow, reservationColumns } from './reservations.ts'

/**
 * Requests on a provider's resources that still run, of what is answered together only the first, and bookings that their customers ask to be
 * moved; the one whose limit ends first in front; `limit + 1` rows say whether there is more.
 */
export async function listRequests(
  db: Db<BookingTables>,
  filter: {
    providerId: string
    awaits: Awaited
    now: Date
    after: { decideUntil: Date; id: string } | undefined
    limit: number
  },
): Promise<ReservationRow[]> {
  const { providerId, awaits, now } = filter
  const after = filter.after ? sql`where (w.decide_until, w.id) > (${filter.after.decideUntil}, ${filter.after.id}::uuid)` : sql``
  const { rows } = await sql<ReservationRow>`
    with waiting as (
      select b.id, b.decide_until from booking.reservation b
      where b.provider_id = ${providerId} and b.state = 'pending' and b.kind <> 'move' and b.decide_until > ${now} and b.awaits = ${awaits}
        and (b.group_id is null or b.id = (
          select p.id from booking.reservation p where p.group_id = b.group_id and p.state = 'pending'
          order by lower(p.during), p.resource_id, p.id limit 1))
      union all
      select reservation_id, decide_until from booking.move_request
      where provider_id = ${providerId} and state = 'open' and decide_until > ${now} and ${awaits === 'provider'}
    )
    ${reservationColumns} join waiting w on w.id = b.id ${after} order by w.decide_until, w.id limit ${filter.limit + 1}`.execute(db)
  return rows
}

type InboxCountsRow = {
  readonly requests: number
  readonly next_decide_until: Date | null
  readonly samples: number
  readonly late_samples: number
  readonly appeals: number
}

/** What waits for somebody of the provider; `today` is the provider's local day. */
export async function countInbox(db: Db<BookingTables>, providerId: string, at: { now: Date; today: string }): Promise<InboxCountsRow> {
  const { rows } = await sql<InboxCountsRow>`
    select r.requests, r.next_decide_until, s.samples, s.late_samples, a.appeals
    from (
      select count(distinct matter)::int as requests, min(decide_until) as next_decide_until from (
        select coalesce(group_id, id) as matter, decide_until from booking.reservation
        where provider_id = ${providerId} and state = 'pending' and kind <> 'move' and decide_until > ${at.now} and awaits = 'provider'
        union all
        select id, decide_until from booking.move_request
        where provider_id = ${providerId} and state = 'open' and decide_until > ${at.now}
      ) waiting
    ) r, (
      select count(*)::int as samples, (count(*) filter (where promised_day < ${at.today}::date))::int as late_samples
      from booking.sample_submission where provider_id = ${providerId} and state in ('queued', 'received', 'running')
    ) s, (
      select count(*)::int as appeals from booking.no_show
      where provider_id = ${providerId} and appealed_at is not null and decided_at is null
    ) a`.execute(db)
  const [row] = rows
  if (!row) throw new Error('counting returns one row')
  return row
}
