import type { OrderIncome } from '@jiju/orders/contract/money'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { listIncome } from './calls.ts'

const LOOK = { done: 'ok', waiting: 'warn', running: 'plain' } as const

/** What orders and bookings have brought: charge, the platform's fee and the own share of each. */
export function IncomeList() {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const { query, items, more } = usePages<OrderIncome>({ queryKey: ['ledger', 'income'], load: listIncome })
  return (
    <Panel title={t('income.title')} note={t('unit')} isFlush>
      <QueryView query={query}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('income.none')} />
          ) : (
            <>
              <DataTable
                caption={t('income.title')}
                columns={[
                  {
                    key: 'order',
                    title: t('statement.matter'),
                    cell: (row) => (
                      <>
                        <Matter row={row} />
                        <div className="s t3">
                          {row.number} · {row.clientName}
                        </div>
                      </>
                    ),
                  },
                  { key: 'at', title: t('income.charged'), cell: (row) => format.instant(row.chargedAt) },
                  {
                    key: 'state',
                    title: t('payments.state'),
                    cell: (row) => (
                      <>
                        <Tag kind={LOOK[row.state]}>{t(`settlement.${row.state}`)}</Tag>
                        {row.kind !== 'order' && <div className="s t3">{t(`income.kind.${row.kind}`)}</div>}
                      </>
                    ),
                  },
                  { key: 'charge', title: t('income.charge'), look: 'num', cell: (row) => format.money(row.charge) },
                  { key: 'fee', title: t('income.fee'), look: 'num', cell: (row) => (row.state === 'done' ? format.money(row.fee) : '—') },
                  {
                    key: 'share',
                    title: t('income.share'),
                    look: 'num',
                    cell: (row) => (row.state === 'done' ? format.money(row.share) : '—'),
                  },
                  {
                    key: 'credited',
                    title: t('income.credited'),
                    look: 'num',
                    isWideOnly: true,
                    cell: (row) => format.money(row.credited),
                  },
                ]}
                rows={items}
                rowKey={(row) => row.id}
              />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
    </Panel>
  )
}

/** A training's place has no page of its own. */
function Matter({ row }: { row: OrderIncome }) {
  if (row.kind === 'training') return row.title
  const isOrder = row.kind === 'order' || row.kind === 'cancellation'
  return (
    <Link to={isOrder ? '/p/orders/$id' : '/p/bookings/$id'} params={{ id: row.id }}>
      {row.title}
    </Link>
  )
}
