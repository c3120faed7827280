import { ROLES_BY_KIND } from '@jiju/people/core/access'
import { grantableScopes } from '@jiju/people/core/access-rules'
import { expect, test } from 'vitest'
import zh from '../../../texts/zh/account.json' with { type: 'json' }

const nameOf = (key: string) =>
  key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], zh.scope)

test.each(Object.entries(ROLES_BY_KIND))('every permission that a key of %s can have is named', (kind, names) => {
  const standing = {
    organisationId: 'o',
    organisationStatus: 'verified',
    roles: names.map((name) => `${kind}:${name}`),
    via: 'session',
    scopes: null,
    lacksSecondFactor: false,
  } as const
  for (const scope of grantableScopes(standing)) expect(nameOf(scope), scope).toBeTypeOf('string')
})
