import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BankImport } from '../../features/order-money/bank-import.tsx'
import { BankLines } from '../../features/order-money/bank-lines.tsx'
import { totalsOptions } from '../../features/order-money/calls.ts'
import { FeeRules } from '../../features/order-money/fee-rules.tsx'
import { OutgoingsList } from '../../features/order-money/outgoings-list.tsx'
import { TotalsPanel } from '../../features/order-money/totals-panel.tsx'
import { dayNow } from '../../lib/format.ts'
import { oneOf } from '../../lib/search-params.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['bank', 'outgoings', 'totals', 'rules'] as const

/** The district's money: the bank's statements, what is to be sent, the whole ledger, and the fees. */
export function OversightPage() {
  const { t } = useTranslation('order-money')
  const search = useSearch({ from: '/work/o/ledger' })
  const tab = oneOf(search.tab, TABS) ?? 'bank'
  const totals = useQuery(totalsOptions)
  const counts = { bank: totals.data?.openLines, outgoings: totals.data?.askedOutgoings, totals: undefined, rules: undefined }
  return (
    <>
      <PageHead title={t('page.oversight')} />
      <TabLinks
        label={t('page.parts')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`tab.${value}`), count: counts[value] }))}
        linkOf={(value) => ({ to: '/o/ledger', search: value === 'bank' ? {} : { tab: value } })}
      />
      <div className="stack">
        {tab === 'bank' && (
          <>
            <BankImport />
            <BankLines />
          </>
        )}
        {tab === 'outgoings' && (
          <>
            <OutgoingsList canDecide state="asked" />
            <OutgoingsList canDecide state="sent" />
          </>
        )}
        {tab === 'totals' && <QueryView query={totals}>{(data) => <TotalsPanel totals={data} />}</QueryView>}
        {tab === 'rules' && <FeeRules today={dayNow()} />}
      </div>
    </>
  )
}
