import { sql } from 'kysely'
import { containing, type PeopleDb } from './database.ts'

export type Language = 'zh' | 'en'

const PERSON = ['id', 'email', 'name', 'language', 'password_hash', 'disabled_at', 'last_organisation_id', 'version'] as const

export async function findPersonByEmail(db: PeopleDb, email: string) {
  return db.selectFrom('people.person').select(PERSON).where('email', '=', email).executeTakeFirst()
}

export async function findPerson(db: PeopleDb, id: string) {
  return db.selectFrom('people.person').select(PERSON).where('id', '=', id).executeTakeFirst()
}

export type NewPerson = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: Language
  readonly passwordHash: string
}

/** Inserts persons; addresses that exist are left as they are. Returns the ids of those inserted. */
export async function insertPersons(db: PeopleDb, persons: readonly NewPerson[], now: Date): Promise<string[]> {
  if (persons.length === 0) return []
  const rows = await db
    .insertInto('people.person')
    .values(
      persons.map((person) => ({
        id: person.id,
        email: person.email,
        name: person.name,
        language: person.language,
        password_hash: person.passwordHash,
        password_changed_at: now,
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.constraint('person_email_key').doNothing())
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** False when the person was changed since `version`. */
export async function updatePerson(
  db: PeopleDb,
  id: string,
  version: number,
  change: { name?: string; language?: Language },
): Promise<boolean> {
  const result = await db
    .updateTable('people.person')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function setPassword(db: PeopleDb, id: string, passwordHash: string, now: Date): Promise<void> {
  await db.updateTable('people.person').set({ password_hash: passwordHash, password_changed_at: now }).where('id', '=', id).execute()
}

/** Stores the same password under today's parameters, unless it was changed meanwhile. */
export async function replaceHash(db: PeopleDb, id: string, hashes: { from: string; to: string }): Promise<void> {
  await db
    .updateTable('people.person')
    .set({ password_hash: hashes.to })
    .where('id', '=', id)
    .where('password_hash', '=', hashes.from)
    .execute()
}

export async function setLastOrganisation(db: PeopleDb, id: string, organisationId: string | null): Promise<void> {
  await db.updateTable('people.person').set({ last_organisation_id: organisationId }).where('id', '=', id).execute()
}

/** Locks both persons in one order and tells which of them are enabled. */
export async function lockPersons(db: PeopleDb, ids: readonly string[]) {
  return db
    .selectFrom('people.person')
    .select(['id', 'disabled_at'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

export async function setDisabled(db: PeopleDb, id: string, disabledAt: Date | null): Promise<void> {
  await db.updateTable('people.person').set({ disabled_at: disabledAt }).where('id', '=', id).execute()
}

export async function listPersons(db: PeopleDb, page: { q?: string; after?: { name: string; id: string } | undefined; limit: number }) {
  let query = db
    .selectFrom('people.person as p')
    .leftJoin('people.second_factor as f', (join) => join.onRef('f.person_id', '=', 'p.id').on('f.confirmed_at', 'is not', null))
    .select(['p.id', 'p.name', 'p.email', 'p.disabled_at', 'p.created_at', 'f.confirmed_at'])
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(page.limit + 1)
  const { q, after } = page
  if (q) query = query.where((eb) => eb.or([eb('p.name', 'ilike', containing(q)), eb('p.email', 'ilike', containing(q))]))
  if (after) query = query.where(sql<boolean>`(p.name, p.id) > (${after.name}, ${after.id}::uuid)`)
  return query.execute()
}

/** Sign-ups that wait for their mail to be read. */
export async function insertPendingSignUp(
  db: PeopleDb,
  signUp: { tokenHash: Buffer; email: string; name: string; language: Language; passwordHash: string; now: Date; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('people.pending_sign_up')
    .values({
      token_hash: signUp.tokenHash,
      email: signUp.email,
      name: signUp.name,
      language: signUp.language,
      password_hash: signUp.passwordHash,
      created_at: signUp.now,
      expires_at: signUp.expiresAt,
    })
    .execute()
}

/** Counts a try of the link before the password is compared; undefined when it is unknown, expired or tried too often. */
export async function tryPendingSignUp(db: PeopleDb, tokenHash: Buffer, limits: { now: Date; maxTries: number }) {
  return db
    .updateTable('people.pending_sign_up')
    .set({ tries: sql`tries + 1` })
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', limits.now)
    .where('tries', '<', limits.maxTries)
    .returning(['email', 'name', 'language', 'password_hash'])
    .executeTakeFirst()
}

/** The address is proved: every other sign-up for it falls away. */
export async function deletePendingSignUps(db: PeopleDb, email: string): Promise<void> {
  await db.deleteFrom('people.pending_sign_up').where('email', '=', email).execute()
}

/** False when the request was answered before. */
export async function insertPasswordReset(
  db: PeopleDb,
  reset: { tokenHash: Buffer; personId: string; eventId: string; now: Date; expiresAt: Date },
): Promise<boolean> {
  const row = await db
    .insertInto('people.password_reset')
    .values({
      token_hash: reset.tokenHash,
      person_id: reset.personId,
      event_id: reset.eventId,
      created_at: reset.now,
      expires_at: reset.expiresAt,
    })
    .onConflict((conflict) => conflict.constraint('password_reset_event_key').doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The person of a live link, without using it up. */
export async function findPasswordReset(db: PeopleDb, tokenHash: Buffer, now: Date) {
  return db
    .selectFrom('people.password_reset as r')
    .innerJoin('people.person as p', 'p.id', 'r.person_id')
    .select(['p.id', 'p.email', 'p.language'])
    .where('r.token_hash', '=', tokenHash)
    .where('r.used_at', 'is', null)
    .where('r.expires_at', '>', now)
    .executeTakeFirst()
}

/** Uses the link up, and with it every other open link of the person; false when somebody was faster. */
export async function usePasswordReset(db: PeopleDb, tokenHash: Buffer, personId: string, now: Date): Promise<boolean> {
  const used = await db
    .updateTable('people.password_reset')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (used.numUpdatedRows !== 1n) return false
  await closePasswordResets(db, personId, now)
  return true
}

export async function closePasswordResets(db: PeopleDb, personId: string, now: Date): Promise<void> {
  await db
    .updateTable('people.password_reset')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()
}
