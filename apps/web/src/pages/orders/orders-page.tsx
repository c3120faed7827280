import type { OrderSummary } from '@jiju/orders/contract/orders'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ImportedList } from '../../features/order-imports/imported-list.tsx'
import { listOrders, orderCountsOptions } from '../../features/orders/calls.ts'
import { OrderStateTag } from '../../features/orders/state-tag.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { activeOrganisation, useAccess, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const STATES = ['open', 'placed', 'accepted', 'working', 'reported', 'ended'] as const
const TABS = [...STATES, 'earlier'] as const

/** Orders of the own organisation, for whoever placed them and for whoever received them. */
export function OrdersPage() {
  const { t } = useTranslation(['orders', 'order-imports'])
  const format = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { state?: string; q?: string }
  const isProvider = activeOrganisation(useMe())?.kind === 'provider'
  const base = isProvider ? '/p/orders' : '/e/orders'
  const tab = oneOf(search.state, TABS) ?? 'open'
  const state = oneOf(tab, STATES)
  const mayImport = useAccess('orders.order_import.read')
  const counts = useQuery(orderCountsOptions).data
  const countOf = (state: (typeof TABS)[number]) => counts?.states.find((one) => one.state === state)?.count
  const { query, items, more } = usePages<OrderSummary>({
    queryKey: ['orders', 'list', state, search.q],
    load: (cursor, signal) => listOrders({ ...(state && { state }), limit: 50, ...(search.q && { q: search.q }) }, cursor, signal),
    isEnabled: state !== undefined,
  })
  const columns: Column<OrderSummary>[] = [
    {
      key: 'title',
      title: t('column.order'),
      cell: (row) => (
        <>
          <Link to={`${base}/$id`} params={{ id: row.id }}>
            {row.title}
          </Link>
          <div className="s t3" style={{ fontWeight: 400 }}>
            {row.number} · {isProvider ? row.organisationName : row.providerName}
          </div>
        </>
      ),
    },
    { key: 'state', title: t('column.state'), cell: (row) => <OrderStateTag state={row.state} /> },
    {
      key: 'turn',
      title: t('column.turn'),
      cell: (row) =>
        row.turn === null ? (
          '—'
        ) : (
          <span className={row.isOwnTurn ? 'warn' : 't2'}>
            {t(row.isOwnTurn ? 'turnShort.own' : `turnShort.${row.turn}`)}
            {row.answerUntil && <div className="s t3">{t('until', { until: format.instant(row.answerUntil) })}</div>}
          </span>
        ),
    },
    { key: 'due', title: t('column.due'), cell: (row) => (row.dueDay ? format.day(row.dueDay) : '—') },
    { key: 'placed', title: t('column.placed'), isWideOnly: true, cell: (row) => format.instant(row.placedAt) },
    { key: 'total', title: t('column.total'), look: 'num', cell: (row) => format.money(row.total) },
  ]
  return (
    <>
      <PageHead
        title={t('title')}
        beside={counts && <span className="t2">{t('headline', { own: counts.ownTurn, late: counts.late })}</span>}
        actions={
          <>
            {state && (
              <a className="btn" href={exportAddress(state, search.q)}>
                {t('export')}
              </a>
            )}
            {isProvider && mayImport && <ButtonLink to="/p/orders/import">{t('order-imports:import')}</ButtonLink>}
            {!isProvider && (
              <ButtonLink to="/search" kind="primary">
                {t('find')}
              </ButtonLink>
            )}
          </>
        }
      />
      <TabLinks
        label={t('stateLabel')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`tab.${value}`), count: countOf(value) }))}
        linkOf={(value) => ({ to: base, search: { ...search, state: value } })}
      />
      <div style={{ maxWidth: 360, marginBottom: 12 }}>
        <SearchField
          label={t('searchLabel')}
          value={search.q ?? ''}
          onChange={(q) => void navigate({ to: base, search: { ...search, q: q || undefined }, replace: true } as never)}
        />
      </div>
      {state === undefined ? (
        <ImportedList isProvider={isProvider} q={search.q} />
      ) : (
        <QueryView query={query} skeleton={<Bones rows={6} />} isPage>
          {() =>
            items.length === 0 ? (
              <div className="panel">
                <Empty title={t(search.q ? 'emptySearch' : isProvider ? 'emptyProvider' : 'emptyClient')} />
              </div>
            ) : (
              <div className="panel">
                <DataTable caption={t('title')} columns={columns} rows={items} rowKey={(row) => row.id} />
                <LoadMore {...more} />
              </div>
            )
          }
        </QueryView>
      )}
    </>
  )
}

/** What the list shows under its conditions, as a workbook. */
function exportAddress(state: (typeof STATES)[number], q: string | undefined): string {
  return `/api/v1/orders/orders.xlsx?${new URLSearchParams({ state, ...(q && { q }) })}`
}
