/** The five kinds of organisation and the roles that a member can hold in each. */
export const ROLES_BY_KIND = {
  enterprise: ['owner', 'engineer', 'purchaser', 'approver', 'finance', 'policy_clerk', 'project_lead'],
  provider: ['owner', 'lab_manager', 'lab_staff', 'approver', 'finance'],
  bank: ['owner', 'officer'],
  government: ['owner', 'officer'],
  operator: ['administrator', 'operator', 'data_officer', 'points_officer', 'policy_officer'],
} as const

export type OrganisationKind = keyof typeof ROLES_BY_KIND
export type Role = { [Kind in OrganisationKind]: `${Kind}:${(typeof ROLES_BY_KIND)[Kind][number]}` }[OrganisationKind]

/** `anyone`: no sign-in. `signed_in`: any person. `member`: any member of a verified organisation. Otherwise one of the roles, in the active organisation. */
export type AccessRule = 'anyone' | 'signed_in' | 'member' | readonly Role[]

/**
 * The one table of who may do what. Every route names one of these keys; a route without one does not start.
 * That a thing belongs to the actor's organisation is checked where the thing is read: another tenant's id answers like an unknown one.
 */
export const ACCESS = {
  'platform.reference.read': 'anyone',
} as const satisfies Record<string, AccessRule>

export type AccessKey = keyof typeof ACCESS
