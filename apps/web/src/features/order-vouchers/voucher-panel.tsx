import type { Order } from '@jiju/orders/contract/orders'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { orderVoucherOptions } from './calls.ts'
import { ConditionList } from './condition-list.tsx'
import { nameOf, rateText, yuan } from './named.ts'
import { VoucherStateTag } from './state-tags.tsx'

type Share = { position: number; name: string; amount: string; eligible: string; voucher: string }

/** What a voucher pays of an order, and why. Nothing is shown while the order has none. */
export function VoucherPanel({ order }: { order: Order }) {
  const { t } = useTranslation('order-vouchers')
  const format = useFormat()
  const { data } = useQuery(orderVoucherOptions(order.id, order.version))
  const voucher = data?.voucher
  if (!data || !voucher) return null
  const isLive = voucher.state === 'reserved' || voucher.state === 'redeemed'
  const columns: Column<Share>[] = [
    { key: 'name', title: t('panel.item'), cell: (row) => row.name },
    { key: 'price', title: t('panel.price'), look: 'num', cell: (row) => format.money(row.amount) },
    { key: 'share', title: t('panel.share'), look: 'num', cell: (row) => format.money(row.voucher) },
  ]
  return (
    <Panel title={t('panel.title')} note={voucher.number} extra={<VoucherStateTag state={voucher.state} />}>
      <div className="stack">
        <p className="b">{nameOf(voucher)}</p>
        {!isLive && <p className="notice notice-warn">{endedText(t, voucher.state, voucher.endReason)}</p>}
        <dl className="kv">
          <dt>{t('panel.pays')}</dt>
          <dd className="b">{yuan(format, isLive ? voucher.amount : '0.00')}</dd>
          <dt>{t('panel.clientPays')}</dt>
          <dd>{yuan(format, data.clientPays)}</dd>
          <dt>{t('panel.eligible')}</dt>
          <dd>{yuan(format, voucher.eligible)}</dd>
          <dt>{t('panel.rate')}</dt>
          <dd>{data.rate && rateText(data.rate)}</dd>
          <dt>{t('panel.year')}</dt>
          <dd>{voucher.year}</dd>
        </dl>
        {isLive && data.shares.length > 1 && (
          <DataTable caption={t('panel.shares')} columns={columns} rows={data.shares} rowKey={(row) => String(row.position)} />
        )}
        <details>
          <summary className="m">{t('panel.conditions')}</summary>
          <ConditionList conditions={data.conditions} />
        </details>
      </div>
    </Panel>
  )
}

const ENDS = ['decline', 'withdraw', 'refuse_purchase', 'lapse', 'cancel', 'rule_refund', 'amend', 'settle'] as const

function endedText(t: ReturnType<typeof useTranslation<'order-vouchers'>>['t'], state: string, reason: string | null): string {
  const end = ENDS.find((one) => one === reason)
  return state === 'freed' && end ? t(`panel.ended.${end}`) : `${t('state.rejected')}：${reason ?? ''}`
}
