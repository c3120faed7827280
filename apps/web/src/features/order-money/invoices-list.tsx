import type { Invoice } from '@jiju/orders/contract/invoices'
import type { MoneySide } from '@jiju/orders/contract/money'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { issueInvoice, listInvoices, refuseInvoice, withdrawInvoice } from './calls.ts'
import { ReasonDialog } from './reason-dialog.tsx'

const LOOK = { asked: 'warn', issued: 'ok', refused: 'bad', withdrawn: 'plain' } as const

/** Invoices of the own organisation: what a client has asked for, or what a provider is to issue. */
export function InvoicesList({ side, today }: { side: MoneySide; today: string }) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const client = useQueryClient()
  const [issued, setIssued] = useState<Invoice | null>(null)
  const [refused, setRefused] = useState<Invoice | null>(null)
  const { query, items, more } = usePages<Invoice>({
    queryKey: ['ledger', 'invoices', side],
    load: (cursor) => listInvoices(side, cursor),
  })
  const renew = async () => {
    setRefused(null)
    await client.invalidateQueries({ queryKey: ['ledger'] })
  }
  const withdraw = useCommand({ run: withdrawInvoice, onDone: renew })
  const refuse = useCommand({ run: refuseInvoice, onDone: renew })
  const action = (row: Invoice) => {
    if (row.state !== 'asked') return null
    if (side === 'client')
      return (
        <Button size="sm" isBusy={withdraw.isPending && withdraw.variables?.id === row.id} onClick={() => withdraw.mutate({ id: row.id })}>
          {t('invoices.withdraw')}
        </Button>
      )
    return (
      <div className="row g8">
        <Button size="sm" onClick={() => setIssued(row)}>
          {t('invoices.issue')}
        </Button>
        <Button size="sm" onClick={() => setRefused(row)}>
          {t('invoices.refuse')}
        </Button>
      </div>
    )
  }
  return (
    <Panel title={t(`invoices.title.${side}`)} isFlush>
      <ProblemSummary error={withdraw.error} />
      <QueryView query={query}>
        {() =>
          items.length === 0 ? (
            <Empty title={t(`invoices.none.${side}`)} />
          ) : (
            <>
              <DataTable
                caption={t(`invoices.title.${side}`)}
                columns={[
                  {
                    key: 'number',
                    title: t('invoices.request'),
                    cell: (row) => (
                      <>
                        {row.number}
                        <div className="s t3">{side === 'client' ? row.providerName : row.organisationName}</div>
                      </>
                    ),
                  },
                  {
                    key: 'data',
                    title: t('invoices.data'),
                    cell: (row) => (
                      <>
                        {row.data.title} · {t(`invoiceKind.${row.data.kind}`)}
                        <div className="s t3">
                          {row.data.taxpayerNumber} · {row.contents}
                        </div>
                      </>
                    ),
                  },
                  { key: 'orders', title: t('invoices.orders'), isWideOnly: true, cell: (row) => row.orderNumbers.join(' ') },
                  {
                    key: 'state',
                    title: t('payments.state'),
                    cell: (row) => (
                      <>
                        <Tag kind={LOOK[row.state]}>{t(`invoices.state.${row.state}`)}</Tag>
                        <div className="s t3">
                          {row.invoiceNumber
                            ? `${row.invoiceNumber} · ${format.day(row.invoiceDay ?? today)}`
                            : (row.refusal ?? format.instant(row.askedAt))}
                        </div>
                      </>
                    ),
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
      {issued && <IssueDialog key={issued.id} invoice={issued} today={today} onClose={() => setIssued(null)} onDone={renew} />}
      <ReasonDialog
        title={t('invoices.refuseTitle')}
        lead={t('invoices.refuseLead', { number: refused?.number ?? '' })}
        button={t('invoices.refuse')}
        isOpen={refused !== null}
        isBusy={refuse.isPending}
        error={refuse.error}
        onClose={() => setRefused(null)}
        onSend={(reason) => refused && refuse.mutate({ id: refused.id, reason })}
      />
    </Panel>
  )
}

function IssueDialog({
  invoice,
  today,
  onClose,
  onDone,
}: {
  invoice: Invoice
  today: string
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const [invoiceNumber, setNumber] = useState('')
  const [invoiceDay, setDay] = useState(today)
  const command = useCommand({
    run: issueInvoice,
    onDone: async () => {
      toast(t('invoices.issued'))
      onClose()
      await onDone()
    },
  })
  const { data } = invoice
  const facts = [data.address, data.phone, data.bankName, data.bankAccount, data.email].filter(Boolean).join(' · ')
  return (
    <Dialog
      title={t('invoices.issueTitle')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button
            kind="primary"
            disabled={!/^\d{8,20}$/.test(invoiceNumber)}
            isBusy={command.isPending}
            onClick={() => command.mutate({ id: invoice.id, body: { invoiceNumber, invoiceDay } })}
          >
            {t('invoices.issue')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>
          {data.title} · {data.taxpayerNumber}
          <br />
          {invoice.contents} · {format.price(invoice.amount)} · {t(`invoiceKind.${data.kind}`)}
          {facts && (
            <span className="s t3" style={{ display: 'block' }}>
              {facts}
            </span>
          )}
        </p>
        <TextField
          label={t('invoices.number')}
          inputMode="numeric"
          hint={t('invoices.numberHint')}
          value={invoiceNumber}
          onChange={(event) => setNumber(event.target.value.trim())}
        />
        <TextField label={t('invoices.day')} type="date" max={today} value={invoiceDay} onChange={(event) => setDay(event.target.value)} />
        <ProblemSummary error={command.error} />
      </div>
    </Dialog>
  )
}
