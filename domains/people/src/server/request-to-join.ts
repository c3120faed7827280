import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { OrganisationKind } from '@jiju/platform/http/actor'
import type { Command } from '@jiju/platform/http/command'
import { LEADING_ROLE } from '../core/access.ts'
import { MAIL_LINKS } from '../core/links.ts'
import { unknownRoles } from '../core/roles.ts'
import type { PeopleDeps } from './deps.ts'
import type { PeopleDb } from './sql/database.ts'
import { closeJoinRequest, findJoinRequest, insertJoinRequest } from './sql/joining.ts'
import { findMembership, joinOrganisation } from './sql/memberships.ts'
import { findOrganisation, lockOrganisation } from './sql/organisations.ts'
import { findPerson } from './sql/persons.ts'

const MISSING: Problem = { code: 'people.join_request_missing', kind: 'missing' }
const CLOSED: Problem = { code: 'people.join_request_closed', kind: 'conflict' }

/** Asks a verified organisation to be let in; those who run it are told. Nobody asks to join the operator. */
export async function placeJoinRequest(
  { needs }: PeopleDeps,
  tx: PeopleDb,
  command: Command,
  request: { personId: string; organisationId: string; message: string },
): Promise<string> {
  const { personId, organisationId } = request
  const organisation = await findOrganisation(tx, organisationId)
  if (organisation?.status !== 'verified') throw new Refusal({ code: 'people.organisation_missing', kind: 'missing' })
  if (organisation.kind === 'operator') throw new Refusal({ code: 'people.joining_not_open', kind: 'refused' })
  if (await findMembership(tx, personId, organisationId)) throw new Refusal({ code: 'people.already_member', kind: 'conflict' })
  const id = newId(command.now.getTime())
  if (!(await insertJoinRequest(tx, { id, organisationId, personId, message: request.message, now: command.now })))
    throw new Refusal({ code: 'people.join_request_open', kind: 'conflict' })
  await command.audit({
    action: 'people.join_request.place',
    subjectType: 'people.join_request',
    subjectId: id,
    detail: { organisationId },
  })
  const person = await findPerson(tx, personId)
  await needs.notify(tx, {
    kind: 'people.join_requested',
    to: { organisationId, roles: [LEADING_ROLE[organisation.kind as OrganisationKind]] },
    params: { person: person?.name ?? '', organisation: organisation.name },
    link: MAIL_LINKS.organisation,
    key: `join requested ${id}`,
  })
  return id
}

type Decision = { readonly id: string; readonly organisationId: string; readonly by: string }

/** Lets the person in with the given roles. */
export async function approveJoinRequest(
  { needs }: PeopleDeps,
  tx: PeopleDb,
  command: Command,
  decision: Decision & { roles: readonly string[] },
) {
  const { id, organisationId, roles } = decision
  const organisation = await lockOrganisation(tx, organisationId)
  const request = await findJoinRequest(tx, id)
  if (!organisation || !request || request.organisation_id !== organisationId) throw new Refusal(MISSING)
  refuseUnknownRoles(organisation.kind as OrganisationKind, roles)
  if (!(await closeJoinRequest(tx, id, { status: 'approved', reason: null, decidedBy: decision.by, now: command.now })))
    throw new Refusal(CLOSED)
  if (!(await joinOrganisation(tx, { personId: request.person_id, organisationId, roles, now: command.now })))
    throw new Refusal({ code: 'people.already_member', kind: 'conflict' })
  await command.audit({ action: 'people.join_request.approve', subjectType: 'people.join_request', subjectId: id, detail: { roles } })
  await command.publish('people.member_joined', { organisationId, personId: request.person_id, roles })
  await needs.notify(tx, {
    kind: 'people.join_approved',
    to: [request.person_id],
    params: { organisation: organisation.name },
    link: '/workspace',
    key: `join approved ${id}`,
  })
}

export async function rejectJoinRequest({ needs }: PeopleDeps, tx: PeopleDb, command: Command, decision: Decision & { reason: string }) {
  const { id, organisationId, reason } = decision
  const request = await findJoinRequest(tx, id)
  const organisation = await findOrganisation(tx, organisationId)
  if (!organisation || !request || request.organisation_id !== organisationId) throw new Refusal(MISSING)
  if (!(await closeJoinRequest(tx, id, { status: 'rejected', reason, decidedBy: decision.by, now: command.now }))) throw new Refusal(CLOSED)
  await command.audit({ action: 'people.join_request.reject', subjectType: 'people.join_request', subjectId: id, detail: { reason } })
  await needs.notify(tx, {
    kind: 'people.join_rejected',
    to: [request.person_id],
    params: { organisation: organisation.name, reason },
    key: `join rejected ${id}`,
  })
}

/** The person's own request; another's answers like an unknown one. */
export async function withdrawJoinRequest(tx: PeopleDb, command: Command, request: { id: string; personId: string }): Promise<void> {
  const found = await findJoinRequest(tx, request.id)
  if (!found || found.person_id !== request.personId) throw new Refusal(MISSING)
  const decision = { status: 'withdrawn', reason: null, decidedBy: request.personId, now: command.now } as const
  if (!(await closeJoinRequest(tx, request.id, decision))) throw new Refusal(CLOSED)
  await command.audit({ action: 'people.join_request.withdraw', subjectType: 'people.join_request', subjectId: request.id })
}

/** Names every role that this kind of organisation does not have. */
export function refuseUnknownRoles(kind: OrganisationKind, roles: readonly string[]): void {
  const unknown = unknownRoles(kind, roles)
  if (unknown.length === 0) return
  throw new Refusal(
    ...unknown.map(
      (role): Problem => ({ code: 'people.role_unknown', kind: 'refused', field: `/roles/${roles.indexOf(role)}`, params: { role } }),
    ),
  )
}
