import { Refusal } from '@jiju/kernel/problem'
import type { PeopleActor } from './access-control.ts'
import type { PeopleDb } from './sql/database.ts'
import { findMembership } from './sql/memberships.ts'
import { findOrganisation } from './sql/organisations.ts'

const DESK = ['operator:administrator', 'operator:operator']

/**
 * A verified organisation for everybody; any other only for its members and the operator, who also see the reason of its status.
 * An API key belongs to one organisation and is no member of the others of its maker.
 */
export async function getOrganisation(db: PeopleDb, actor: PeopleActor, id: string) {
  const row = await findOrganisation(db, id)
  const isDesk = actor.organisationStatus === 'verified' && actor.roles.some((role) => DESK.includes(role))
  const isMember = actor.via === 'api_key' ? actor.organisationId === id : (await findMembership(db, actor.userId, id)) !== undefined
  const isInsider = isDesk || isMember
  if (!row || (row.status !== 'verified' && !isInsider)) throw new Refusal({ code: 'people.organisation_missing', kind: 'missing' })
  return { ...row, isInsider }
}
