import type { AccessKey, Role } from './access.ts'

/** Roles that always sign in with a second factor, unless the installation switches the table off: they decide about others, or about money. */
export const SECOND_FACTOR_ROLES: readonly Role[] = [
  'operator:administrator',
  'operator:operator',
  'operator:data_officer',
  'operator:points_officer',
  'operator:policy_officer',
  'bank:owner',
  'bank:officer',
  'enterprise:finance',
  'provider:finance',
]

/** What a person without the second factor may still do where it is needed: set it up. What is open to anyone stays open. */
export const OPEN_WITHOUT_SECOND_FACTOR: readonly AccessKey[] = ['people.second_factor.manage']

type SecondFactorDemand = {
  /** The person's roles in the organisation. */
  readonly roles: readonly string[]
  /** Roles for which the organisation asks for it. */
  readonly organisationRoles: readonly string[]
  /** Whether `SECOND_FACTOR_ROLES` counts in this installation. */
  readonly byRole: boolean
}

/** Whether whoever acts with these roles must have a second factor. */
export function needsSecondFactor({ roles, organisationRoles, byRole }: SecondFactorDemand): boolean {
  const always: readonly string[] = byRole ? SECOND_FACTOR_ROLES : []
  return roles.some((role) => organisationRoles.includes(role) || always.includes(role))
}
