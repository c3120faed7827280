import type { RunScore, ScoringRun } from '@jiju/scoring/contract/runs'
import { STATUSES } from '@jiju/scoring/core/engine/score-table'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDebounced } from '../../lib/use-debounced.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { listScores, robustnessOptions, summaryOptions } from './run-calls.ts'
import css from './run-scores.module.css'

/** Scores and places with their intervals, best first; whoever has none with the reason. */
export function RunScores({ run }: { run: ScoringRun }) {
  const { t, i18n } = useTranslation('scoring-lists')
  const format = useFormat()
  const stages = useQuery(summaryOptions(run.id)).data?.stages ?? []
  const robustness = useQuery(robustnessOptions(run.id)).data
  const [stage, setStage] = useState('')
  const [status, setStatus] = useState('')
  const [typed, setTyped] = useState('')
  const words = useDebounced(typed.trim(), 250)
  const filter = { stage, status, words }
  const { query, items, more } = usePages<RunScore>({
    queryKey: ['scoring', 'run-scores', run.id, filter, robustness?.state],
    load: (cursor, signal) => listScores(run.id, filter, cursor, signal),
  })
  const stageName = (code: string | null) => {
    const found = stages.find((one) => one.code === code)
    return found ? (i18n.language === 'en' ? found.nameEn : found.nameZh) : ''
  }
  const columns: Column<RunScore>[] = [
    { key: 'rank', title: t('runs.rank'), look: 'num', cell: (row) => <Place rank={row.rankAll} interval={row.rankAllInterval} /> },
    {
      key: 'name',
      title: t('runs.enterprise'),
      cell: (row) => (
        <>
          <Link to="/o/scoring/runs/$run/enterprises/$enterprise" params={{ run: run.id, enterprise: row.enterpriseId }} search={{}}>
            {row.name}
          </Link>
          <div className="s t3 mono">{row.creditCode}</div>
        </>
      ),
    },
    { key: 'stage', title: t('runs.stage'), cell: (row) => stageName(row.stage) },
    { key: 'score', title: t('runs.score'), look: 'num', cell: (row) => row.score ?? t(`status.${row.status}`) },
    {
      key: 'rankStage',
      title: t('runs.rankStage'),
      look: 'num',
      cell: (row) => <Place rank={row.rankStage} interval={row.rankStageInterval} of={row.stageCount} />,
    },
    { key: 'cover', title: t('runs.cover'), look: 'num', cell: (row) => `${Math.round(row.coverageRatio * 100)}%` },
  ]
  return (
    <Panel
      title={t('runs.result')}
      note={
        robustness?.state === 'done' &&
        t('runs.intervalNote', { percent: Math.round(robustness.settings.holds * 100), draws: format.number(robustness.settings.draws) })
      }
      isFlush
    >
      <div className="panel-body row g12 wrap">
        <TextField label={t('runs.search')} value={typed} maxLength={100} onChange={(event) => setTyped(event.target.value)} />
        <SelectField
          label={t('runs.stage')}
          value={stage}
          onPick={setStage}
          options={[{ value: '', label: t('public.allStages') }, ...stages.map(({ code }) => ({ value: code, label: stageName(code) }))]}
        />
        <SelectField
          label={t('runs.status')}
          value={status}
          onPick={setStatus}
          options={[{ value: '', label: t('runs.allStatuses') }, ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))]}
        />
      </div>
      <QueryView query={query} skeleton={<Bones rows={8} />}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('public.noMatch')} />
          ) : (
            <>
              <DataTable caption={t('runs.result')} columns={columns} rows={items} rowKey={(row) => row.enterpriseId} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
    </Panel>
  )
}

/** A place, among how many, and between which places it may as well lie. */
function Place({ rank, interval, of = null }: { rank: number | null; interval: RunScore['rankAllInterval']; of?: number | null }) {
  const { t } = useTranslation('scoring-lists')
  const format = useFormat()
  if (rank === null) return '—'
  return (
    <>
      {of === null ? format.number(rank) : `${format.number(rank)} / ${format.number(of)}`}
      {interval && (
        <span className={`s t3 ${css.interval}`}>
          {t('runs.interval', { low: format.number(interval.low), high: format.number(interval.high) })}
        </span>
      )}
    </>
  )
}
