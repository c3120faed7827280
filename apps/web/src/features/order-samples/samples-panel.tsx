import type { Order } from '@jiju/orders/contract/orders'
import type { OrderSamples, Sample } from '@jiju/orders/contract/samples'
import { isHeld } from '@jiju/orders/core/samples/sample-acts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccess, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { orderSamplesOptions } from './calls.ts'
import { CustodyTable } from './custody-table.tsx'
import { DeclareDrawer, EditDrawer } from './declare-drawer.tsx'
import { ParcelDialog } from './parcel-dialog.tsx'
import { SampleTag } from './state-tag.tsx'

const OPEN_FOR_SAMPLES: readonly Order['state'][] = ['awaiting_approval', 'placed', 'accepted', 'received', 'working', 'paused']
const OPEN_FOR_PARCELS: readonly Order['state'][] = ['accepted', 'received', 'working', 'paused']

/** The samples of an order and how they went from hand to hand, with the next step of whoever reads. */
export function SamplesPanel({ order }: { order: Order }) {
  const { t } = useTranslation('order-samples')
  const format = useFormat()
  const query = useQuery(orderSamplesOptions(order.id))
  const items = query.data?.items ?? []
  // An order without samples has no panel for them.
  if (!order.needsSamples && items.length === 0) return null
  const until = items.flatMap(({ retainUntil, state }) => (retainUntil && isHeld(state) ? [retainUntil] : [])).sort()[0]
  const note = [items.length > 0 && t('panel.note', { count: items.length }), until && t('panel.keptUntil', { day: format.day(until) })]
  return (
    <Panel
      title={t('panel.title')}
      note={note.filter(Boolean).join(' · ')}
      extra={items.length > 0 && <Actions order={order} items={items} />}
      isFlush
    >
      <QueryView query={query}>
        {(samples) =>
          samples.items.length === 0 ? (
            <Empty
              title={t('panel.empty')}
              action={order.side === 'client' && OPEN_FOR_SAMPLES.includes(order.state) ? <MayDeclare order={order} /> : undefined}
            >
              {order.side === 'client' ? t('panel.emptyClient') : t('panel.emptyProvider')}
            </Empty>
          ) : (
            <Whole order={order} samples={samples} />
          )
        }
      </QueryView>
    </Panel>
  )
}

function MayDeclare({ order, like }: { order: Order; like?: Sample | undefined }) {
  return useAccess('orders.sample.declare') ? <DeclareDrawer order={order} like={like} /> : null
}

/** The next step stands out: declare, send, receive, send back. */
function Actions({ order, items }: { order: Order; items: readonly Sample[] }) {
  const { t } = useTranslation('order-samples')
  const mayWork = useAccess('orders.sample.work')
  const mayDeclare = useAccess('orders.sample.declare')
  const me = useMe()?.person?.id
  const base = order.side === 'provider' ? '/p' : order.side === 'client' ? '/e' : '/o'
  const unsent = items.filter(({ state }) => state === 'declared')
  const expected = items.filter(({ state }) => state === 'declared' || state === 'sent')
  const back = items.filter(
    ({ state, rest, retainUntil, holder }) =>
      isHeld(state) && rest === 'return' && (retainUntil !== null || state === 'refused') && holder?.id === me,
  )
  return (
    <>
      <ButtonLink to={`${base}/orders/$id/labels`} params={{ id: order.id }} kind="text">
        {t('panel.labels')}
      </ButtonLink>
      {order.side === 'client' && OPEN_FOR_SAMPLES.includes(order.state) && <MayDeclare order={order} like={items.at(-1)} />}
      {order.side === 'client' && mayDeclare && unsent.length > 0 && OPEN_FOR_PARCELS.includes(order.state) && (
        <ParcelDialog orderId={order.id} samples={unsent} direction="parcels" />
      )}
      {order.side === 'provider' && mayWork && expected.length > 0 && OPEN_FOR_PARCELS.includes(order.state) && (
        <ButtonLink to="/p/orders/$id/receive" params={{ id: order.id }} kind="primary">
          {t('panel.receive')}
        </ButtonLink>
      )}
      {order.side === 'provider' && mayWork && back.length > 0 && <ParcelDialog orderId={order.id} samples={back} direction="returns" />}
    </>
  )
}

function Whole({ order, samples }: { order: Order; samples: OrderSamples }) {
  const { t } = useTranslation('order-samples')
  const mayDeclare = useAccess('orders.sample.declare')
  const { items, events, deviations } = samples
  const wanted = deviations.flatMap(({ decision, sampleId }) => (decision === 'replace' && sampleId ? [sampleId] : []))
  const replaced = new Set(items.map(({ replacesId }) => replacesId))
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
            {[row.spec, row.batch, t(`storage.${row.storage}`)].filter(Boolean).join(' · ')}
          </div>
        </>
      ),
    },
    { key: 'state', title: t('column.state'), cell: (row) => <SampleTag state={row.state} /> },
    { key: 'quantity', title: t('column.quantity'), look: 'num', cell: (row) => `${row.remaining} / ${row.quantity} ${row.unit}` },
    {
      key: 'where',
      title: t('column.where'),
      cell: (row) => [row.holder?.name, row.place?.name].filter(Boolean).join(' · ') || row.parcel?.carrier || '—',
    },
    {
      key: 'action',
      title: '',
      look: 'action',
      cell: (row) =>
        order.side !== 'client' || !mayDeclare ? null : wanted.includes(row.id) && !replaced.has(row.id) ? (
          <DeclareDrawer order={order} replaces={row} />
        ) : row.acts.includes('edit') ? (
          <EditDrawer order={order} sample={row} />
        ) : null,
    },
  ]
  const told = events.filter(({ kind }) => kind !== 'edited')
  return (
    <>
      <DataTable caption={t('field.samples')} columns={columns} rows={items} rowKey={({ id }) => id} />
      {told.length > 0 && (
        <>
          <div className="panel-body" style={{ paddingBottom: 8 }}>
            <h3 className="h3">{t('panel.events')}</h3>
          </div>
          <CustodyTable events={told} />
        </>
      )}
      <Disposal items={items} />
    </>
  )
}

/** What will happen to what is left, and when. */
function Disposal({ items }: { items: readonly Sample[] }) {
  const { t } = useTranslation('order-samples')
  const format = useFormat()
  const byDay = new Map<string, string[]>()
  for (const { number, state, retainUntil, rest } of items)
    if (retainUntil && isHeld(state)) {
      const key = `${retainUntil} ${rest}`
      byDay.set(key, [...(byDay.get(key) ?? []), number])
    }
  const due = [...byDay].sort(([a], [b]) => a.localeCompare(b))
  if (due.length === 0) return null
  return (
    <ul className="plain panel-body t2 col g4">
      {due.map(([key, numbers]) => (
        <li key={key} className="row g12 wrap">
          <span className="nw">{format.day(key.slice(0, 10))}</span>
          <span>{numbers.join(' ')}</span>
          <span>{t('panel.disposal')}</span>
          <span>{t(key.endsWith('return') ? 'panel.disposalReturn' : 'panel.disposalDispose')}</span>
        </li>
      ))}
    </ul>
  )
}
