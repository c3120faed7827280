import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { conditionsOf } from '../../features/use/charge-calls.ts'
import { ChargeList } from '../../features/use/charge-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'

/** What the own organisation pays for machine time, for not coming and for trainings. */
export function OwnChargesPage() {
  const { t } = useTranslation('use')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/e/charges' })
  return (
    <>
      <PageHead title={t('charges.title')} line={t('charges.ownLead')} />
      <ChargeList
        side="own"
        conditions={conditionsOf(search)}
        onPick={(conditions) => void navigate({ to: '/e/charges', search: conditions, replace: true })}
      />
    </>
  )
}
