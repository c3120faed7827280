import type { ListSamples, Sample } from '@jiju/orders/contract/samples'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { listOrderSamples } from './calls.ts'
import { SampleTag } from './state-tag.tsx'

/** Samples of many orders: which, of which order, where they are, and what ends when. */
export function SampleTable({ filter, side }: { filter: Partial<Omit<ListSamples, 'cursor'>>; side: 'client' | 'provider' }) {
  const { t } = useTranslation('order-samples')
  const format = useFormat()
  const { query, items, more } = usePages<Sample>({
    queryKey: ['orders', 'sample-list', filter],
    load: (cursor, signal) => listOrderSamples({ ...filter, limit: 50 }, cursor, signal),
  })
  const mayReceive = useAccess('orders.sample.work') && side === 'provider' && (filter.view === 'on_the_way' || filter.view === 'to_send')
  const columns: Column<Sample>[] = [
    {
      key: 'sample',
      title: t('column.sample'),
      cell: (row) => (
        <>
          <Link to="/samples/$id" params={{ id: row.id }}>
            {row.number} {row.name}
          </Link>
          <div className="s t3" style={{ fontWeight: 400 }}>
            {[row.code, row.spec, t(`storage.${row.storage}`)].filter(Boolean).join(' · ')}
          </div>
        </>
      ),
    },
    {
      key: 'order',
      title: t('column.order'),
      cell: (row) => (
        <>
          <Link to={side === 'provider' ? '/p/orders/$id' : '/e/orders/$id'} params={{ id: row.orderId }}>
            {row.orderNumber}
          </Link>
          <div className="s t3">{side === 'provider' ? row.organisationName : row.providerName}</div>
        </>
      ),
    },
    { key: 'state', title: t('column.state'), cell: (row) => <SampleTag state={row.state} /> },
    { key: 'quantity', title: t('column.quantity'), look: 'num', cell: (row) => `${row.remaining} / ${row.quantity} ${row.unit}` },
    { key: 'where', title: t('column.where'), cell: (row) => <Where sample={row} /> },
    {
      key: 'due',
      title: t('column.due'),
      cell: (row) =>
        [
          row.retainUntil && t('list.retain', { day: format.day(row.retainUntil) }),
          row.expiresOn && t('list.expires', { day: format.day(row.expiresOn) }),
        ]
          .filter(Boolean)
          .join(' · ') || '—',
    },
    ...(mayReceive
      ? [
          {
            key: 'action',
            title: '',
            look: 'action' as const,
            cell: (row: Sample) =>
              row.acts.includes('receive') ? (
                <ButtonLink size="sm" to="/p/orders/$id/receive" params={{ id: row.orderId }}>
                  {t('receive.take')}
                </ButtonLink>
              ) : null,
          },
        ]
      : []),
  ]
  return (
    <QueryView query={query} skeleton={<Bones rows={6} />} isPage>
      {() => (
        <div className="panel">
          {items.length === 0 ? (
            <Empty title={t('list.empty')}>{filter.view === 'held' && side === 'client' ? t('list.emptyHeld') : null}</Empty>
          ) : (
            <>
              <DataTable caption={t('list.titleClient')} columns={columns} rows={items} rowKey={({ id }) => id} />
              <LoadMore {...more} />
            </>
          )}
        </div>
      )}
    </QueryView>
  )
}

function Where({ sample }: { sample: Sample }) {
  const { t } = useTranslation('order-samples')
  if (sample.holder) return <>{[sample.holder.name, sample.place?.name].filter(Boolean).join(' · ')}</>
  const parcel = sample.state === 'returning' ? sample.returnParcel : sample.state === 'sent' ? sample.parcel : null
  if (!parcel) return <>—</>
  return (
    <>{[parcel.carrier, parcel.trackingNumber && t('proof.tracking', { number: parcel.trackingNumber })].filter(Boolean).join(' · ')}</>
  )
}
