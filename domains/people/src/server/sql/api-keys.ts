import type { PeopleDb } from './database.ts'
import { SUMMARY } from './organisations.ts'

export async function insertApiKey(
  db: PeopleDb,
  key: {
    id: string
    personId: string
    organisationId: string
    name: string
    hint: string
    secretHash: Buffer
    scopes: readonly string[]
    now: Date
    expiresAt: Date
  },
): Promise<void> {
  await db
    .insertInto('people.api_key')
    .values({
      id: key.id,
      person_id: key.personId,
      organisation_id: key.organisationId,
      name: key.name,
      hint: key.hint,
      secret_hash: key.secretHash,
      scopes: [...key.scopes],
      created_at: key.now,
      expires_at: key.expiresAt,
    })
    .execute()
}

/** The person's keys in every organisation, newest first; expired and revoked ones stay visible. */
export async function listApiKeys(db: PeopleDb, personId: string) {
  return db
    .selectFrom('people.api_key as k')
    .innerJoin('people.organisation as o', 'o.id', 'k.organisation_id')
    .select(SUMMARY)
    .select([
      'k.id as key_id',
      'k.name as key_name',
      'k.hint',
      'k.scopes',
      'k.created_at',
      'k.expires_at',
      'k.last_used_at',
      'k.revoked_at',
    ])
    .where('k.person_id', '=', personId)
    .orderBy('k.created_at', 'desc')
    .orderBy('k.id', 'desc')
    .limit(500)
    .execute()
}

export type ApiKeyRow = Awaited<ReturnType<typeof listApiKeys>>[number]

export async function countLiveApiKeys(db: PeopleDb, personId: string, organisationId: string, now: Date): Promise<number> {
  const { live } = await db
    .selectFrom('people.api_key')
    .select((eb) => eb.fn.countAll<bigint>().as('live'))
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return Number(live)
}

/** False when the person has no such live key. */
export async function revokeApiKey(db: PeopleDb, personId: string, id: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('people.api_key')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
