import type { Enrolment, Training } from '@jiju/booking/contract/trainings'
import { TRAINING_RESULTS, type TrainingResult } from '@jiju/booking/core/qualification/trainings'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Segmented } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { enrolmentsOptions, recordResults } from './calls.ts'

/** Who comes and who waits; after the start the trainer records results, and the level is granted in one act. */
export function Enrolments({ training, hasBegun }: { training: Training; hasBegun: boolean }) {
  const { t } = useTranslation('qualification')
  const client = useQueryClient()
  const query = useQuery(enrolmentsOptions(training.id))
  const [results, setResults] = useState<Readonly<Record<string, TrainingResult>>>({})
  const command = useCommand({
    run: recordResults,
    onDone: async () => {
      toast(t('results.done'))
      setResults({})
      await client.invalidateQueries({ queryKey: ['trainings'] })
      await client.invalidateQueries({ queryKey: ['qualifications'] })
    },
  })
  const chosen = Object.entries(results).map(([enrolmentId, result]) => ({ enrolmentId, result }))
  const columns: Column<Enrolment>[] = [
    { key: 'person', title: t('matrix.person'), cell: (row) => row.personName },
    { key: 'organisation', title: t('organisation'), cell: (row) => row.organisationName },
    {
      key: 'state',
      title: t('results.label'),
      cell: (row) =>
        row.state === 'enrolled' && hasBegun ? (
          <Segmented
            label={`${t('results.label')} ${row.personName}`}
            value={results[row.id] ?? ('' as TrainingResult)}
            options={TRAINING_RESULTS.map((value) => ({ value, label: t(`enrolment.${value}`) }))}
            onPick={(value) => setResults({ ...results, [row.id]: value })}
          />
        ) : (
          <Tag kind={row.state === 'waiting' ? 'warn' : row.state === 'failed' || row.state === 'absent' ? 'bad' : 'ok'}>
            {t(`enrolment.${row.state}`)}
          </Tag>
        ),
    },
  ]
  return (
    <Panel
      title={t('results.title')}
      note={t('results.note', { taken: training.taken, places: training.places, waiting: training.waiting })}
      isFlush
    >
      <ProblemSummary error={command.error} />
      <QueryView query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="panel-body t2">{t('results.nobody')}</p>
          ) : (
            <DataTable caption={t('results.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
          )
        }
      </QueryView>
      {chosen.length > 0 && (
        <div className="panel-body row sb g8 wrap">
          <span className="m t2">{t('results.effect', { count: chosen.filter(({ result }) => result === 'passed').length })}</span>
          <Button kind="primary" isBusy={command.isPending} onClick={() => command.mutate({ target: training, body: { results: chosen } })}>
            {t('results.submit', { count: chosen.length })}
          </Button>
        </div>
      )}
    </Panel>
  )
}
