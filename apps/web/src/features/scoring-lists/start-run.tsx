import type { ScoringModelSummary } from '@jiju/scoring/contract/models'
import type { ScoringRun } from '@jiju/scoring/contract/runs'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { lastYear } from '../../lib/recent-periods.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Check, Segmented, SelectField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PeriodField } from '../../ui/period-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { coverageOptions, outlookOptions, startRun } from './run-calls.ts'
import { isOutlookThin, RunOutlookView } from './run-outlook.tsx'

const percent = (ratio: number) => Math.floor(ratio * 1000) / 10

/** A run is started after a look at what is known of what its model reads. */
export function StartRun({ models, corrects }: { models: readonly ScoringModelSummary[]; corrects: ScoringRun | null }) {
  const { t, i18n } = useTranslation('scoring-lists')
  const format = useFormat()
  const navigate = useNavigate()
  const [modelId, setModelId] = useState(corrects?.modelId ?? models[0]?.id ?? '')
  const [period, setPeriod] = useState(corrects?.period ?? lastYear(dayNow()))
  const [purpose, setPurpose] = useState<'official' | 'trial'>('official')
  const [reason, setReason] = useState('')
  const coverage = useQuery({ ...coverageOptions(modelId, period), enabled: modelId !== '' })
  const start = useCommand({ run: startRun, onDone: (run) => navigate({ to: '/o/scoring/runs/$id', params: { id: run.id } }) })
  const outlook = useQuery({ ...outlookOptions(modelId, period), enabled: modelId !== '' })
  const [seen, setSeen] = useState<string | null>(null)
  const asked = `${modelId} ${period}`
  const isThin = outlook.data !== undefined && isOutlookThin(outlook.data)
  const { data } = coverage
  const isTooLow = purpose === 'official' && data !== undefined && data.knownRatio < data.leastRatio
  type Row = NonNullable<typeof data>['columns'][number]
  const columns: Column<Row>[] = [
    { key: 'name', title: t('runs.column'), cell: (row) => (i18n.language === 'en' ? row.nameEn : row.nameZh) },
    { key: 'period', title: t('runs.columnPeriod'), cell: (row) => format.period(row.period) },
    {
      key: 'known',
      title: t('runs.known'),
      look: 'num',
      cell: (row) => `${format.number(row.knownCount)} · ${percent(row.knownCount / Math.max(1, data?.enterpriseCount ?? 1))}%`,
    },
  ]
  return (
    <Panel title={corrects ? t('runs.corrects', { number: corrects.number }) : t('runs.startTitle')}>
      <div className="stack">
        <ProblemSummary error={start.error ?? coverage.error ?? outlook.error} />
        {!corrects && (
          <>
            <SelectField
              label={t('runs.model')}
              value={modelId}
              onPick={setModelId}
              options={models.map((model) => ({
                value: model.id,
                label: `${i18n.language === 'en' ? model.name.en : model.name.zh} ${model.modelVersion}`,
              }))}
            />
            <PeriodField label={t('runs.period')} value={period} withRunning onPick={setPeriod} />
            <Segmented
              label={t('runs.purpose')}
              value={purpose}
              onPick={setPurpose}
              options={[
                { value: 'official', label: t('runs.official') },
                { value: 'trial', label: t('runs.trial') },
              ]}
            />
          </>
        )}
        {corrects && (
          <TextArea
            label={t('office.correctReason')}
            hint={corrects.finalList ? t('runs.onFinalList', { number: corrects.finalList.number }) : undefined}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {data && (
          <>
            <p className={isTooLow ? 'bad' : 't2'}>
              {t('runs.coverageLead', {
                percent: percent(data.knownRatio),
                least: Math.ceil(data.leastRatio * 100),
                count: format.number(data.enterpriseCount) as never,
              })}
            </p>
            <details>
              <summary>{t('runs.coverage')}</summary>
              <DataTable caption={t('runs.coverage')} columns={columns} rows={data.columns} rowKey={(row) => row.ref} />
            </details>
          </>
        )}
        {outlook.isFetching && <p className="s t3">{t('runs.outlookLoading')}</p>}
        {outlook.data && <RunOutlookView outlook={outlook.data} />}
        {isThin && !isTooLow && (
          <Check isChecked={seen === asked} onChange={(isSeen) => setSeen(isSeen ? asked : null)}>
            {t('runs.outlookSeen')}
          </Check>
        )}
        {isTooLow && <p className="bad">{t('runs.tooLow')}</p>}
        <div>
          <Button
            kind="primary"
            isBusy={start.isPending}
            disabled={!data || isTooLow || !outlook.data || (isThin && seen !== asked) || (corrects !== null && reason.trim().length < 2)}
            onClick={() =>
              start.mutate({
                modelId,
                period,
                purpose: corrects?.purpose ?? purpose,
                ...(corrects && { corrects: corrects.id, reason: reason.trim() }),
              })
            }
          >
            {t('runs.start')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
