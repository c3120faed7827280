import { sql } from 'kysely'
import type { PeopleDb } from './database.ts'

/** Keeps the newest wish of a person; an older link falls away. */
export async function keepEmailChange(
  db: PeopleDb,
  wish: { tokenHash: Buffer; personId: string; email: string; now: Date; expiresAt: Date },
): Promise<void> {
  const values = { token_hash: wish.tokenHash, email: wish.email, created_at: wish.now, expires_at: wish.expiresAt }
  await db
    .insertInto('people.email_change')
    .values({ ...values, person_id: wish.personId })
    .onConflict((conflict) => conflict.constraint('email_change_person_once').doUpdateSet(values))
    .execute()
}

/** The wish of a live link, without using it up. */
export async function findEmailChange(db: PeopleDb, tokenHash: Buffer, now: Date) {
  return db
    .selectFrom('people.email_change as c')
    .innerJoin('people.person as p', 'p.id', 'c.person_id')
    .select(['c.person_id', 'c.email', 'p.email as old_email', 'p.name', 'p.language', 'p.password_hash'])
    .where('c.token_hash', '=', tokenHash)
    .where('c.expires_at', '>', now)
    .where('p.disabled_at', 'is', null)
    .executeTakeFirst()
}

/** Uses the link up; false when somebody was faster or a newer wish has taken its place. */
export async function takeEmailChange(db: PeopleDb, tokenHash: Buffer, now: Date): Promise<boolean> {
  const result = await db
    .deleteFrom('people.email_change')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** Throws by `person_email_key` when another person has the address. */
export async function setEmail(db: PeopleDb, personId: string, email: string): Promise<void> {
  await db.updateTable('people.person').set({ email, version: sql`version + 1` }).where('id', '=', personId).execute()
}
