import type { PeopleDb } from './sql/database.ts'
import { insertMemberships, type NewMembership } from './sql/memberships.ts'
import { insertOrganisations, type NewOrganisation } from './sql/organisations.ts'
import { insertPersons, type NewPerson } from './sql/persons.ts'

export { hashPassword } from './password.ts'

const BATCH = 1000

/**
 * Inserts many persons, organisations and memberships as they are, for the demo district: no mails, no events, no rules.
 * Hash one password with `hashPassword` and give its hash to every person.
 */
export async function bulkLoadPeople(
  db: PeopleDb,
  rows: { organisations: readonly NewOrganisation[]; persons: readonly NewPerson[]; memberships: readonly NewMembership[]; now: Date },
): Promise<void> {
  for (const batch of batches(rows.persons)) await insertPersons(db, batch, rows.now)
  for (const batch of batches(rows.organisations)) await insertOrganisations(db, batch, rows.now)
  for (const batch of batches(rows.memberships)) await insertMemberships(db, batch, rows.now)
}

function batches<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) => rows.slice(index * BATCH, (index + 1) * BATCH))
}
