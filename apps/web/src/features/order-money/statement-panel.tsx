import type { Ledger, MoneyStatement } from '@jiju/orders/contract/money'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
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
  side,
  today,
  month = today.slice(0, 7),
  onPick,
}: {
  side: Ledger['side']
  today: string
  month: string | undefined
  onPick: (month: string) => void
}) {
  const { t } = useTranslation('order-money')
  const query = useQuery(statementOptions(side, month))
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
          <a key={format} className="btn" href={statementFile(side, month, format)} download>
            <Icon name="download" /> {t(`statement.${format}`)}
          </a>
        ))}
      </div>
      <QueryView query={query}>
        {(statement) => (
          <div className="stack">
            {statement.accounts.map((account) => (
              <AccountTable key={account.account} side={side} account={account} />
            ))}
          </div>
        )}
      </QueryView>
    </div>
  )
}

type Account = MoneyStatement['accounts'][number]
type Row = Partial<Account['entries'][number]> & { id: string; text: string; balance: string }

function AccountTable({ side, account }: { side: Ledger['side']; account: Account }) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const title = t(`statement.account.${account.account}`)
  const rows: Row[] = [
    { id: 'opening', text: t('statement.opening'), balance: account.opening },
    ...account.entries.map((entry) => ({ ...entry, text: t(`kind.${entry.kind}`) })),
    { id: 'closing', text: t('statement.closing'), balance: account.closing },
  ]
  return (
    <Panel title={title} note={t('unit')} isFlush>
      <DataTable
        caption={title}
        columns={[
          { key: 'text', title: t('entries.kind'), cell: (row) => row.text },
          { key: 'at', title: t('entries.at'), cell: (row) => (row.at ? format.instant(row.at) : '') },
          { key: 'matter', title: t('statement.matter'), cell: (row) => <Matter side={side} row={row} /> },
          { key: 'amount', title: t('amountYuan'), look: 'num', cell: (row) => (row.amount ? format.money(row.amount) : '') },
          { key: 'balance', title: t('statement.balance'), look: 'num', cell: (row) => format.money(row.balance) },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </Panel>
  )
}

/** What an entry is for, by name and number; a training's place has no page of its own. */
function Matter({ side, row }: { side: Ledger['side']; row: Row }) {
  if (!row.number) return ''
  const isClient = side === 'client'
  const name = row.title || row.number
  return (
    <>
      {row.orderId ? (
        <Link to={isClient ? '/e/orders/$id' : '/p/orders/$id'} params={{ id: row.orderId }}>
          {name}
        </Link>
      ) : row.reservationId ? (
        <Link to={isClient ? '/e/bookings/$id' : '/p/bookings/$id'} params={{ id: row.reservationId }}>
          {name}
        </Link>
      ) : (
        name
      )}
      {row.title && <div className="s t3">{row.number}</div>}
    </>
  )
}
