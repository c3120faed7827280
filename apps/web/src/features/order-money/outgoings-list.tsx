import type { Outgoing } from '@jiju/orders/contract/payments'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { decideOutgoing, listOutgoings, type OutgoingFilter } from './calls.ts'
import { ReasonDialog } from './reason-dialog.tsx'

const LOOK = { asked: 'warn', sent: 'ok', refused: 'bad' } as const

/** Refunds and payouts: the own ones, or with `canDecide` all of them, to be sent or refused. */
export function OutgoingsList({ canDecide = false, ...filter }: { canDecide?: boolean } & OutgoingFilter) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const client = useQueryClient()
  const [refused, setRefused] = useState<Outgoing | null>(null)
  const { query, items, more } = usePages<Outgoing>({
    queryKey: ['ledger', 'outgoings', filter],
    load: (cursor) => listOutgoings(filter, cursor),
  })
  const command = useCommand({
    run: decideOutgoing,
    onDone: async () => {
      setRefused(null)
      await client.invalidateQueries({ queryKey: ['ledger'] })
    },
  })
  const columns: Column<Outgoing>[] = [
    {
      key: 'number',
      title: t('payments.number'),
      cell: (row) => (
        <>
          {row.number}
          <div className="s t3">{canDecide ? row.organisationName : t(`outgoing.kind.${row.kind}`)}</div>
        </>
      ),
    },
    {
      key: 'account',
      title: t('outgoing.account'),
      cell: (row) => (
        <>
          {row.accountName}
          <div className="s t3">
            {row.bankName} {row.accountNumber}
          </div>
        </>
      ),
    },
    { key: 'at', title: t('payments.at'), cell: (row) => format.instant(row.askedAt) },
    {
      key: 'state',
      title: t('payments.state'),
      cell: (row) => (
        <>
          <Tag kind={LOOK[row.state]}>{t(`outgoing.state.${row.state}`)}</Tag>
          {row.refusal && <div className="s t3">{row.refusal}</div>}
        </>
      ),
    },
    { key: 'amount', title: t('amountYuan'), look: 'num', cell: (row) => format.money(row.amount) },
  ]
  if (canDecide)
    columns.push({
      key: 'action',
      title: t('action'),
      look: 'action',
      cell: (row) =>
        row.state === 'asked' && (
          <div className="row g8">
            <Button
              size="sm"
              isBusy={command.isPending && command.variables?.id === row.id}
              onClick={() => command.mutate({ id: row.id, refusal: null })}
            >
              {t('outgoing.sent')}
            </Button>
            <Button size="sm" onClick={() => setRefused(row)}>
              {t('outgoing.refuse')}
            </Button>
          </div>
        ),
    })
  const title = filter.state ? t(`outgoing.listOf.${filter.state}`) : t('outgoing.list')
  return (
    <Panel title={title} isFlush>
      <ProblemSummary error={refused ? null : command.error} />
      <QueryView query={query}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('outgoing.none')} />
          ) : (
            <>
              <DataTable caption={title} columns={columns} rows={items} rowKey={(row) => row.id} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
      <ReasonDialog
        title={t('outgoing.refuseTitle')}
        lead={t('outgoing.refuseLead', { number: refused?.number ?? '' })}
        button={t('outgoing.refuse')}
        isOpen={refused !== null}
        isBusy={command.isPending}
        error={command.error}
        onClose={() => setRefused(null)}
        onSend={(reason) => refused && command.mutate({ id: refused.id, refusal: reason })}
      />
    </Panel>
  )
}
