import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listWaitingPurchases } from '../../features/order-spending/calls.ts'
import { DecideButtons } from '../../features/order-spending/decide-buttons.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Remaining } from '../../ui/remaining.tsx'
import { Bones, Empty } from '../../ui/states.tsx'

type Waiting = Awaited<ReturnType<typeof listWaitingPurchases>>['items'][number]

/** Orders that wait for the reader's approval, the earliest limit first. */
export function ApprovalsPage() {
  const { t } = useTranslation('order-spending')
  const format = useFormat()
  const { query, items, more } = usePages<Waiting>({ queryKey: ['orders', 'waiting-purchases'], load: listWaitingPurchases })
  const columns: Column<Waiting>[] = [
    {
      key: 'order',
      title: t('waiting.order'),
      cell: ({ order }) => (
        <>
          <Link to="/e/orders/$id" params={{ id: order.id }}>
            {order.title}
          </Link>
          <div className="s t3" style={{ fontWeight: 400 }}>
            {order.number} · {order.providerName}
          </div>
        </>
      ),
    },
    { key: 'person', title: t('waiting.person'), cell: ({ order }) => order.personName },
    { key: 'step', title: t('waiting.step'), cell: (row) => t('waiting.stepOf', { position: row.position, count: row.stepCount }) },
    { key: 'until', title: t('waiting.until'), cell: ({ order }) => order.answerUntil && <Remaining until={order.answerUntil} /> },
    { key: 'total', title: t('waiting.total'), look: 'num', cell: ({ order }) => format.money(order.total) },
    {
      key: 'act',
      title: t('waiting.act'),
      look: 'action',
      cell: (row) => (
        <span className="row g8 wrap" style={{ justifyContent: 'flex-end' }}>
          <DecideButtons orderId={row.order.id} position={row.position} />
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('waiting.title')} />
      <QueryView query={query} skeleton={<Bones rows={4} />} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('waiting.empty')}>{t('waiting.emptyHint')}</Empty>
            ) : (
              <>
                <DataTable caption={t('waiting.title')} columns={columns} rows={items} rowKey={({ order }) => order.id} />
                <LoadMore {...more} />
              </>
            )}
          </div>
        )}
      </QueryView>
    </>
  )
}
