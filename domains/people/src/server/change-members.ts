import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { OrganisationKind } from '@jiju/platform/http/actor'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { PeopleDeps } from './deps.ts'
import { refuseUnknownRoles } from './request-to-join.ts'
import type { PeopleDb } from './sql/database.ts'
import { endMembership, findMember, listLeaders, type MemberRow, setRoles } from './sql/memberships.ts'
import { lockOrganisation } from './sql/organisations.ts'

const MISSING: Problem = { code: 'people.member_missing', kind: 'missing' }

type Who = { readonly organisationId: string; readonly personId: string }

/** Gives a member other roles. The organisation is locked first, so that of two last owners only one can lose the role. */
export async function changeRoles(
  tx: PeopleDb,
  command: Command,
  change: Who & { roles: readonly string[]; version: number },
): Promise<MemberRow> {
  const { organisationId, personId } = change
  const organisation = await getLocked(tx, organisationId)
  const kind = organisation.kind as OrganisationKind
  const roles = [...new Set(change.roles)]
  if (!(await findMember(tx, organisationId, personId))) throw new Refusal(MISSING)
  refuseUnknownRoles(kind, roles)
  if (!(await setRoles(tx, { ...change, roles }))) throw new Refusal(VERSION_STALE)
  await requireLeader(tx, organisationId, kind)
  await command.audit({
    action: 'people.member.change_roles',
    subjectType: 'people.person',
    subjectId: personId,
    detail: { organisationId, roles },
  })
  await command.publish('people.member_changed', { organisationId, personId, roles })
  const row = await findMember(tx, organisationId, personId)
  if (!row) throw new Refusal(MISSING)
  return row
}

/** Ends a membership: `left` by the member, `removed` by somebody who runs the organisation, who tells the member. */
export async function endMember(
  { needs }: PeopleDeps,
  tx: PeopleDb,
  command: Command,
  end: Who & { status: 'left' | 'removed' },
): Promise<void> {
  const { organisationId, personId, status } = end
  const organisation = await getLocked(tx, organisationId)
  if (!(await endMembership(tx, { organisationId, personId, status, now: command.now }))) throw new Refusal(MISSING)
  await requireLeader(tx, organisationId, organisation.kind as OrganisationKind)
  const action = status === 'left' ? 'people.membership.leave' : 'people.member.remove'
  await command.audit({ action, subjectType: 'people.person', subjectId: personId, detail: { organisationId } })
  await command.publish('people.member_left', { organisationId, personId })
  if (status === 'removed')
    await needs.notify(tx, {
      kind: 'people.member_removed',
      to: [personId],
      params: { organisation: organisation.name },
      key: `removed ${organisationId} ${command.requestId}`,
    })
}

async function getLocked(tx: PeopleDb, organisationId: string) {
  const organisation = await lockOrganisation(tx, organisationId)
  if (!organisation) throw new Refusal({ code: 'people.organisation_missing', kind: 'missing' })
  return organisation
}

async function requireLeader(tx: PeopleDb, organisationId: string, kind: OrganisationKind): Promise<void> {
  if ((await listLeaders(tx, organisationId, kind)).length === 0) throw new Refusal({ code: 'people.last_leader', kind: 'refused' })
}
