import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BalanceFigures } from '../../features/order-money/balance-figures.tsx'
import { invoiceDataOptions, ledgerOptions } from '../../features/order-money/calls.ts'
import { InvoiceAsk } from '../../features/order-money/invoice-ask.tsx'
import { InvoiceDataForm } from '../../features/order-money/invoice-data-form.tsx'
import { InvoicesList } from '../../features/order-money/invoices-list.tsx'
import { OutgoingForm } from '../../features/order-money/outgoing-form.tsx'
import { OutgoingsList } from '../../features/order-money/outgoings-list.tsx'
import { PaymentsList } from '../../features/order-money/payments-list.tsx'
import { StatementPanel } from '../../features/order-money/statement-panel.tsx'
import { TopUp } from '../../features/order-money/top-up.tsx'
import { dayNow } from '../../lib/format.ts'
import { oneOf } from '../../lib/search-params.ts'
import { useAccess } from '../../lib/session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['balance', 'statement', 'invoices', 'refunds'] as const

/** The money of an organisation that pays for what it uses: what it can use, what it paid in, its statements, its invoices, and its money back. */
export function LedgerPage() {
  const { t } = useTranslation('order-money')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/e/ledger' })
  const tab = oneOf(search.tab, TABS) ?? 'balance'
  const ledger = useQuery(ledgerOptions('client'))
  const today = dayNow()
  return (
    <>
      <PageHead title={t('page.ledger')} />
      <TabLinks
        label={t('page.parts')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        linkOf={(value) => ({ to: '/e/ledger', search: value === 'balance' ? {} : { tab: value } })}
      />
      <QueryView query={ledger} isPage>
        {(own) => (
          <div className="stack">
            <BalanceFigures ledger={own} />
            {tab === 'balance' && (
              <>
                <TopUp ledger={own} amount={search.amount} orderId={search.order} />
                <PaymentsList />
              </>
            )}
            {tab === 'statement' && (
              <StatementPanel
                side={own.side}
                today={today}
                month={search.month}
                onPick={(month) => void navigate({ to: '/e/ledger', search: { tab, month }, replace: true })}
              />
            )}
            {tab === 'invoices' && <Invoices today={today} />}
            {tab === 'refunds' && <Refunds balance={own.prepaid} />}
          </div>
        )}
      </QueryView>
    </>
  )
}

function Invoices({ today }: { today: string }) {
  const query = useQuery(invoiceDataOptions)
  return (
    <>
      <InvoiceAsk />
      <InvoicesList side="client" today={today} />
      <QueryView query={query}>{({ data }) => <InvoiceDataForm key={data.version} data={data} />}</QueryView>
    </>
  )
}

function Refunds({ balance }: { balance: string }) {
  const query = useQuery(invoiceDataOptions)
  const mayAsk = useAccess('orders.refund.ask')
  return (
    <>
      {mayAsk && <QueryView query={query}>{({ data }) => <OutgoingForm kind="refund" balance={balance} known={data} />}</QueryView>}
      <OutgoingsList kind="refund" />
    </>
  )
}
