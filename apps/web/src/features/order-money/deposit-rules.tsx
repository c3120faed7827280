import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Check, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { addDepositRule, depositRulesOptions } from './calls.ts'
import styles from './money.module.css'

/** What the own institution wants set aside before the work, and since when. */
export function DepositRules({ today }: { today: string }) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const client = useQueryClient()
  const query = useQuery(depositRulesOptions)
  const [validFrom, setDay] = useState(today)
  const [percent, setPercent] = useState('30')
  const [isRequired, setRequired] = useState(false)
  const command = useCommand({
    run: addDepositRule,
    onDone: (rules) => {
      client.setQueryData(depositRulesOptions.queryKey, rules)
      toast(t('rules.saved'))
    },
  })
  return (
    <Panel title={t('deposit.title')}>
      <div className="stack">
        <p className="t2">{t('deposit.lead')}</p>
        <div className={styles.form}>
          <div className={styles.pair}>
            <UnitField
              label={t('deposit.percent')}
              unit="%"
              inputMode="numeric"
              value={percent}
              onChange={(event) => setPercent(event.target.value.trim())}
            />
            <TextField
              label={t('rules.validFrom')}
              type="date"
              min={today}
              value={validFrom}
              onChange={(event) => setDay(event.target.value)}
            />
          </div>
          <Check isChecked={isRequired} onChange={setRequired}>
            {t('deposit.isRequired')}
          </Check>
          <ProblemSummary error={command.error} />
          <div>
            <Button
              kind="primary"
              disabled={!/^\d{1,3}$/.test(percent) || Number(percent) > 100 || validFrom === ''}
              isBusy={command.isPending}
              onClick={() => command.mutate({ validFrom, depositPercent: Number(percent), isRequired })}
            >
              {t('rules.add')}
            </Button>
          </div>
        </div>
        <QueryView query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t('deposit.none')} />
            ) : (
              <DataTable
                caption={t('deposit.title')}
                columns={[
                  { key: 'from', title: t('rules.validFrom'), cell: (row) => format.day(row.validFrom) },
                  { key: 'percent', title: t('deposit.percent'), look: 'num', cell: (row) => `${row.depositPercent}%` },
                  { key: 'required', title: t('deposit.required'), cell: (row) => t(row.isRequired ? 'yes' : 'no') },
                  { key: 'by', title: t('rules.by'), cell: (row) => row.createdByName ?? '—' },
                ]}
                rows={items}
                rowKey={(row) => row.validFrom}
              />
            )
          }
        </QueryView>
      </div>
    </Panel>
  )
}
