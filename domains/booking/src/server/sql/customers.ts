import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { CustomerFacts } from '../../core/customer-class.ts'
import type { BookingTables } from '../needs.ts'

export type Customer = CustomerFacts & { readonly name: string; readonly shortName: string | null }

/** An organisation as far as its price depends on it. */
export async function findCustomer(db: Db<BookingTables>, organisationId: string): Promise<Customer | undefined> {
  const { rows } = await sql<Customer>`
    select id, kind, status, district, name, short_name as "shortName" from people_pub.organisation where id = ${organisationId}`.execute(
    db,
  )
  return rows[0]
}

export async function findPersonName(db: Db<BookingTables>, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select name from people_pub.person where id = ${personId}`.execute(db)
  return rows[0]?.name
}

/**
 * Who is told when a reservation changes: the person who booked, or the owners of the customer when the provider booked for it; and the lab
 * managers of the provider. Nobody twice: who stands on both sides is the provider's.
 */
export async function listRecipients(
  db: Db<BookingTables>,
  reservation: { booker_id: string; organisation_id: string; provider_id: string },
): Promise<{ customers: string[]; managers: string[] }> {
  const { rows } = await sql<{ personId: string; isManager: boolean; isBooker: boolean; isOwner: boolean }>`
    select m.person_id as "personId",
      bool_or(m.organisation_id = ${reservation.provider_id} and 'provider:lab_manager' = any(m.roles)) as "isManager",
      bool_or(m.organisation_id = ${reservation.organisation_id} and m.person_id = ${reservation.booker_id}) as "isBooker",
      bool_or(m.organisation_id = ${reservation.organisation_id} and m.roles && array['enterprise:owner', 'provider:owner']) as "isOwner"
    from people_pub.membership m
    where m.organisation_id in (${reservation.organisation_id}, ${reservation.provider_id}) and m.status = 'active'
    group by m.person_id
    order by m.person_id`.execute(db)
  const managers = rows.filter((row) => row.isManager)
  const bookers = rows.filter((row) => row.isBooker && !row.isManager)
  const customers = bookers.length > 0 ? bookers : rows.filter((row) => row.isOwner && !row.isManager)
  return { customers: customers.map(({ personId }) => personId), managers: managers.map(({ personId }) => personId) }
}
