import type { LedgerTotals } from '@jiju/orders/contract/bank'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Tag } from '../../ui/tag.tsx'

type Row = LedgerTotals['accounts'][number]

/** Every kind of account of the ledger, and that both sides sum to the same. */
export function TotalsPanel({ totals }: { totals: LedgerTotals }) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const isBalanced = totals.debit === totals.credit
  return (
    <Panel
      title={t('totals.title')}
      note={t('unit')}
      isFlush
      extra={<Tag kind={isBalanced ? 'ok' : 'bad'}>{t(isBalanced ? 'totals.balanced' : 'totals.unbalanced')}</Tag>}
    >
      <DataTable<Row>
        caption={t('totals.title')}
        columns={[
          { key: 'account', title: t('entries.account'), cell: (row) => t(`account.${row.account}`) },
          { key: 'debit', title: t('entries.debit'), look: 'num', cell: (row) => (row.side === 'debit' ? format.money(row.balance) : '') },
          {
            key: 'credit',
            title: t('entries.credit'),
            look: 'num',
            cell: (row) => (row.side === 'credit' ? format.money(row.balance) : ''),
          },
        ]}
        rows={totals.accounts}
        rowKey={(row) => row.account}
      />
      <p className="b" style={{ padding: 16 }}>
        {t('totals.sums', { debit: format.money(totals.debit), credit: format.money(totals.credit) })}
      </p>
    </Panel>
  )
}
