import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { BookingTables } from '../../needs.ts'

/** Who booked, by reservation. */
export async function listBookersOf(
  db: Db<BookingTables>,
  reservationIds: readonly string[],
): Promise<Map<string, { organisationName: string; bookerName: string }>> {
  const { rows } = await sql<{ id: string; organisation_name: string; booker_name: string }>`
    select b.id, coalesce(o.short_name, o.name, '') as organisation_name, coalesce(u.name, '') as booker_name
    from booking.reservation b
    left join people_pub.organisation o on o.id = b.organisation_id
    left join people_pub.person u on u.id = b.booker_id
    where b.id = any(${[...reservationIds]}::uuid[])
    order by b.id`.execute(db)
  return new Map(rows.map((row) => [row.id, { organisationName: row.organisation_name, bookerName: row.booker_name }]))
}
