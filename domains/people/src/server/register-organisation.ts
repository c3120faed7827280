import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Command } from '@jiju/platform/http/command'
import type { RegisterOrganisation } from '../contract/organisations.ts'
import { LEADING_ROLE } from '../core/access.ts'
import type { PeopleDb } from './sql/database.ts'
import { joinOrganisation } from './sql/memberships.ts'
import { findByUscc, insertOrganisations } from './sql/organisations.ts'
import { setLastOrganisation } from './sql/persons.ts'
import { setActiveOrganisation } from './sql/sessions.ts'

/** A claim that the operator examines. Its maker owns it and acts for it from now on. */
export async function registerOrganisation(
  tx: PeopleDb,
  command: Command,
  by: { personId: string; sessionId: string },
  input: RegisterOrganisation,
): Promise<string> {
  const registered = await findByUscc(tx, input.uscc)
  if (registered) throw new Refusal({ code: 'people.uscc_registered', kind: 'conflict', field: '/uscc', params: { name: registered.name } })
  const id = newId(command.now.getTime())
  const { kind, name, nameEn, uscc, district, address } = input
  const shortName = input.shortName ?? name.slice(0, 40)
  await insertOrganisations(
    tx,
    [{ id, kind, name, shortName, nameEn, uscc, status: 'pending', district, address, createdBy: by.personId }],
    command.now,
  )
  await joinOrganisation(tx, { personId: by.personId, organisationId: id, roles: [LEADING_ROLE[kind]], now: command.now })
  await setActiveOrganisation(tx, by.sessionId, id)
  await setLastOrganisation(tx, by.personId, id)
  await command.audit({ action: 'people.organisation.register', subjectType: 'people.organisation', subjectId: id, detail: { kind, uscc } })
  await command.publish('people.organisation_registered', { organisationId: id, kind })
  return id
}
