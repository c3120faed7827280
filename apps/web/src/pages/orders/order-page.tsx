import type { Order } from '@jiju/orders/contract/orders'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AgreementPanel } from '../../features/order-agreement/agreement-panel.tsx'
import { AmendmentPanel } from '../../features/order-agreement/amendment-panel.tsx'
import { DisputePanel } from '../../features/order-disputes/dispute-panel.tsx'
import { EvaluationPanel } from '../../features/order-disputes/evaluation-panel.tsx'
import { ObjectButton } from '../../features/order-disputes/object-button.tsx'
import { AnswersPanel } from '../../features/order-forms/answers-panel.tsx'
import { MoneyPanel } from '../../features/order-money/money-panel.tsx'
import { ReportPanel } from '../../features/order-reports/report-panel.tsx'
import { DeviationsPanel } from '../../features/order-samples/deviations-panel.tsx'
import { SamplesPanel } from '../../features/order-samples/samples-panel.tsx'
import { ApprovalPanel } from '../../features/order-spending/approval-panel.tsx'
import { ThreadPanel } from '../../features/order-threads/thread-panel.tsx'
import { VoucherPanel } from '../../features/order-vouchers/voucher-panel.tsx'
import { WorkPanel } from '../../features/order-work/work-panel.tsx'
import { orderOptions } from '../../features/orders/calls.ts'
import { ItemsPanel } from '../../features/orders/items-panel.tsx'
import { OrderFacts } from '../../features/orders/order-facts.tsx'
import { OrderHistory } from '../../features/orders/order-history.tsx'
import { OrderSteps } from '../../features/orders/order-steps.tsx'
import { OrderStateTag } from '../../features/orders/state-tag.tsx'
import { OrderTurnBar } from '../../features/orders/turn-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { WorkExtras } from './work-extras.tsx'

/** One order for whoever reads it: where it stands, whose turn it is, and one panel for each topic. */
export function OrderPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(orderOptions(id))
  return (
    <QueryView query={query} isPage>
      {(order) => <OrderView order={order} />}
    </QueryView>
  )
}

const LISTS = { client: '/e/orders', provider: '/p/orders' } as const

function OrderView({ order }: { order: Order }) {
  const { t } = useTranslation('orders')
  const client = useQueryClient()
  const renew = async (next: Order) => {
    client.setQueryData(orderOptions(next.id).queryKey, next)
    await client.invalidateQueries({ queryKey: ['orders'] })
  }
  const list = order.side === 'client' || order.side === 'provider' ? LISTS[order.side] : undefined
  return (
    <>
      <PageHead
        crumb={[list ? { label: t('title'), link: { to: list } } : { label: t('title') }, { label: order.number }]}
        title={order.title}
        documentTitle={`${order.title} ${order.number}`}
        beside={<OrderStateTag state={order.state} />}
        line={
          <>
            {order.number} ·{' '}
            <Link to="/providers/$id" params={{ id: order.providerId }}>
              {order.providerName}
            </Link>
            {order.side !== 'client' && ` · ${order.organisationName}`}
          </>
        }
      />
      <div className="stack">
        <section className="panel">
          <OrderSteps order={order} />
          <OrderTurnBar order={order} onChanged={renew}>
            <ObjectButton order={order} onDone={renew} />
          </OrderTurnBar>
        </section>
        <div className="two-columns">
          <div className="stack">
            <ApprovalPanel order={order} />
            <DisputePanel order={order} />
            {hasWork(order) ? <WorkPanel order={order} /> : <ItemsPanel order={order} />}
            {hasWork(order) && <WorkExtras order={order} />}
            <AnswersPanel order={order} />
            <AmendmentPanel order={order} />
            <SamplesPanel order={order} />
            <DeviationsPanel order={order} />
            <EvaluationPanel order={order} />
            {order.threadId && <ThreadPanel threadId={order.threadId} />}
            <OrderHistory order={order} />
          </div>
          <div className="stack">
            <ReportPanel order={order} />
            <MoneyPanel order={order} />
            <OrderFacts order={order} />
            <VoucherPanel order={order} />
            <AgreementPanel order={order} />
          </div>
        </div>
      </div>
    </>
  )
}

/** From the first day of work the items stand with what was done and found. */
const hasWork = ({ steps }: Order) => steps.some(({ to }) => to === 'received' || to === 'working')
