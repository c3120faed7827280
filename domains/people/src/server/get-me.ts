import type { Me } from '../contract/me.ts'
import { allowedAccess } from '../core/access-rules.ts'
import type { PeopleActor } from './access-control.ts'
import { presentSummary } from './present.ts'
import type { PeopleDb } from './sql/database.ts'
import { listMemberships } from './sql/memberships.ts'
import { findPerson } from './sql/persons.ts'
import { findSecondFactor } from './sql/second-factors.ts'

/** Who asks, for whom they act, and what they may do; the same form for somebody who is not signed in. An API key knows its own organisation only. */
export async function getMe(db: PeopleDb, actor: PeopleActor | null): Promise<Me> {
  const person = actor ? await findPerson(db, actor.userId) : undefined
  if (!actor || !person)
    return { person: null, memberships: [], activeOrganisationId: null, lacksSecondFactor: false, roles: [], access: allowedAccess(null) }
  const [all, factor] = await Promise.all([listMemberships(db, person.id), findSecondFactor(db, person.id)])
  const memberships = actor.via === 'api_key' ? all.filter((row) => row.id === actor.organisationId) : all
  return {
    person: {
      id: person.id,
      email: person.email,
      name: person.name,
      language: person.language === 'en' ? 'en' : 'zh',
      hasSecondFactor: factor?.confirmed_at != null,
      version: person.version,
    },
    memberships: memberships.map((row) => ({ organisation: presentSummary(row), roles: row.roles })),
    activeOrganisationId: actor.organisationId,
    lacksSecondFactor: actor.lacksSecondFactor,
    roles: [...actor.roles],
    access: allowedAccess(actor),
  }
}
