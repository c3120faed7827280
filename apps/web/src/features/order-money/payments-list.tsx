import type { Payment } from '@jiju/orders/contract/payments'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { listPayments, withdrawPayment } from './calls.ts'

const LOOK = { waiting: 'warn', paid: 'ok', failed: 'bad', lapsed: 'plain', withdrawn: 'plain' } as const

/** What was paid in or announced, newest first. */
export function PaymentsList() {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const client = useQueryClient()
  const { query, items, more } = usePages<Payment>({ queryKey: ['ledger', 'payments'], load: listPayments })
  const command = useCommand({ run: withdrawPayment, onDone: () => client.invalidateQueries({ queryKey: ['ledger', 'payments'] }) })
  const action = (row: Payment) => {
    const reference = row.payPath?.split('/').at(-1)
    if (reference)
      return (
        <Link to="/pay/sandbox/$reference" params={{ reference }}>
          {t('payments.pay')}
        </Link>
      )
    if (row.state !== 'waiting' || row.channel !== 'bank_transfer') return null
    return (
      <Button size="sm" isBusy={command.isPending && command.variables?.id === row.id} onClick={() => command.mutate({ id: row.id })}>
        {t('payments.withdraw')}
      </Button>
    )
  }
  return (
    <Panel title={t('payments.title')} isFlush>
      <ProblemSummary error={command.error} />
      <QueryView query={query}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('payments.none')} />
          ) : (
            <>
              <DataTable
                caption={t('payments.title')}
                columns={[
                  { key: 'number', title: t('payments.number'), cell: (row) => row.number },
                  { key: 'channel', title: t('payments.channel'), cell: (row) => t(`channel.${row.channel}`) },
                  { key: 'order', title: t('payments.order'), cell: (row) => row.orderNumber ?? '—' },
                  { key: 'at', title: t('payments.at'), cell: (row) => format.instant(row.begunAt) },
                  {
                    key: 'state',
                    title: t('payments.state'),
                    cell: (row) => <Tag kind={LOOK[row.state]}>{t(`paymentState.${row.state}`)}</Tag>,
                  },
                  { key: 'amount', title: t('amountYuan'), look: 'num', cell: (row) => format.money(row.amount) },
                  { key: 'action', title: t('action'), look: 'action', cell: action },
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
