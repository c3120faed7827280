import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type ClaimSearch, ClaimsPanel } from '../../features/order-vouchers/claims-panel.tsx'
import { PartiesPanel } from '../../features/order-vouchers/parties-panel.tsx'
import { ProgrammesPanel } from '../../features/order-vouchers/programmes-panel.tsx'
import { SamplesPanel } from '../../features/order-vouchers/samples-panel.tsx'
import { VoucherTable } from '../../features/order-vouchers/voucher-table.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['programmes', 'claims', 'vouchers', 'parties', 'samples'] as const

/** Vouchers as the office runs them. */
export function OperatorVouchersPage() {
  const { t } = useTranslation('order-vouchers')
  const search = useSearch({ strict: false }) as ClaimSearch & { tab?: string; sample?: string }
  const tab = oneOf(search.tab, TABS) ?? 'programmes'
  return (
    <>
      <PageHead title={t('title')} />
      <TabLinks
        label={t('title')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`office.tab.${value}`) }))}
        linkOf={(value) => ({ to: '/o/vouchers', search: { tab: value } })}
      />
      {tab === 'programmes' && <ProgrammesPanel />}
      {tab === 'claims' && <ClaimsPanel side="office" search={search} />}
      {tab === 'vouchers' && <VoucherTable side="office" wanted={{}} />}
      {tab === 'parties' && <PartiesPanel />}
      {tab === 'samples' && <SamplesPanel sampleId={search.sample || null} />}
    </>
  )
}
