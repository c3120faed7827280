import { sql } from 'kysely'
import type { PeopleDb } from './database.ts'

export async function findSecondFactor(db: PeopleDb, personId: string) {
  return db
    .selectFrom('people.second_factor')
    .select(['secret_sealed', 'confirmed_at'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

/** Keeps a secret that waits for its first code; false when a confirmed one exists. */
export async function offerSecondFactor(db: PeopleDb, personId: string, secretSealed: Buffer, now: Date): Promise<boolean> {
  const row = await db
    .insertInto('people.second_factor')
    .values({ person_id: personId, secret_sealed: secretSealed, created_at: now })
    .onConflict((conflict) =>
      conflict
        .column('person_id')
        .doUpdateSet({ secret_sealed: secretSealed, created_at: now, last_used_step: 0n })
        .where('people.second_factor.confirmed_at', 'is', null),
    )
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Turns the offered secret on with the step of its first code; false when it is on already or was replaced. */
export async function confirmSecondFactor(
  db: PeopleDb,
  personId: string,
  confirmation: { secretSealed: Buffer; step: number; now: Date },
): Promise<boolean> {
  const result = await db
    .updateTable('people.second_factor')
    .set({ confirmed_at: confirmation.now, last_used_step: BigInt(confirmation.step) })
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .where('secret_sealed', '=', confirmation.secretSealed)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Claims a time step; false when it or a later one was used, so that a code seen over a shoulder is worth nothing. */
export async function claimTotpStep(db: PeopleDb, personId: string, step: number): Promise<boolean> {
  const result = await db
    .updateTable('people.second_factor')
    .set({ last_used_step: BigInt(step) })
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .where('last_used_step', '<', BigInt(step))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function deleteSecondFactor(db: PeopleDb, personId: string): Promise<void> {
  await db.deleteFrom('people.second_factor').where('person_id', '=', personId).execute()
  await db.deleteFrom('people.recovery_code').where('person_id', '=', personId).execute()
}

/** Old codes fall away. */
export async function replaceRecoveryCodes(db: PeopleDb, personId: string, hashes: readonly Buffer[]): Promise<void> {
  await db.deleteFrom('people.recovery_code').where('person_id', '=', personId).execute()
  await db
    .insertInto('people.recovery_code')
    .values(hashes.map((hash) => ({ person_id: personId, code_hash: hash })))
    .execute()
}

/** Uses a code up; false when it is unknown or was used. */
export async function claimRecoveryCode(db: PeopleDb, personId: string, codeHash: Buffer, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('people.recovery_code')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function countRecoveryCodes(db: PeopleDb, personId: string): Promise<number> {
  const { left } = await db
    .selectFrom('people.recovery_code')
    .select((eb) => eb.fn.countAll<bigint>().as('left'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}

/** The person's organisations with the roles held there and those that each asks for a second factor. */
export async function listSecondFactorDemands(db: PeopleDb, personId: string) {
  return db
    .selectFrom('people.membership as m')
    .innerJoin('people.organisation as o', 'o.id', 'm.organisation_id')
    .select(['o.name', 'o.second_factor_roles', 'm.roles'])
    .where('m.person_id', '=', personId)
    .where('m.status', '=', 'active')
    .orderBy('o.id')
    .execute()
}

/** Active members who hold one of the roles and have no second factor. */
export async function countMembersWithout(db: PeopleDb, organisationId: string, roles: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom('people.membership as m')
    .leftJoin('people.second_factor as f', (join) => join.onRef('f.person_id', '=', 'm.person_id').on('f.confirmed_at', 'is not', null))
    .select(sql<number>`count(*)::int`.as('count'))
    .where('m.organisation_id', '=', organisationId)
    .where('m.status', '=', 'active')
    .where('f.person_id', 'is', null)
    .where(sql<boolean>`m.roles && ${[...roles]}::text[]`)
    .executeTakeFirstOrThrow()
  return row.count
}
