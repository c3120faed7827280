import { Refusal } from '@jiju/kernel/problem'
import { recordAudit } from '@jiju/platform/audit/audit'
import type { Db } from '@jiju/platform/database/pool'
import { publish } from '@jiju/platform/outbox/outbox'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import { hashToken } from './secrets.ts'
import type { PeopleDb } from './sql/database.ts'
import { claimInvitation, findInvitation } from './sql/joining.ts'
import { joinOrganisation } from './sql/memberships.ts'
import { setLastOrganisation } from './sql/persons.ts'

export type FoundInvitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

/** The invitation of a token; refuses when it is unknown, used, withdrawn, expired, or its organisation is closed. */
export async function getOpenInvitation(db: PeopleDb, token: string, now: Date): Promise<FoundInvitation> {
  const invitation = await findInvitation(db, hashToken(token))
  if (!invitation) throw new Refusal({ code: 'people.invitation_missing', kind: 'missing' })
  const isClosed = invitation.accepted_at !== null || invitation.revoked_at !== null || invitation.expires_at <= now
  if (isClosed || invitation.status === 'rejected' || invitation.status === 'suspended')
    throw new Refusal({ code: 'people.invitation_closed', kind: 'conflict' })
  return invitation
}

/** Uses the invitation up and makes the person a member with its roles. */
export async function acceptInvitation(
  db: PeopleDb,
  accepted: { invitation: FoundInvitation; personId: string; now: Date; requestId: string },
): Promise<void> {
  const { invitation, personId, now } = accepted
  if (!(await claimInvitation(db, invitation.invitation_id, personId, now)))
    throw new Refusal({ code: 'people.invitation_closed', kind: 'conflict' })
  if (!(await joinOrganisation(db, { personId, organisationId: invitation.id, roles: invitation.roles, now })))
    throw new Refusal({ code: 'people.already_member', kind: 'conflict' })
  await setLastOrganisation(db, personId, invitation.id)
  const platform = db as unknown as Db<PlatformTables>
  await recordAudit(platform, {
    actorUserId: personId,
    actorOrganisationId: invitation.id,
    action: 'people.invitation.accept',
    subjectType: 'people.invitation',
    subjectId: invitation.invitation_id,
    detail: { roles: invitation.roles },
    requestId: accepted.requestId,
  })
  await publish(platform, { topic: 'people.member_joined', payload: { organisationId: invitation.id, personId, roles: invitation.roles } })
}
