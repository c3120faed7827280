import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { BookingTables } from '../needs.ts'
import { LIVE } from './live.ts'

type BookedFigures = {
  readonly resource_id: string
  /** Minutes of use inside the window, own and others'. */
  readonly booked_minutes: number
  /** The part of other organisations. */
  readonly external_minutes: number
}

/** Booked minutes per resource in the window: confirmed, running and completed bookings, without buffers, holds and outages. */
export async function listBookedFigures(
  db: Db<BookingTables>,
  resourceIds: readonly string[],
  window: { from: Date; until: Date },
): Promise<BookedFigures[]> {
  const { rows } = await sql<BookedFigures>`
    select wanted.id as resource_id,
      coalesce(sum(b.minutes), 0)::float8 as booked_minutes,
      coalesce(sum(b.minutes) filter (where b.is_external), 0)::float8 as external_minutes
    from unnest(${resourceIds}::uuid[]) as wanted (id)
    left join lateral (
      select extract(epoch from least(upper(during), ${window.until}) - greatest(lower(during), ${window.from})) / 60 as minutes,
        kind = 'customer' and organisation_id <> provider_id as is_external
      from booking.reservation
      where resource_id = wanted.id and state in ${LIVE}
        and state in ('confirmed', 'in_use', 'completed') and kind <> 'outage'
        and blocked && tstzrange(${window.from}, ${window.until}) and during && tstzrange(${window.from}, ${window.until})
    ) b on true
    group by wanted.id`.execute(db)
  return rows
}
