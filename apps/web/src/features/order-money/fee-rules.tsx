import type { FeeRule } from '@jiju/orders/contract/money'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { addFeeRule, feeRulesOptions } from './calls.ts'
import styles from './money.module.css'
import { OrganisationPicker } from './organisation-picker.tsx'

/** The platform's fees by day; an administrator adds later ones, for all or for one provider. */
export function FeeRules({ today }: { today: string }) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const mayAdd = useAccess('orders.fee_rule.add')
  const query = useQuery(feeRulesOptions)
  return (
    <Panel title={t('fees.title')}>
      <div className="stack">
        <p className="t2">{t('fees.lead')}</p>
        {mayAdd && <AddRule today={today} />}
        <QueryView query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t('fees.none')} />
            ) : (
              <DataTable<FeeRule>
                caption={t('fees.title')}
                columns={[
                  { key: 'who', title: t('fees.provider'), cell: (row) => row.providerName ?? t('fees.all') },
                  { key: 'from', title: t('rules.validFrom'), cell: (row) => format.day(row.validFrom) },
                  { key: 'rate', title: t('fees.rate'), look: 'num', cell: (row) => `${row.ratePercent}%` },
                  { key: 'note', title: t('fees.note'), cell: (row) => row.note || '—' },
                  { key: 'by', title: t('rules.by'), cell: (row) => row.createdByName ?? '—' },
                ]}
                rows={items}
                rowKey={(row) => row.id}
              />
            )
          }
        </QueryView>
      </div>
    </Panel>
  )
}

function AddRule({ today }: { today: string }) {
  const { t } = useTranslation('order-money')
  const client = useQueryClient()
  const [providerId, setProvider] = useState<string | null>(null)
  const [validFrom, setDay] = useState('')
  const [ratePercent, setRate] = useState('')
  const [note, setNote] = useState('')
  const command = useCommand({
    run: addFeeRule,
    onDone: (rules) => {
      client.setQueryData(feeRulesOptions.queryKey, rules)
      setDay('')
      setRate('')
      setNote('')
      toast(t('rules.saved'))
    },
  })
  return (
    <div className={styles.form}>
      <OrganisationPicker kinds={['provider']} label={t('fees.provider')} hint={t('fees.providerHint')} onPick={setProvider} />
      <div className={styles.pair}>
        <UnitField
          label={t('fees.rate')}
          unit="%"
          inputMode="decimal"
          value={ratePercent}
          onChange={(event) => setRate(event.target.value.trim())}
        />
        <TextField
          label={t('rules.validFrom')}
          type="date"
          min={today}
          value={validFrom}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      <TextField label={t('fees.note')} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      <ProblemSummary error={command.error} />
      <div>
        <Button
          kind="primary"
          disabled={validFrom === '' || !/^\d{1,2}(\.\d{1,2})?$/.test(ratePercent)}
          isBusy={command.isPending}
          onClick={() => command.mutate({ providerId, validFrom, ratePercent, note: note.trim() })}
        >
          {t('rules.add')}
        </Button>
      </div>
    </div>
  )
}
