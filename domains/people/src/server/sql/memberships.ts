import { newId } from '@jiju/kernel/ids'
import type { OrganisationKind } from '@jiju/platform/http/actor'
import { sql } from 'kysely'
import { LEADING_ROLE } from '../../core/access.ts'
import type { PeopleDb } from './database.ts'
import { SUMMARY } from './organisations.ts'

/** Makes the person a member, again if they had left; false when they are one already. */
export async function joinOrganisation(
  db: PeopleDb,
  membership: { personId: string; organisationId: string; roles: readonly string[]; now: Date },
): Promise<boolean> {
  const row = await db
    .insertInto('people.membership')
    .values({
      id: newId(),
      person_id: membership.personId,
      organisation_id: membership.organisationId,
      roles: [...membership.roles],
      status: 'active',
      joined_at: membership.now,
    })
    .onConflict((conflict) =>
      conflict
        .constraint('membership_person_organisation_key')
        .doUpdateSet({
          roles: [...membership.roles],
          status: 'active',
          joined_at: membership.now,
          ended_at: null,
          version: sql`people.membership.version + 1`,
        })
        .where('people.membership.status', '<>', 'active'),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type NewMembership = { readonly personId: string; readonly organisationId: string; readonly roles: readonly string[] }

export async function insertMemberships(db: PeopleDb, memberships: readonly NewMembership[], now: Date): Promise<void> {
  if (memberships.length === 0) return
  await db
    .insertInto('people.membership')
    .values(
      memberships.map((membership) => ({
        id: newId(),
        person_id: membership.personId,
        organisation_id: membership.organisationId,
        roles: [...membership.roles],
        status: 'active',
        joined_at: now,
      })),
    )
    .execute()
}

/** The organisations that a person belongs to, verified ones first. A person has few. */
export async function listMemberships(db: PeopleDb, personId: string) {
  return db
    .selectFrom('people.membership as m')
    .innerJoin('people.organisation as o', 'o.id', 'm.organisation_id')
    .select([...SUMMARY, 'm.roles'])
    .where('m.person_id', '=', personId)
    .where('m.status', '=', 'active')
    .orderBy(sql`o.status <> 'verified'`)
    .orderBy('m.joined_at')
    .orderBy('o.id')
    .limit(200)
    .execute()
}

export async function findMembership(db: PeopleDb, personId: string, organisationId: string) {
  return db
    .selectFrom('people.membership as m')
    .select(['m.roles', 'm.version', 'm.joined_at'])
    .where('m.person_id', '=', personId)
    .where('m.organisation_id', '=', organisationId)
    .where('m.status', '=', 'active')
    .executeTakeFirst()
}

export async function listMembershipsOf(db: PeopleDb, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  return db
    .selectFrom('people.membership as m')
    .innerJoin('people.organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.person_id', 'o.id', 'o.name', 'm.roles'])
    .where('m.person_id', 'in', [...personIds])
    .where('m.status', '=', 'active')
    .orderBy('m.joined_at')
    .orderBy('m.id')
    .execute()
}

export async function listMembers(
  db: PeopleDb,
  page: { organisationId: string; after?: { joinedAt: Date; personId: string } | undefined; limit: number },
) {
  let query = db
    .selectFrom('people.membership as m')
    .innerJoin('people.person as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.name', 'p.email', 'm.roles', 'm.joined_at', 'm.version'])
    .where('m.organisation_id', '=', page.organisationId)
    .where('m.status', '=', 'active')
    .orderBy('m.joined_at')
    .orderBy('p.id')
    .limit(page.limit + 1)
  const { after } = page
  if (after) query = query.where(sql<boolean>`(m.joined_at, p.id) > (${after.joinedAt}::timestamptz, ${after.personId}::uuid)`)
  return query.execute()
}

export type MemberRow = Awaited<ReturnType<typeof listMembers>>[number]

export async function findMember(db: PeopleDb, organisationId: string, personId: string): Promise<MemberRow | undefined> {
  return db
    .selectFrom('people.membership as m')
    .innerJoin('people.person as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.name', 'p.email', 'm.roles', 'm.joined_at', 'm.version'])
    .where('m.organisation_id', '=', organisationId)
    .where('m.person_id', '=', personId)
    .where('m.status', '=', 'active')
    .executeTakeFirst()
}

/** False when the membership was changed since `version`. The organisation is locked by the caller. */
export async function setRoles(
  db: PeopleDb,
  member: { organisationId: string; personId: string; roles: readonly string[]; version: number },
): Promise<boolean> {
  const result = await db
    .updateTable('people.membership')
    .set({ roles: [...member.roles], version: sql`version + 1` })
    .where('organisation_id', '=', member.organisationId)
    .where('person_id', '=', member.personId)
    .where('status', '=', 'active')
    .where('version', '=', member.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** False when the person is no member. The organisation is locked by the caller. */
export async function endMembership(
  db: PeopleDb,
  member: { organisationId: string; personId: string; status: 'left' | 'removed'; now: Date },
): Promise<boolean> {
  const result = await db
    .updateTable('people.membership')
    .set({ status: member.status, ended_at: member.now, version: sql`version + 1` })
    .where('organisation_id', '=', member.organisationId)
    .where('person_id', '=', member.personId)
    .where('status', '=', 'active')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Those who run the organisation: they get its mails. */
export async function listLeaders(db: PeopleDb, organisationId: string, kind: OrganisationKind) {
  return db
    .selectFrom('people.membership as m')
    .innerJoin('people.person as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.email', 'p.language'])
    .where('m.organisation_id', '=', organisationId)
    .where('m.status', '=', 'active')
    .where('p.disabled_at', 'is', null)
    .where(sql<boolean>`${LEADING_ROLE[kind]} = any(m.roles)`)
    .orderBy('m.joined_at')
    .orderBy('p.id')
    .execute()
}
