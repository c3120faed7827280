import { sql } from 'kysely'
import type { Db } from '@jiju/platform/database/pool'
import type { CustomerFacts } from '../../core/customer-class.ts'
import type { BookingTables } from '../needs.ts'

export type Customer = CustomerFacts & { readonly name: string; readonly shortName: string | null }

/** An organisation as far as its price depends on it. */
export async function findCustomer(db: Db<BookingTables>, organisationId: string): Promise<Customer | undefined> {
  const { rows } = await sql<Customer>`
    select id, kind, status, district, name, short_name as "shortName" from people_pub.organisation where id = ${organisationId}`.execute(db)
  return rows[0]
}

export async function findPersonName(db: Db<BookingTables>, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select name from people_pub.person where id = ${personId}`.execute(db)
  return rows[0]?.name
}

export type Recipient = { readonly personId: string; readonly email: string; readonly name: string; readonly language: 'zh' | 'en' }

/** The person who booked, and the lab managers of the provider: who is told when a reservation changes. */
export async function listRecipients(
  db: Db<BookingTables>,
  parties: { bookerId: string; providerId: string },
): Promise<{ booker: Recipient | undefined; managers: Recipient[] }> {
  const { rows } = await sql<Recipient & { isManager: boolean }>`
    select p.id as "personId", p.email, p.name, p.language,
      exists (select 1 from people_pub.membership m where m.person_id = p.id and m.organisation_id = ${parties.providerId} and m.status = 'active'
        and m.roles && array['provider:lab_manager']) as "isManager"
    from people_pub.person p
    where p.id = ${parties.bookerId} or p.id in (
      select m.person_id from people_pub.membership m where m.organisation_id = ${parties.providerId} and m.status = 'active'
        and m.roles && array['provider:lab_manager'])
    order by p.id`.execute(db)
  return { booker: rows.find((row) => row.personId === parties.bookerId), managers: rows.filter((row) => row.isManager) }
}
