import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { BookingTables } from '../needs.ts'

export type HistoryRow = {
  readonly id: string
  readonly at: Date
  readonly action: string
  readonly actor_name: string | null
  readonly actor_organisation_id: string | null
  readonly detail: Readonly<Record<string, string>>
}

/** What happened to one reservation, first to last: its entries in the platform's audit log, where every change writes in its own transaction. */
export async function listHistory(db: Db<BookingTables>, reservationId: string): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select e.id, e.at, e.action, p.name as actor_name, e.actor_organisation_id, e.detail
    from platform.audit_entry e
    left join people_pub.person p on p.id = e.actor_user_id
    where e.subject_type = 'reservation' and e.subject_id = ${reservationId}
    order by e.at, e.id
    limit 500`.execute(db)
  return rows
}
