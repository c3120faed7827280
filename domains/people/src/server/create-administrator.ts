import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Kysely } from 'kysely'
import { findPasswordProblems } from '../core/password-rules.ts'
import { hashPassword } from './password.ts'
import { recordOwnAct } from './record-own-act.ts'
import type { PeopleDb, PeopleTables } from './sql/database.ts'
import { joinOrganisation } from './sql/memberships.ts'
import { insertOrganisations, listOrganisations } from './sql/organisations.ts'
import { insertPersons, setLastOrganisation } from './sql/persons.ts'

const MIN_PASSWORD = 10

/** The operator's first person, from the command line; also makes the operator organisation when there is none. */
export async function createAdministrator(
  db: Kysely<PeopleTables>,
  administrator: { email: string; name: string; password: string; organisationName?: string; now?: Date },
): Promise<{ personId: string; organisationId: string }> {
  const email = administrator.email.trim().toLowerCase()
  const now = administrator.now ?? new Date()
  const problems = findPasswordProblems(administrator.password, email, '/password')
  if (administrator.password.length < MIN_PASSWORD)
    problems.unshift({ code: 'people.password_too_short', kind: 'refused', field: '/password', params: { min: MIN_PASSWORD } })
  if (problems.length > 0) throw new Refusal(...problems)
  const passwordHash = await hashPassword(administrator.password)
  return db.transaction().execute(async (tx) => {
    const personId = newId(now.getTime())
    const inserted = await insertPersons(tx, [{ id: personId, email, name: administrator.name, language: 'zh', passwordHash }], now)
    if (inserted.length === 0) throw new Refusal({ code: 'people.email_taken', kind: 'conflict' })
    const organisationId = await operatorOrganisation(tx, administrator.organisationName ?? '平台运营方', now)
    await joinOrganisation(tx, { personId, organisationId, roles: ['operator:administrator'], now })
    await setLastOrganisation(tx, personId, organisationId)
    await recordOwnAct(tx, { personId, action: 'people.account.create_administrator', requestId: null, detail: { organisationId } })
    return { personId, organisationId }
  })
}

async function operatorOrganisation(tx: PeopleDb, name: string, now: Date): Promise<string> {
  const [existing] = await listOrganisations(tx, { kind: 'operator', status: 'verified', limit: 1 })
  if (existing) return existing.id
  const id = newId(now.getTime())
  await insertOrganisations(
    tx,
    [{ id, kind: 'operator', name, shortName: name.slice(0, 40), uscc: null, status: 'verified', createdBy: null }],
    now,
  )
  return id
}
