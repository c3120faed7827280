import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Task } from './calls.ts'
import { ResultForm } from './result-form.tsx'
import { ResultsFile } from './results-file.tsx'
import { limitText, ResultValue } from './verdict.tsx'

type Result = Task['results'][number]

/** What was found, with every earlier value; entered by hand or from a file while the task runs. */
export function ResultsPanel({ task, onChanged }: { task: Task; onChanged: (next: Task) => void }) {
  const { t } = useTranslation('order-work')
  const mayWork = useAccess('orders.task.work') && task.state === 'running' && task.isWorkable
  const [changing, setChanging] = useState<Result | null>(null)
  const columns: Column<Result>[] = [
    { key: 'parameter', title: t('result.parameter'), cell: (row) => <Parameter result={row} /> },
    { key: 'sample', title: t('result.sample'), cell: (row) => row.sampleLabel || '—' },
    {
      key: 'value',
      title: t('result.value'),
      cell: (row) => (row.isWithdrawn ? <Tag kind="line">{t('result.withdrawn')}</Tag> : <ResultValue {...row} />),
    },
    { key: 'limit', title: t('result.limit'), cell: (row) => limitText(row) || '—' },
    { key: 'basis', title: t('result.basis'), isWideOnly: true, cell: (row) => row.basis || '—' },
    ...(mayWork
      ? [
          {
            key: 'act',
            title: '',
            look: 'action' as const,
            cell: (row: Result) => (
              <Button size="sm" onClick={() => setChanging(row)} aria-label={t('result.changeOf', { name: row.parameter })}>
                {t('result.change')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Panel title={t('result.title')} note={t('result.note', { count: task.results.length })} isFlush>
        {task.results.length === 0 ? (
          <p className="panel-body t3">{t(task.state === 'planned' ? 'result.emptyPlanned' : 'result.empty')}</p>
        ) : (
          <DataTable caption={t('result.title')} columns={columns} rows={task.results} rowKey={(row) => row.id} />
        )}
      </Panel>
      {mayWork && (
        <Panel title={t('result.enter')}>
          <div className="stack-24">
            <ResultForm task={task} onChanged={onChanged} />
            <ResultsFile task={task} />
          </div>
        </Panel>
      )}
      <Dialog
        title={t('result.changeOf', { name: changing?.parameter ?? '' })}
        isOpen={changing !== null}
        isWide
        onClose={() => setChanging(null)}
      >
        {changing && (
          <ResultForm
            task={task}
            result={changing}
            onChanged={(next) => {
              setChanging(null)
              onChanged(next)
            }}
          />
        )}
      </Dialog>
    </>
  )
}

function Parameter({ result }: { result: Result }) {
  const { t } = useTranslation('order-work')
  const format = useFormat()
  return (
    <>
      {result.parameter} {result.source === 'import' && <Tag kind="line">{t('result.imported')}</Tag>}
      <div className="s t3" style={{ fontWeight: 400 }}>
        {result.enteredByName} {format.stamp(result.enteredAt)}
      </div>
      {result.earlier.length > 0 && (
        <details style={{ fontWeight: 400 }}>
          <summary className="s">{t('result.earlier', { count: result.earlier.length })}</summary>
          <ul className="plain s t2">
            {result.reason && <li>{t('result.because', { reason: result.reason })}</li>}
            {result.earlier.map((entry) => (
              <li key={entry.revision}>
                {t('result.was', {
                  value: [entry.value, entry.unit].filter(Boolean).join(' '),
                  name: entry.enteredByName,
                  at: format.stamp(entry.enteredAt),
                })}
                {entry.reason && ` · ${t('result.because', { reason: entry.reason })}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
