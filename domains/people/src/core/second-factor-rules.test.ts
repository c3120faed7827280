import { describe, expect, test } from 'vitest'
import { LEADING_ROLE, ROLES_BY_KIND } from './access.ts'
import { needsSecondFactor, SECOND_FACTOR_ROLES } from './second-factor-rules.ts'

const every = Object.entries(ROLES_BY_KIND).flatMap(([kind, roles]) => roles.map((role) => `${kind}:${role}`))

describe('who needs a second factor', () => {
  test.each(every)('%s', (role) => {
    const isAlways = (SECOND_FACTOR_ROLES as readonly string[]).includes(role)
    expect(needsSecondFactor({ roles: [role], organisationRoles: [], byRole: true })).toBe(isAlways)
    expect(needsSecondFactor({ roles: [role], organisationRoles: [], byRole: false })).toBe(false)
    expect(needsSecondFactor({ roles: [role], organisationRoles: [role], byRole: false })).toBe(true)
  })
  test('one of several roles is enough, a role that others hold is not', () => {
    const organisationRoles = ['provider:owner']
    expect(needsSecondFactor({ roles: ['provider:lab_staff', 'provider:owner'], organisationRoles, byRole: false })).toBe(true)
    expect(needsSecondFactor({ roles: ['provider:lab_staff'], organisationRoles, byRole: true })).toBe(false)
    expect(needsSecondFactor({ roles: [], organisationRoles, byRole: true })).toBe(false)
  })
  test('the table names whoever runs the district, and roles that exist', () => {
    expect(SECOND_FACTOR_ROLES).toContain(LEADING_ROLE.operator)
    expect(SECOND_FACTOR_ROLES.filter((role) => !every.includes(role))).toEqual([])
  })
})
