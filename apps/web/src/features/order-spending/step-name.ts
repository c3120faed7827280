import type { ParseKeys } from 'i18next'
import { useTranslation } from 'react-i18next'

/** Who a limit or a step means: a person by name, or whoever holds a role. Needs the texts `people`. */
export function useStepName() {
  const { t } = useTranslation('people')
  return ({ personName, role }: { personName: string | null; role: string | null }) =>
    role ? t(`role.${role.replace(':', '.')}` as ParseKeys<'people'>) : (personName ?? '—')
}
