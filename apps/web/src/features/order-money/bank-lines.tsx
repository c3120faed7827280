import type { BankLine } from '@jiju/orders/contract/bank'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Segmented } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { AssignLine } from './assign-line.tsx'
import { listBankLines } from './calls.ts'

const STATES = ['open', 'assigned', 'set_aside'] as const

/** Lines of statements: those that somebody has to decide first, the others with what they were taken for and why. */
export function BankLines() {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const [state, setState] = useState<BankLine['state']>('open')
  const [decided, setDecided] = useState<BankLine | null>(null)
  const { query, items, more } = usePages<BankLine>({
    queryKey: ['ledger', 'bank-lines', state],
    load: (cursor) => listBankLines(state, cursor),
  })
  const columns: Column<BankLine>[] = [
    {
      key: 'who',
      title: t('bank.counterparty'),
      cell: (row) => (
        <>
          {row.counterpartyName || '—'}
          <div className="s t3">{row.counterpartyAccount}</div>
        </>
      ),
    },
    { key: 'day', title: t('payments.at'), cell: (row) => format.day(row.bookedOn) },
    {
      key: 'reference',
      title: t('bank.reference'),
      cell: (row) => (
        <>
          {row.reference || '—'}
          <div className="s t3">{row.serial}</div>
        </>
      ),
    },
    { key: 'amount', title: t('amountYuan'), look: 'num', cell: (row) => format.money(row.amount) },
    state === 'open'
      ? {
          key: 'action',
          title: t('action'),
          look: 'action',
          cell: (row) => (
            <Button size="sm" onClick={() => setDecided(row)}>
              {t('bank.decide')}
            </Button>
          ),
        }
      : { key: 'as', title: t('bank.takenFor'), cell: (row) => <TakenFor line={row} /> },
  ]
  return (
    <Panel
      title={t('bank.lines')}
      isFlush
      extra={
        <Segmented
          label={t('bank.show')}
          value={state}
          onPick={setState}
          options={STATES.map((value) => ({ value, label: t(`bank.state.${value}`) }))}
        />
      }
    >
      <QueryView query={query}>
        {() =>
          items.length === 0 ? (
            <Empty title={t(`bank.none.${state}`)} />
          ) : (
            <>
              <DataTable caption={t('bank.lines')} columns={columns} rows={items} rowKey={(row) => row.id} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
      {decided && <AssignLine key={decided.id} line={decided} onClose={() => setDecided(null)} />}
    </Panel>
  )
}

function TakenFor({ line }: { line: BankLine }) {
  const { t } = useTranslation('order-money')
  const whose = line.organisationName ?? line.outgoingNumber ?? line.note
  const how = [line.matchedBy && t(`bank.matchedBy.${line.matchedBy}`), line.paymentNumber, line.decidedByName].filter(Boolean).join(' · ')
  return (
    <>
      {[line.target && t(`bank.target.${line.target}`), whose].filter(Boolean).join(' · ')}
      <div className="s t3">{how}</div>
    </>
  )
}
