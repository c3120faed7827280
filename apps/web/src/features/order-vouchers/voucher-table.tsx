import type { Voucher } from '@jiju/orders/contract/vouchers'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { listVouchers, type VoucherQuery, vouchersKey } from './calls.ts'
import { nameOf } from './named.ts'
import { ClaimStateTag, VoucherStateTag } from './state-tags.tsx'

/** Orders with a voucher, newest first, as `side` sees them. */
export function VoucherTable({ side, wanted }: { side: 'client' | 'provider' | 'office'; wanted: VoucherQuery }) {
  const { t } = useTranslation('order-vouchers')
  const format = useFormat()
  const { query, items, more } = usePages<Voucher>({
    queryKey: [...vouchersKey, 'list', side, wanted],
    load: (cursor, signal) => listVouchers(wanted, cursor, signal),
  })
  const orderLink = { client: '/e/orders/$id', provider: '/p/orders/$id', office: '/o/orders/$id' } as const
  const columns: Column<Voucher>[] = [
    {
      key: 'order',
      title: t('order'),
      cell: (row) => (
        <>
          <Link to={orderLink[side]} params={{ id: row.orderId }}>
            {row.orderTitle}
          </Link>
          <div className="s t3" style={{ fontWeight: 400 }}>
            {row.orderNumber} · {row.number}
          </div>
        </>
      ),
    },
    { key: 'programme', title: t('programme'), cell: (row) => `${nameOf(row)} ${row.year}` },
    ...(side === 'client' ? [] : [{ key: 'client', title: t('client'), cell: (row: Voucher) => row.organisationName }]),
    ...(side === 'provider' ? [] : [{ key: 'provider', title: t('provider'), cell: (row: Voucher) => row.providerName }]),
    { key: 'amount', title: t('amount'), look: 'num', cell: (row) => format.money(row.amount) },
    {
      key: 'state',
      title: t('claims.state'),
      cell: (row) => (
        <span className="row g4 wrap">
          <VoucherStateTag state={row.state} />
          {row.claimState && side !== 'client' && <ClaimStateTag state={row.claimState} />}
        </span>
      ),
    },
    { key: 'when', title: t('when'), cell: (row) => format.stamp(row.redeemedAt ?? row.reservedAt) },
  ]
  return (
    <Panel title={t('account.vouchers')} isFlush>
      <QueryView query={query}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('account.empty')}>{side === 'client' && t('account.emptyText')}</Empty>
          ) : (
            <>
              <DataTable caption={t('account.vouchers')} columns={columns} rows={items} rowKey={(row) => row.id} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
    </Panel>
  )
}
