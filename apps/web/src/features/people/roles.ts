import type { OrganisationKind } from '@jiju/people/core/access'
import type { ParseKeys } from 'i18next'
import { useTranslation } from 'react-i18next'

/** Names of roles (`enterprise:engineer`) in the reader's language. Needs the texts `people`. */
export function useRoleNames() {
  const { t } = useTranslation('people')
  const key = (role: string) => role.replace(':', '.')
  return {
    name: (role: string) => t(`role.${key(role)}` as ParseKeys<'people'>),
    hint: (role: string) => t(`roleHint.${key(role)}` as ParseKeys<'people'>),
    names: (roles: readonly string[]) => roles.map((role) => t(`role.${key(role)}` as ParseKeys<'people'>)).join(t('roleSeparator')),
    kind: (kind: OrganisationKind) => t(`kind.${kind}`),
  }
}
