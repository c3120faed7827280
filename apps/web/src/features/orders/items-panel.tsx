import type { Order } from '@jiju/orders/contract/orders'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Tag } from '../../ui/tag.tsx'

/** What was ordered, line by line, at the frozen price. */
export function ItemsPanel({ order }: { order: Order }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const columns: Column<Order['items'][number]>[] = [
    {
      key: 'name',
      title: t('item.name'),
      cell: (item) => (
        <>
          {item.name} {item.isAdded && <Tag kind="accent">{t('item.added')}</Tag>}
          {item.subcontractor && <div className="s t3">{t('item.subcontractor', { name: item.subcontractor })}</div>}
        </>
      ),
    },
    { key: 'method', title: t('item.method'), cell: (item) => item.method || '—' },
    { key: 'samples', title: t('item.samples'), look: 'num', cell: (item) => item.sampleCount || '—' },
    {
      key: 'quantity',
      title: t('item.quantity'),
      look: 'num',
      cell: (item) => `${item.quantity} ${t(`unit.${item.unit as 'item'}`, { defaultValue: item.unit })}`,
    },
    { key: 'price', title: t('item.price'), look: 'num', cell: (item) => format.money(item.unitPrice) },
    { key: 'amount', title: t('item.amount'), look: 'num', cell: (item) => format.money(item.amount) },
  ]
  return (
    <Panel title={t('item.title')} note={t('item.note', { count: order.items.length, total: format.money(order.total) })} isFlush>
      <DataTable caption={t('item.title')} columns={columns} rows={order.items} rowKey={(item) => item.id} />
    </Panel>
  )
}
