import { Refusal } from '@jiju/kernel/problem'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { SecondFactorPolicy } from '../contract/organisations.ts'
import type { OrganisationKind } from '../core/access.ts'
import { rolesOf } from '../core/roles.ts'
import { needsSecondFactor, SECOND_FACTOR_ROLES } from '../core/second-factor-rules.ts'
import { refuseUnknownRoles } from './request-to-join.ts'
import type { PeopleDb } from './sql/database.ts'
import { findOrganisation, updateOrganisation } from './sql/organisations.ts'
import { countMembersWithout, listSecondFactorDemands } from './sql/second-factors.ts'

type Rule = { readonly secondFactorByRole: boolean }

/** Who signs in to the organisation with a second factor, and how many of those have none yet. */
export async function readSecondFactorPolicy(db: PeopleDb, rule: Rule, id: string): Promise<SecondFactorPolicy> {
  const row = await findOrganisation(db, id)
  if (!row) throw new Refusal({ code: 'people.organisation_missing', kind: 'missing' })
  const all: readonly string[] = rolesOf(row.kind as OrganisationKind)
  const alwaysRoles = rule.secondFactorByRole ? SECOND_FACTOR_ROLES.filter((role) => all.includes(role)) : []
  const withoutCount = await countMembersWithout(db, id, [...row.second_factor_roles, ...alwaysRoles])
  return { roles: row.second_factor_roles, alwaysRoles, withoutCount, version: row.version }
}

/** Asks the holders of these roles for a second factor, from their next request on. */
export async function editSecondFactorPolicy(
  tx: PeopleDb,
  command: Command,
  rule: Rule,
  edit: { id: string; version: number; roles: readonly string[] },
): Promise<SecondFactorPolicy> {
  const current = await findOrganisation(tx, edit.id)
  if (!current) throw new Refusal({ code: 'people.organisation_missing', kind: 'missing' })
  refuseUnknownRoles(current.kind as OrganisationKind, edit.roles)
  const roles = rolesOf(current.kind as OrganisationKind).filter((role) => edit.roles.includes(role))
  const values = { second_factor_roles: roles }
  if (!(await updateOrganisation(tx, edit.id, { version: edit.version, values, resubmit: false, now: command.now })))
    throw new Refusal(VERSION_STALE)
  await command.audit({
    action: 'people.second_factor_policy.edit',
    subjectType: 'people.organisation',
    subjectId: edit.id,
    detail: { before: current.second_factor_roles, after: roles },
  })
  return readSecondFactorPolicy(tx, rule, edit.id)
}

/** Refuses to turn the second factor off while an organisation of the person asks for it. */
export async function refuseWhileNeeded(db: PeopleDb, rule: Rule, personId: string): Promise<void> {
  const demands = await listSecondFactorDemands(db, personId)
  const demand = demands.find(({ roles, second_factor_roles }) =>
    needsSecondFactor({ roles, organisationRoles: second_factor_roles, byRole: rule.secondFactorByRole }),
  )
  if (demand) throw new Refusal({ code: 'people.second_factor_needed', kind: 'refused', params: { organisation: demand.name } })
}
