import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { conditionsOf } from '../../features/use/charge-calls.ts'
import { ChargeList } from '../../features/use/charge-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'

/** What the own resources and trainings earn. */
export function ReceivedChargesPage() {
  const { t } = useTranslation('use')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/p/charges' })
  return (
    <>
      <PageHead title={t('charges.title')} line={t('charges.receivedLead')} />
      <ChargeList
        side="received"
        conditions={conditionsOf(search)}
        onPick={(conditions) => void navigate({ to: '/p/charges', search: conditions, replace: true })}
      />
    </>
  )
}
