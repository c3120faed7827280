import type { BankImport as Imported } from '@jiju/orders/contract/bank'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { importStatement } from './calls.ts'

/** Imports a statement of the bank, and says what it did. */
export function BankImport() {
  const { t } = useTranslation('order-money')
  const client = useQueryClient()
  const [done, setDone] = useState<Imported | null>(null)
  const command = useCommand({
    run: importStatement,
    onDone: async (result) => {
      setDone(result)
      await client.invalidateQueries({ queryKey: ['ledger'] })
    },
  })
  return (
    <Panel title={t('bank.importTitle')}>
      <div className="stack">
        <FileDrop
          label={t('bank.drop')}
          hint={t('bank.dropHint')}
          accept=".csv,.xlsx"
          isDisabled={command.isPending}
          onFiles={([file]) => {
            setDone(null)
            if (file) command.mutate({ file })
          }}
        />
        <ProblemSummary error={command.error} />
        {done && (
          <p className="notice" role="status">
            {t('bank.done', { lines: done.lines, isNew: done.isNew, matched: done.matched, left: done.isNew - done.matched })}
          </p>
        )}
        {done && done.problems.length > 0 && (
          <DataTable
            caption={t('bank.problems')}
            columns={[
              { key: 'row', title: t('bank.row'), cell: ({ row }) => row },
              { key: 'column', title: t('bank.column'), cell: ({ column }) => column },
              { key: 'value', title: t('bank.value'), cell: ({ value }) => value || '—' },
              { key: 'reason', title: t('reason'), cell: ({ reason }) => t(`bank.problem.${reason}`) },
            ]}
            rows={done.problems}
            rowKey={({ row, column }) => `${row} ${column}`}
          />
        )}
      </div>
    </Panel>
  )
}
