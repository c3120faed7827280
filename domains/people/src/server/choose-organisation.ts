import { Refusal } from '@jiju/kernel/problem'
import type { Command } from '@jiju/platform/http/command'
import type { PeopleDb } from './sql/database.ts'
import { findMembership } from './sql/memberships.ts'
import { setLastOrganisation } from './sql/persons.ts'
import { setActiveOrganisation } from './sql/sessions.ts'

/** Acts for another of the person's organisations in this session, and first at the next sign-in. */
export async function chooseOrganisation(
  tx: PeopleDb,
  command: Command,
  chosen: { personId: string; sessionId: string; organisationId: string | null },
): Promise<void> {
  const { personId, sessionId, organisationId } = chosen
  if (organisationId && !(await findMembership(tx, personId, organisationId)))
    throw new Refusal({ code: 'people.membership_missing', kind: 'missing', field: '/organisationId' })
  await setActiveOrganisation(tx, sessionId, organisationId)
  await setLastOrganisation(tx, personId, organisationId)
  await command.audit({
    action: 'people.active_organisation.choose',
    subjectType: 'people.session',
    subjectId: sessionId,
    detail: { organisationId },
  })
}
