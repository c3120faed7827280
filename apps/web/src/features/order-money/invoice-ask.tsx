import type { InvoiceableList } from '@jiju/orders/contract/invoices'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { askInvoice, invoiceableOptions } from './calls.ts'
import styles from './money.module.css'

type Item = InvoiceableList['items'][number]

/** Chooses settled orders and paid bookings of one provider and asks for one invoice over them. */
export function InvoiceAsk() {
  const { t } = useTranslation('order-money')
  const query = useQuery(invoiceableOptions)
  return (
    <Panel title={t('invoiceAsk.title')} isFlush>
      <QueryView query={query}>
        {({ items }) => (items.length === 0 ? <Empty title={t('invoiceAsk.none')} /> : <Choice items={items} />)}
      </QueryView>
    </Panel>
  )
}

const ALL = ''
/** Lines of one invoice. */
const MOST = 100

function Choice({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const client = useQueryClient()
  const [wanted, setWanted] = useState(ALL)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [contents, setContents] = useState(t('invoiceAsk.usualContents'))
  const command = useCommand({
    run: askInvoice,
    onDone: async () => {
      setChosen([])
      toast(t('invoiceAsk.done'))
      await client.invalidateQueries({ queryKey: ['ledger'] })
    },
  })
  const picked = items.filter(({ id }) => chosen.includes(id))
  const provider = picked[0]?.providerId
  const total = picked.reduce((sum, { amount }) => sum + Number(amount), 0).toFixed(2)
  const idsOf = (kind: Item['kind']) => picked.filter((item) => item.kind === kind).map(({ id }) => id)
  const providers = [...new Map(items.map((item) => [item.providerId, item.providerName]))]
  const shown = wanted === ALL ? items : items.filter(({ providerId }) => providerId === wanted)
  const toggle = (id: string, isOn: boolean) => setChosen((old) => (isOn ? [...old, id] : old.filter((one) => one !== id)))
  return (
    <>
      {providers.length > 1 && (
        <div className="panel-body row g12 wrap" style={{ alignItems: 'flex-end' }}>
          <SelectField
            label={t('invoiceAsk.provider')}
            value={wanted}
            options={[{ value: ALL, label: t('invoiceAsk.allProviders') }, ...providers.map(([value, label]) => ({ value, label }))]}
            onPick={(value) => {
              setWanted(value)
              setChosen([])
            }}
          />
          {wanted !== ALL && (
            <Button onClick={() => setChosen(shown.slice(0, MOST).map(({ id }) => id))}>{t('invoiceAsk.chooseAll')}</Button>
          )}
        </div>
      )}
      <DataTable
        caption={t('invoiceAsk.title')}
        columns={[
          {
            key: 'order',
            title: t('statement.matter'),
            cell: (row) => (
              <Check
                isChecked={chosen.includes(row.id)}
                isDisabled={provider !== undefined && provider !== row.providerId}
                onChange={(isOn) => toggle(row.id, isOn)}
              >
                {row.title}
                <span className="s t3"> {row.number}</span>
              </Check>
            ),
          },
          { key: 'provider', title: t('invoiceAsk.provider'), cell: (row) => row.providerName },
          { key: 'at', title: t('invoiceAsk.settled'), cell: (row) => format.instant(row.settledAt) },
          { key: 'amount', title: t('amountYuan'), look: 'num', cell: (row) => format.money(row.amount) },
        ]}
        rows={shown}
        rowKey={(row) => row.id}
      />
      <div className="panel-body">
        <div className={styles.form}>
          <TextField
            label={t('invoiceAsk.contents')}
            maxLength={200}
            value={contents}
            onChange={(event) => setContents(event.target.value)}
          />
          <ProblemSummary error={command.error} />
          <div className="row g8 wrap">
            <Button
              kind="primary"
              disabled={picked.length === 0 || contents.trim() === ''}
              isBusy={command.isPending}
              onClick={() => command.mutate({ orderIds: idsOf('order'), billIds: idsOf('booking'), contents: contents.trim() })}
            >
              {t('invoiceAsk.send')}
            </Button>
            <span className="t2">{t('invoiceAsk.chosen', { count: picked.length, total: format.money(total) })}</span>
          </div>
        </div>
      </div>
    </>
  )
}
