import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { OrganisationKind } from '@jiju/platform/http/actor'
import type { Command } from '@jiju/platform/http/command'
import type { IssueInvitation } from '../contract/members.ts'
import { mailLink } from '../core/links.ts'
import { composeMail } from './compose-mail.ts'
import type { PeopleDeps } from './deps.ts'
import { refuseUnknownRoles } from './request-to-join.ts'
import { hashToken, newToken } from './secrets.ts'
import type { PeopleDb } from './sql/database.ts'
import { type InvitationRow, insertInvitation, revokeOpenInvitations } from './sql/joining.ts'
import { findMembership } from './sql/memberships.ts'
import { lockOrganisation } from './sql/organisations.ts'
import { findPerson, findPersonByEmail } from './sql/persons.ts'

const VALID_DAYS = 14

/** Mails a link that makes its reader a member; only the link's hash is kept. It replaces earlier open invitations to the address. */
export async function issueInvitation(
  { needs }: PeopleDeps,
  tx: PeopleDb,
  command: Command,
  invitation: IssueInvitation & { organisationId: string; invitedBy: string },
): Promise<InvitationRow> {
  const { organisationId, invitedBy, email } = invitation
  const roles = [...new Set(invitation.roles)]
  const organisation = await lockOrganisation(tx, organisationId)
  if (!organisation) throw new Refusal({ code: 'people.organisation_missing', kind: 'missing' })
  refuseUnknownRoles(organisation.kind as OrganisationKind, roles)
  const invited = await findPersonByEmail(tx, email)
  if (invited && (await findMembership(tx, invited.id, organisationId)))
    throw new Refusal({ code: 'people.already_member', kind: 'conflict', field: '/email' })
  await revokeOpenInvitations(tx, organisationId, email, command.now)
  const token = newToken()
  const id = newId(command.now.getTime())
  const expiresAt = new Date(command.now.getTime() + VALID_DAYS * 86_400_000)
  const row = await insertInvitation(tx, {
    id,
    organisationId,
    email,
    roles,
    tokenHash: hashToken(token),
    invitedBy,
    now: command.now,
    expiresAt,
  })
  await command.audit({ action: 'people.invitation.issue', subjectType: 'people.invitation', subjectId: id, detail: { roles } })
  const inviter = await findPerson(tx, invitedBy)
  const language = invited?.language ?? inviter?.language ?? 'zh'
  const link = mailLink(needs.publicAddress, 'invitation', token)
  await needs.sendMail(
    tx,
    composeMail('invitation', { email, language }, { organisation: organisation.name, inviter: inviter?.name ?? '', link }),
  )
  return row
}
