import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BalanceFigures } from '../../features/order-money/balance-figures.tsx'
import { ledgerOptions } from '../../features/order-money/calls.ts'
import { DepositRules } from '../../features/order-money/deposit-rules.tsx'
import { FeeRules } from '../../features/order-money/fee-rules.tsx'
import { IncomeList } from '../../features/order-money/income-list.tsx'
import { InvoicesList } from '../../features/order-money/invoices-list.tsx'
import { OutgoingForm } from '../../features/order-money/outgoing-form.tsx'
import { OutgoingsList } from '../../features/order-money/outgoings-list.tsx'
import { StatementPanel } from '../../features/order-money/statement-panel.tsx'
import { dayNow } from '../../lib/format.ts'
import { oneOf } from '../../lib/search-params.ts'
import { activeOrganisation, useMe } from '../../lib/session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['income', 'invoices', 'payouts', 'statement', 'rules'] as const

/** What a provider has earned: by order and booking, with fees; its payouts and statements, the invoices it is to issue, and the rules. */
export function SettlementPage() {
  const { t } = useTranslation('order-money')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/p/settlement' })
  const tab = oneOf(search.tab, TABS) ?? 'income'
  const ledger = useQuery(ledgerOptions('provider'))
  const name = activeOrganisation(useMe())?.name ?? ''
  const today = dayNow()
  return (
    <>
      <PageHead title={t('page.settlement')} />
      <TabLinks
        label={t('page.parts')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        linkOf={(value) => ({ to: '/p/settlement', search: value === 'income' ? {} : { tab: value } })}
      />
      <QueryView query={ledger} isPage>
        {(own) => (
          <div className="stack">
            <BalanceFigures ledger={own} />
            {tab === 'income' && <IncomeList />}
            {tab === 'invoices' && <InvoicesList side="provider" today={today} />}
            {tab === 'payouts' && (
              <>
                <OutgoingForm kind="payout" balance={own.payable} known={{ title: name, bankName: '', bankAccount: '' }} />
                <OutgoingsList kind="payout" />
              </>
            )}
            {tab === 'statement' && (
              <StatementPanel
                side={own.side}
                today={today}
                month={search.month}
                onPick={(month) => void navigate({ to: '/p/settlement', search: { tab, month }, replace: true })}
              />
            )}
            {tab === 'rules' && (
              <>
                <DepositRules today={today} />
                <FeeRules today={today} />
              </>
            )}
          </div>
        )}
      </QueryView>
    </>
  )
}
