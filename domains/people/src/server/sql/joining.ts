import { sql } from 'kysely'
import type { PeopleDb } from './database.ts'
import { SUMMARY } from './organisations.ts'

type After = { readonly createdAt: Date; readonly id: string } | undefined

/** False when the person has an open request there already. */
export async function insertJoinRequest(
  db: PeopleDb,
  request: { id: string; organisationId: string; personId: string; message: string; now: Date },
): Promise<boolean> {
  const row = await db
    .insertInto('people.join_request')
    .values({
      id: request.id,
      organisation_id: request.organisationId,
      person_id: request.personId,
      message: request.message,
      status: 'pending',
      created_at: request.now,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).where('status', '=', 'pending').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const REQUEST = ['r.id', 'r.organisation_id', 'r.person_id', 'r.message', 'r.status', 'r.reason', 'r.created_at', 'r.decided_at'] as const

export async function findJoinRequest(db: PeopleDb, id: string) {
  return db
    .selectFrom('people.join_request as r')
    .innerJoin('people.person as p', 'p.id', 'r.person_id')
    .select([...REQUEST, 'p.name', 'p.email', 'p.language'])
    .where('r.id', '=', id)
    .executeTakeFirst()
}

/** Oldest first. */
export async function listJoinRequests(db: PeopleDb, page: { organisationId: string; status: string; after: After; limit: number }) {
  let query = db
    .selectFrom('people.join_request as r')
    .innerJoin('people.person as p', 'p.id', 'r.person_id')
    .select([...REQUEST, 'p.name', 'p.email', 'p.language'])
    .where('r.organisation_id', '=', page.organisationId)
    .where('r.status', '=', page.status)
    .orderBy('r.created_at')
    .orderBy('r.id')
    .limit(page.limit + 1)
  if (page.after) query = query.where(sql<boolean>`(r.created_at, r.id) > (${page.after.createdAt}::timestamptz, ${page.after.id}::uuid)`)
  return query.execute()
}

export type JoinRequestRow = Awaited<ReturnType<typeof listJoinRequests>>[number]

/** Newest first. */
export async function listOwnJoinRequests(db: PeopleDb, page: { personId: string; after: After; limit: number }) {
  let query = db
    .selectFrom('people.join_request as r')
    .innerJoin('people.organisation as o', 'o.id', 'r.organisation_id')
    .select(SUMMARY)
    .select(['r.id as request_id', 'r.message', 'r.status as request_status', 'r.reason', 'r.created_at', 'r.decided_at'])
    .where('r.person_id', '=', page.personId)
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(page.limit + 1)
  if (page.after) query = query.where(sql<boolean>`(r.created_at, r.id) < (${page.after.createdAt}::timestamptz, ${page.after.id}::uuid)`)
  return query.execute()
}

export type OwnJoinRequestRow = Awaited<ReturnType<typeof listOwnJoinRequests>>[number]

/** False when the request is not open any more. */
export async function closeJoinRequest(
  db: PeopleDb,
  id: string,
  decision: { status: 'approved' | 'rejected' | 'withdrawn'; reason: string | null; decidedBy: string; now: Date },
): Promise<boolean> {
  const result = await db
    .updateTable('people.join_request')
    .set({ status: decision.status, reason: decision.reason, decided_by: decision.decidedBy, decided_at: decision.now })
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function insertInvitation(
  db: PeopleDb,
  invitation: {
    id: string
    organisationId: string
    email: string
    roles: readonly string[]
    tokenHash: Buffer
    invitedBy: string
    now: Date
    expiresAt: Date
  },
) {
  return db
    .insertInto('people.invitation')
    .values({
      id: invitation.id,
      organisation_id: invitation.organisationId,
      email: invitation.email,
      roles: [...invitation.roles],
      token_hash: invitation.tokenHash,
      invited_by: invitation.invitedBy,
      created_at: invitation.now,
      expires_at: invitation.expiresAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export type InvitationRow = Awaited<ReturnType<typeof insertInvitation>>

/** A new invitation replaces the open ones to the same address. */
export async function revokeOpenInvitations(db: PeopleDb, organisationId: string, email: string, now: Date): Promise<void> {
  await db
    .updateTable('people.invitation')
    .set({ revoked_at: now })
    .where('organisation_id', '=', organisationId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

/** `missing` or `closed` tell why nothing was revoked. */
export async function revokeInvitation(
  db: PeopleDb,
  invitation: { id: string; organisationId: string; now: Date },
): Promise<'revoked' | 'missing' | 'closed'> {
  const result = await db
    .updateTable('people.invitation')
    .set({ revoked_at: invitation.now })
    .where('id', '=', invitation.id)
    .where('organisation_id', '=', invitation.organisationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (result.numUpdatedRows === 1n) return 'revoked'
  const row = await db
    .selectFrom('people.invitation')
    .select('id')
    .where('id', '=', invitation.id)
    .where('organisation_id', '=', invitation.organisationId)
    .executeTakeFirst()
  return row ? 'closed' : 'missing'
}

/** Newest first. */
export async function listInvitations(
  db: PeopleDb,
  page: { organisationId: string; after: After; limit: number },
): Promise<InvitationRow[]> {
  let query = db
    .selectFrom('people.invitation as i')
    .selectAll('i')
    .where('i.organisation_id', '=', page.organisationId)
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(page.limit + 1)
  if (page.after) query = query.where(sql<boolean>`(i.created_at, i.id) < (${page.after.createdAt}::timestamptz, ${page.after.id}::uuid)`)
  return query.execute()
}

/** The invitation of a token with its organisation, whatever its state. */
export async function findInvitation(db: PeopleDb, tokenHash: Buffer) {
  return db
    .selectFrom('people.invitation as i')
    .innerJoin('people.organisation as o', 'o.id', 'i.organisation_id')
    .select(SUMMARY)
    .select(['i.id as invitation_id', 'i.email', 'i.roles', 'i.expires_at', 'i.accepted_at', 'i.revoked_at', 'i.invited_by'])
    .where('i.token_hash', '=', tokenHash)
    .executeTakeFirst()
}

/** Uses the invitation up; false when it is closed. Of two at once one gets true. */
export async function claimInvitation(db: PeopleDb, id: string, personId: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('people.invitation')
    .set({ accepted_at: now, accepted_by: personId })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
