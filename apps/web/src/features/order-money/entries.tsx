import type { LedgerEntry } from '@jiju/orders/contract/money'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Empty } from '../../ui/states.tsx'

type Side = {
  key: string
  at: string
  kind: LedgerEntry['kind']
  account: LedgerEntry['debit']['account']
  owner: string | null
  debit: string
  credit: string
}

/** Two rows for each transfer, what is debited and what is credited; both columns sum to the same. */
export function Entries({ entries }: { entries: readonly LedgerEntry[] }) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  if (entries.length === 0) return <Empty title={t('entries.none')} />
  const rows = entries.flatMap(({ id, kind, at, amount, debit, credit }): Side[] => [
    { key: `${id} d`, at, kind, account: debit.account, owner: debit.ownerName, debit: amount, credit: '' },
    { key: `${id} c`, at, kind, account: credit.account, owner: credit.ownerName, debit: '', credit: amount },
  ])
  const total = entries
    .reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n)
    .toString()
    .padStart(3, '0')
  const sum = format.money(`${total.slice(0, -2)}.${total.slice(-2)}`)
  return (
    <div className="stack">
      <p className="s t2">{t('entries.lead')}</p>
      <DataTable
        caption={t('entries.caption')}
        columns={[
          {
            key: 'account',
            title: t('entries.account'),
            cell: (row) => (
              <>
                {t(`account.${row.account}`)}
                {row.owner && <div className="s t3">{row.owner}</div>}
              </>
            ),
          },
          { key: 'kind', title: t('entries.kind'), cell: (row) => t(`kind.${row.kind}`) },
          { key: 'at', title: t('entries.at'), cell: (row) => format.instant(row.at) },
          { key: 'debit', title: t('entries.debit'), look: 'num', cell: (row) => (row.debit ? format.money(row.debit) : '') },
          { key: 'credit', title: t('entries.credit'), look: 'num', cell: (row) => (row.credit ? format.money(row.credit) : '') },
        ]}
        rows={rows}
        rowKey={(row) => row.key}
      />
      <p className="b">{t('entries.balanced', { sum })}</p>
    </div>
  )
}
