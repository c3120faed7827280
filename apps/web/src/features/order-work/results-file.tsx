import type { ImportedResults } from '@jiju/orders/contract/work'
import { RESULT_HEADERS } from '@jiju/orders/core/work/read-results'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useCommand } from '../../lib/use-command.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { importResults, type Task, taskOptions } from './calls.ts'

/** Results from the file of an instrument: all rows, or the list of what is wrong with them. */
export function ResultsFile({ task }: { task: Task }) {
  const { t } = useTranslation('order-work')
  const client = useQueryClient()
  const [errors, setErrors] = useState<ImportedResults['errors']>([])
  const command = useCommand({
    run: importResults,
    onDone: async (answer) => {
      setErrors(answer.errors)
      if (!answer.isImported) return
      toast(t('file.done', { added: answer.added, changed: answer.changed }))
      await client.invalidateQueries({ queryKey: taskOptions(task.id).queryKey })
    },
  })
  return (
    <div className="stack">
      <FileDrop
        label={t('file.drop')}
        hint={t('file.hint')}
        accept=".csv,.xlsx,text/csv"
        isDisabled={command.isPending}
        onFiles={([file]) => {
          setErrors([])
          if (file) command.mutate({ task, file })
        }}
      />
      <a className="s" href={templateHref()} download="results.csv">
        {t('file.template')}
      </a>
      <ProblemSummary error={command.error} />
      {errors.length > 0 && (
        <div role="alert">
          <p className="b">{t('file.nothingTaken', { count: errors.length })}</p>
          <DataTable
            caption={t('file.mistakes')}
            columns={[
              { key: 'row', title: t('file.row'), cell: ({ row }) => row },
              { key: 'column', title: t('file.column'), cell: ({ column }) => column || '—' },
              { key: 'value', title: t('file.value'), cell: ({ value }) => value || '—' },
              { key: 'reason', title: t('file.reason'), cell: ({ reason }) => t(`file.mistake.${reason as 'missing'}`) },
            ]}
            rows={errors}
            rowKey={({ row, column, reason }) => `${row} ${column} ${reason}`}
          />
        </div>
      )}
    </div>
  )
}

/** The headers that a file can have, as a file with nothing else; the mark tells Excel that it is UTF-8. */
function templateHref(): string {
  const headers = Object.values(RESULT_HEADERS).map(([zh, en]) => (currentLanguage() === 'en' ? en : zh))
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${headers.join(',')}\r\n`)}`
}
