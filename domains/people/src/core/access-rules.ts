import type { Problem } from '@jiju/kernel/problem'
import { ACCESS, type AccessKey, type AccessRule } from './access.ts'
import { OPEN_WITHOUT_SECOND_FACTOR } from './second-factor-rules.ts'

export type OrganisationStatus = 'pending' | 'verified' | 'rejected' | 'suspended'

/** What the decision needs to know of who acts. */
export type Standing = {
  readonly organisationId: string | null
  readonly organisationStatus: OrganisationStatus | null
  readonly roles: readonly string[]
  readonly via: 'session' | 'api_key'
  readonly scopes: readonly string[] | null
  /** Signed in without the second factor that the organisation or the role asks for. */
  readonly lacksSecondFactor: boolean
}

/** What changes how a person signs in, who a person is, or to which organisations they belong, needs the person at the screen. */
const SESSION_ONLY = new Set<AccessKey>([
  'people.me.edit',
  'people.password.change',
  'people.email.change',
  'people.second_factor.manage',
  'people.second_factor_policy.manage',
  'people.session.list',
  'people.session.revoke',
  'people.active_organisation.choose',
  'people.api_key.list',
  'people.api_key.create',
  'people.api_key.revoke',
  'people.organisation.register',
  'people.join_request.place',
  'people.join_request.list_own',
  'people.join_request.withdraw',
  'people.invitation.accept',
  'people.membership.leave',
  'people.person.disable',
])

/** Members of an organisation that is not verified keep it in order (people.*) but serve at no desk. */
const DESK = new Set<AccessKey>([
  'people.organisation.list',
  'people.organisation.review',
  'people.organisation.suspend',
  'people.person.list',
  'people.person.disable',
])

const STATUS_PROBLEM = {
  pending: 'people.organisation_not_verified',
  rejected: 'people.organisation_rejected',
  suspended: 'people.organisation_suspended',
} as const

/** The problem that keeps `standing` (null: nobody is signed in) from `access`, or null. An unknown key is a bug and throws. */
export function refuseAccess(access: string, standing: Standing | null): Problem | null {
  const rule: AccessRule | undefined = (ACCESS as Readonly<Record<string, AccessRule>>)[access]
  if (rule === undefined) throw new Error(`no access key ${access}`)
  if (rule === 'anyone') return null
  if (!standing) return { code: 'people.not_signed_in', kind: 'unauthenticated' }
  if (standing.via === 'api_key') {
    if (SESSION_ONLY.has(access as AccessKey)) return { code: 'people.api_key_not_allowed', kind: 'forbidden' }
    if (!standing.scopes?.includes(access)) return { code: 'people.api_key_scope_missing', kind: 'forbidden', params: { access } }
  }
  if (standing.lacksSecondFactor && !OPEN_WITHOUT_SECOND_FACTOR.includes(access as AccessKey))
    return { code: 'people.second_factor_required', kind: 'forbidden' }
  if (rule === 'signed_in') return null
  if (!standing.organisationId || !standing.organisationStatus) return { code: 'people.no_organisation', kind: 'forbidden' }
  const isOpen = access.startsWith('people.') && !DESK.has(access as AccessKey)
  if (standing.organisationStatus !== 'verified' && !isOpen) return { code: STATUS_PROBLEM[standing.organisationStatus], kind: 'forbidden' }
  if (rule === 'member' || rule.some((role) => standing.roles.includes(role))) return null
  return { code: 'people.access_denied', kind: 'forbidden' }
}

/** Every access key that `standing` has now, in the order of the table. */
export function allowedAccess(standing: Standing | null): AccessKey[] {
  return (Object.keys(ACCESS) as AccessKey[]).filter((access) => refuseAccess(access, standing) === null)
}

/** The scopes that `standing` may put into a new API key: what it may do itself, without what needs the person or is open to all. */
export function grantableScopes(standing: Standing): AccessKey[] {
  return allowedAccess(standing).filter(
    (access) => (ACCESS as Readonly<Record<string, AccessRule>>)[access] !== 'anyone' && !SESSION_ONLY.has(access),
  )
}
