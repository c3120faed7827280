import { LEADING_ROLE, type OrganisationKind, ROLES_BY_KIND, type Role } from './access.ts'

/** All roles of an organisation of `kind`, as `<kind>:<role>`, in the order in which they are shown. */
export function rolesOf(kind: OrganisationKind): Role[] {
  return ROLES_BY_KIND[kind].map((role) => `${kind}:${role}` as Role)
}

/** The roles of `wanted` that an organisation of `kind` does not have. */
export function unknownRoles(kind: OrganisationKind, wanted: readonly string[]): string[] {
  const known: readonly string[] = rolesOf(kind)
  return wanted.filter((role) => !known.includes(role))
}

/** True when `roles` contain the role that runs an organisation of `kind`. */
export function isLeader(kind: OrganisationKind, roles: readonly string[]): boolean {
  return roles.includes(LEADING_ROLE[kind])
}
