import { useTranslation } from 'react-i18next'
import { FaultList } from '../../features/outages/fault-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'

/** What the organisation's people have reported. */
export function FaultsPage() {
  const { t } = useTranslation('outages')
  return (
    <>
      <PageHead title={t('tabs.faults')} />
      <div className="panel">
        <FaultList scope="organisation" state="all" />
      </div>
    </>
  )
}
