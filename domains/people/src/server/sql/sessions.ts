import { sql } from 'kysely'
import type { PeopleDb } from './database.ts'

export async function insertSession(
  db: PeopleDb,
  session: {
    id: string
    tokenHash: Buffer
    personId: string
    activeOrganisationId: string | null
    now: Date
    expiresAt: Date
    address: string
    userAgent: string
  },
): Promise<void> {
  await db
    .insertInto('people.session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      person_id: session.personId,
      active_organisation_id: session.activeOrganisationId,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
      address: session.address,
      user_agent: session.userAgent,
    })
    .execute()
}

/** Live sessions, newest first; a person has few. */
export async function listSessions(db: PeopleDb, personId: string, at: { now: Date; idleSince: Date }) {
  return db
    .selectFrom('people.session')
    .select(['id', 'address', 'user_agent', 'created_at', 'last_seen_at', 'expires_at'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at.now)
    .where('last_seen_at', '>', at.idleSince)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

/** Ends one session of the person; false when there is no live one with this id. */
export async function endSession(db: PeopleDb, personId: string, sessionId: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('people.session')
    .set({ ended_at: now })
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Ends every session of the person but `exceptId`; returns how many. */
export async function endSessions(db: PeopleDb, personId: string, now: Date, exceptId?: string): Promise<number> {
  let query = db.updateTable('people.session').set({ ended_at: now }).where('person_id', '=', personId).where('ended_at', 'is', null)
  if (exceptId) query = query.where('id', '<>', exceptId)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

export async function setActiveOrganisation(db: PeopleDb, sessionId: string, organisationId: string | null): Promise<void> {
  await db.updateTable('people.session').set({ active_organisation_id: organisationId }).where('id', '=', sessionId).execute()
}

/** True when the person has signed in with this browser before. */
export async function isKnownDevice(db: PeopleDb, tokenHash: Buffer, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('people.known_device as d')
    .innerJoin('people.person as p', 'p.id', 'd.person_id')
    .select('d.person_id')
    .where('d.token_hash', '=', tokenHash)
    .where('p.email', '=', email)
    .executeTakeFirst()
  return row !== undefined
}

export async function rememberDevice(db: PeopleDb, tokenHash: Buffer, personId: string, now: Date): Promise<void> {
  await db
    .insertInto('people.known_device')
    .values({ token_hash: tokenHash, person_id: personId, created_at: now, last_used_at: now })
    .onConflict((conflict) => conflict.constraint('known_device_pkey').doUpdateSet({ last_used_at: now }))
    .execute()
}

/** After a change of password no browser is known any more but `exceptHash`. */
export async function forgetDevices(db: PeopleDb, personId: string, exceptHash?: Buffer): Promise<void> {
  let query = db.deleteFrom('people.known_device').where('person_id', '=', personId)
  if (exceptHash) query = query.where('token_hash', '<>', exceptHash)
  await query.execute()
}

export async function insertChallenge(
  db: PeopleDb,
  challenge: { tokenHash: Buffer; personId: string; methods: readonly string[]; emailCodeHash: Buffer | null; now: Date; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('people.sign_in_challenge')
    .values({
      token_hash: challenge.tokenHash,
      person_id: challenge.personId,
      methods: [...challenge.methods],
      email_code_hash: challenge.emailCodeHash,
      created_at: challenge.now,
      expires_at: challenge.expiresAt,
    })
    .execute()
}

/** Counts a try before the code is compared; undefined when the challenge is unknown, used, expired or tried too often. */
export async function tryChallenge(db: PeopleDb, tokenHash: Buffer, limits: { now: Date; maxTries: number }) {
  return db
    .updateTable('people.sign_in_challenge')
    .set({ tries: sql`tries + 1` })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', limits.now)
    .where('tries', '<', limits.maxTries)
    .returning(['person_id', 'methods', 'email_code_hash'])
    .executeTakeFirst()
}

/** False when another request used the challenge first. */
export async function useChallenge(db: PeopleDb, tokenHash: Buffer, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('people.sign_in_challenge')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Second steps that wait for a code, which may have been mailed, end. */
export async function closeChallenges(db: PeopleDb, personId: string, now: Date): Promise<void> {
  await db
    .updateTable('people.sign_in_challenge')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()
}

/** What has lost its use: ended sessions after a month, links and counters after a week, devices not seen for 400 days. */
export async function deleteStale(db: PeopleDb, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
  await db
    .deleteFrom('people.session')
    .where((eb) => eb.or([eb('expires_at', '<', before(30)), eb('ended_at', '<', before(30))]))
    .execute()
  await db.deleteFrom('people.pending_sign_up').where('expires_at', '<', before(7)).execute()
  await db.deleteFrom('people.email_change').where('expires_at', '<', before(7)).execute()
  await db.deleteFrom('people.password_reset').where('expires_at', '<', before(7)).execute()
  await db.deleteFrom('people.sign_in_challenge').where('expires_at', '<', before(7)).execute()
  await db.deleteFrom('people.throttle').where('last_at', '<', before(7)).execute()
  await db.deleteFrom('people.known_device').where('last_used_at', '<', before(400)).execute()
}
