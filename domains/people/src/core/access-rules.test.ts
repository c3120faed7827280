import { describe, expect, test } from 'vitest'
import { ACCESS, type AccessKey, type AccessRule, LEADING_ROLE, ROLES_BY_KIND } from './access.ts'
import { allowedAccess, grantableScopes, refuseAccess, type Standing } from './access-rules.ts'
import { isLeader, rolesOf, unknownRoles } from './roles.ts'

const standing = (change: Partial<Standing> = {}): Standing => ({
  organisationId: 'o',
  organisationStatus: 'verified',
  roles: ['enterprise:owner'],
  via: 'session',
  scopes: null,
  lacksSecondFactor: false,
  ...change,
})
const code = (access: string, who: Standing | null) => refuseAccess(access, who)?.code

describe('who may do what', () => {
  test('every rule of the table, for nobody, for each role, and without an organisation', () => {
    const everyRole = Object.entries(ROLES_BY_KIND).flatMap(([kind, roles]) => roles.map((role) => `${kind}:${role}`))
    for (const [access, rule] of Object.entries(ACCESS) as [AccessKey, AccessRule][]) {
      expect(code(access, null)).toBe(rule === 'anyone' ? undefined : 'people.not_signed_in')
      const alone = standing({ organisationId: null, organisationStatus: null, roles: [] })
      expect(code(access, alone)).toBe(rule === 'anyone' || rule === 'signed_in' ? undefined : 'people.no_organisation')
      for (const role of everyRole) {
        const isOpen = typeof rule === 'string' || (rule as readonly string[]).includes(role)
        expect(code(access, standing({ roles: [role] })), `${access} as ${role}`).toBe(isOpen ? undefined : 'people.access_denied')
      }
    }
  })

  test.each([
    ['pending', 'people.organisation_not_verified'],
    ['rejected', 'people.organisation_rejected'],
    ['suspended', 'people.organisation_suspended'],
  ] as const)('members of a %s organisation keep it in order and do nothing else', (organisationStatus, refusal) => {
    const owner = standing({ organisationStatus })
    expect(code('people.organisation.edit', owner)).toBeUndefined()
    expect(code('people.member.list', owner)).toBeUndefined()
    for (const [access, rule] of Object.entries(ACCESS) as [AccessKey, AccessRule][])
      if (!access.startsWith('people.') && typeof rule !== 'string') expect(code(access, owner), access).toBe(refusal)
    const operator = standing({ organisationStatus, roles: ['operator:administrator'] })
    expect(code('people.organisation.review', operator)).toBe(refusal)
    expect(code('people.person.list', operator)).toBe(refusal)
  })

  test('an API key does what its scopes and its maker’s roles both allow, and never what needs the person', () => {
    const key = standing({ via: 'api_key', scopes: ['people.member.list', 'people.organisation.review', 'people.password.change'] })
    expect(code('people.member.list', key)).toBeUndefined()
    expect(code('people.organisation.review', key)).toBe('people.access_denied')
    expect(code('people.password.change', key)).toBe('people.api_key_not_allowed')
    expect(code('people.organisation.edit', key)).toBe('people.api_key_scope_missing')
    expect(code('people.me.read', key)).toBeUndefined()
  })

  test('what can be granted to a key is allowed to its maker and stays allowed to the key', () => {
    const owner = standing()
    const scopes = grantableScopes(owner)
    expect(scopes).toContain('people.member.list')
    expect(scopes).not.toContain('people.api_key.create')
    for (const scope of scopes) expect(code(scope, standing({ via: 'api_key', scopes })), scope).toBeUndefined()
    expect(allowedAccess(owner)).toEqual(expect.arrayContaining(scopes))
  })

  test('an unknown key is a bug, not a refusal', () => {
    expect(() => refuseAccess('people.no.such', standing())).toThrow('people.no.such')
  })
})

describe('roles', () => {
  test('each kind has its leading role, and no other kind’s', () => {
    for (const kind of Object.keys(ROLES_BY_KIND) as (keyof typeof ROLES_BY_KIND)[]) {
      expect(rolesOf(kind)).toContain(LEADING_ROLE[kind])
      expect(isLeader(kind, [LEADING_ROLE[kind]])).toBe(true)
      expect(unknownRoles(kind, rolesOf(kind))).toEqual([])
    }
    expect(unknownRoles('provider', ['provider:owner', 'enterprise:owner', 'owner'])).toEqual(['enterprise:owner', 'owner'])
  })
})
