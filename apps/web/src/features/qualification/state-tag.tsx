import type { Qualification } from '@jiju/booking/contract/qualifications'
import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/tag.tsx'

const KINDS = { valid: 'ok', expiring: 'warn', not_yet: 'plain', lapsed: 'bad', suspended: 'bad' } as const

export function StateTag({ state }: Pick<Qualification, 'state'>) {
  const { t } = useTranslation('qualification')
  return <Tag kind={KINDS[state]}>{t(`state.${state}`)}</Tag>
}

/** Level and state in one: what a cell of the table shows. */
export function LevelTag({ level, state }: Pick<Qualification, 'level' | 'state'>) {
  const { t } = useTranslation('qualification')
  return (
    <Tag kind={KINDS[state]}>
      {t('levelShort', { level })} · {t(`state.${state}`)}
    </Tag>
  )
}
