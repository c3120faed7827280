import type { MoneyStatement } from '@jiju/orders/contract/money'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { statementFile, statementOptions } from './calls.ts'

const MONTHS = 24

/** The month before `month`, both as `2026-11`. */
function before(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

function lastMonths(today: string): string[] {
  const months = [today.slice(0, 7)]
  while (months.length < MONTHS) months.push(before(months.at(-1) ?? today.slice(0, 7)))
  return months
}

/** One month of the own accounts: what they held, every entry with the balance after it, what they hold then. */
export function StatementPanel({
  today,
  month = today.slice(0, 7),
  onPick,
}: {
  today: string
  month: string | undefined
  onPick: (month: string) => void
}) {
  const { t } = useTranslation('order-money')
  const query = useQuery(statementOptions(month))
  return (
    <div className="stack">
      <div className="row g8 wrap" style={{ alignItems: 'end' }}>
        <SelectField
          label={t('statement.month')}
          value={month}
          onPick={onPick}
          options={lastMonths(today).map((value) => ({ value, label: value }))}
        />
        {(['xlsx', 'pdf'] as const).map((format) => (
          <a key={format} className="btn" href={statementFile(month, format)} download>
            <Icon name="download" /> {t(`statement.${format}`)}
          </a>
        ))}
      </div>
      <QueryView query={query}>
        {(statement) => (
          <div className="stack">
            {statement.accounts.map((account) => (
              <AccountTable key={account.account} account={account} />
            ))}
          </div>
        )}
      </QueryView>
    </div>
  )
}

type Account = MoneyStatement['accounts'][number]
type Row = { id: string; at: string | null; text: string; order: string; amount: string | null; balance: string }

function AccountTable({ account }: { account: Account }) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const edge = (id: string, text: string, balance: string): Row => ({ id, at: null, text, order: '', amount: null, balance })
  const rows: Row[] = [
    edge('opening', t('statement.opening'), account.opening),
    ...account.entries.map((entry) => ({
      id: entry.id,
      at: entry.at,
      text: t(`kind.${entry.kind}`),
      order: [entry.orderNumber, entry.orderTitle].filter(Boolean).join(' · '),
      amount: entry.amount,
      balance: entry.balance,
    })),
    edge('closing', t('statement.closing'), account.closing),
  ]
  return (
    <Panel title={t(`account.${account.account}`)} note={t('unit')} isFlush>
      <DataTable
        caption={t(`account.${account.account}`)}
        columns={[
          { key: 'text', title: t('entries.kind'), cell: (row) => row.text },
          { key: 'at', title: t('entries.at'), cell: (row) => (row.at ? format.instant(row.at) : '') },
          { key: 'order', title: t('payments.order'), cell: (row) => row.order },
          { key: 'amount', title: t('amountYuan'), look: 'num', cell: (row) => (row.amount === null ? '' : format.money(row.amount)) },
          { key: 'balance', title: t('statement.balance'), look: 'num', cell: (row) => format.money(row.balance) },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </Panel>
  )
}
