import type { RunMovers } from '@jiju/scoring/contract/run-desk'
import type { RunScore, ScoringRun } from '@jiju/scoring/contract/runs'
import { STATUSES } from '@jiju/scoring/core/engine/score-table'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listScores, moversOptions, robustnessOptions, runOptions, summaryOptions } from '../../features/scoring-lists/run-calls.ts'
import { RunState } from '../../features/scoring-lists/run-state.tsx'
import { StartRun } from '../../features/scoring-lists/start-run.tsx'
import { useAccess } from '../../lib/session.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Progress } from '../../ui/progress.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'

/** A run: its progress, then its result with movers, whoever has no score, and how firm the places are. */
export function RunPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return (
    <QueryView query={useQuery(runOptions(id))} isPage>
      {(run) => <RunView run={run} />}
    </QueryView>
  )
}

function RunView({ run }: { run: ScoringRun }) {
  const { t, i18n } = useTranslation('scoring-lists')
  const format = useFormat()
  const mayStart = useAccess('scoring.run.start')
  const [isCorrecting, setCorrecting] = useState(false)
  const isDone = run.state === 'done'
  return (
    <div className="stack-24">
      <PageHead
        title={run.number}
        beside={<RunState run={run} />}
        line={`${run.period} · ${t(`runs.${run.purpose}`)} · ${i18n.language === 'en' ? run.modelName.en : run.modelName.zh} ${run.modelVersion}`}
        crumb={[{ label: t('runs.title'), link: { to: '/o/scoring/runs' } }, { label: run.number }]}
        actions={
          isDone && (
            <>
              <a className="btn" href={`/api/v1/scoring/runs/${run.id}/table`}>
                {t('runs.table')}
              </a>
              {mayStart && (
                <a className="btn" href={`/api/v1/scoring/runs/${run.id}/bundle`}>
                  {t('runs.bundle')}
                </a>
              )}
              {mayStart && run.purpose === 'official' && (
                <>
                  <Button aria-expanded={isCorrecting} onClick={() => setCorrecting(!isCorrecting)}>
                    {t('runs.correct')}
                  </Button>
                  <ButtonLink kind="primary" to="/o/lists/new">
                    {t('runs.list')}
                  </ButtonLink>
                </>
              )}
            </>
          )
        }
      />
      {isCorrecting && <StartRun models={[]} corrects={run} />}
      {(run.state === 'queued' || run.state === 'running') && (
        <Progress label={t(`runs.${run.state}`, { percent: run.progressPercent })} share={run.progressPercent / 100} />
      )}
      <div className="two-columns">
        <div className="stack-24">{isDone && <Result run={run} />}</div>
        <aside className="stack-24">
          {isDone && <Statuses run={run} />}
          <Panel title={t('runs.basis')}>
            <FactList
              facts={[
                [t('runs.asOf'), run.asOf],
                [t('runs.factsAt'), format.stamp(run.factsAt)],
                [t('runs.engine'), run.engineVersion],
                [t('runs.modelHash'), run.modelSha256],
                [t('runs.factsHash'), run.factsSha256],
                [t('runs.resultHash'), run.resultSha256],
              ]}
            />
          </Panel>
          {isDone && <Robustness run={run} />}
        </aside>
      </div>
    </div>
  )
}

function Result({ run }: { run: ScoringRun }) {
  return (
    <>
      <Movers run={run} />
      <Scores run={run} />
    </>
  )
}

type Mover = RunMovers['items'][number]

function Movers({ run }: { run: ScoringRun }) {
  const { t } = useTranslation('scoring-lists')
  const { data } = useQuery(moversOptions(run.id))
  if (!data) return null
  const side = (one: Mover['before']) =>
    one && (one.score === null ? t(`status.${one.status as RunScore['status']}`) : `${one.score} · ${one.rank}`)
  const columns: Column<Mover>[] = [
    { key: 'name', title: t('runs.enterprise'), cell: (row) => row.name },
    { key: 'before', title: t('runs.before'), look: 'num', cell: (row) => side(row.before) ?? '—' },
    { key: 'after', title: t('runs.after'), look: 'num', cell: (row) => side(row.after) ?? '—' },
  ]
  return (
    <Panel
      title={t('runs.movers')}
      note={data.against && t('runs.moversNote', { number: data.against.number, period: data.against.period, ...data.counts })}
      isFlush
    >
      {data.items.length === 0 ? (
        <Empty title={t('runs.moversNone')} />
      ) : (
        <DataTable caption={t('runs.movers')} columns={columns} rows={data.items.slice(0, 10)} rowKey={(row) => row.enterpriseId} />
      )}
    </Panel>
  )
}

function Scores({ run }: { run: ScoringRun }) {
  const { t, i18n } = useTranslation('scoring-lists')
  const stages = useQuery(summaryOptions(run.id)).data?.stages ?? []
  const [stage, setStage] = useState('')
  const [status, setStatus] = useState('')
  const [typed, setTyped] = useState('')
  const words = useDebounced(typed.trim(), 250)
  const filter = { stage, status, words }
  const { query, items, more } = usePages<RunScore>({
    queryKey: ['scoring', 'run-scores', run.id, filter],
    load: (cursor, signal) => listScores(run.id, filter, cursor, signal),
  })
  const stageName = (code: string | null) => {
    const found = stages.find((one) => one.code === code)
    return found ? (i18n.language === 'en' ? found.nameEn : found.nameZh) : ''
  }
  const columns: Column<RunScore>[] = [
    { key: 'rank', title: t('runs.rank'), look: 'num', cell: (row) => row.rankAll ?? '—' },
    {
      key: 'name',
      title: t('runs.enterprise'),
      cell: (row) => (
        <>
          {row.name}
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
      isWideOnly: true,
      cell: (row) => (row.rankStage === null ? '' : `${row.rankStage} / ${row.stageCount}`),
    },
    { key: 'cover', title: t('runs.cover'), look: 'num', cell: (row) => `${Math.round(row.coverageRatio * 100)}%` },
  ]
  return (
    <Panel title={t('runs.result')} isFlush>
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

function Statuses({ run }: { run: ScoringRun }) {
  const { t } = useTranslation('scoring-lists')
  const { data } = useQuery(summaryOptions(run.id))
  const sums = STATUSES.map((status) => ({
    status,
    count: data?.statuses.filter((one) => one.status === status).reduce((sum, one) => sum + one.count, 0) ?? 0,
  })).filter(({ status, count }) => status !== 'scored' && count > 0)
  return (
    <Panel title={t('runs.unscored')}>
      {sums.length === 0 ? (
        <p className="t3">{t('runs.unscoredNone')}</p>
      ) : (
        <FactList facts={sums.map(({ status, count }) => [t(`status.${status}`), String(count)] as const)} />
      )}
    </Panel>
  )
}

function Robustness({ run }: { run: ScoringRun }) {
  const { t } = useTranslation('scoring-lists')
  const { data } = useQuery(robustnessOptions(run.id))
  type Row = NonNullable<NonNullable<typeof data>['leaveOneOut']>[number]
  const columns: Column<Row>[] = [
    { key: 'indicator', title: t('runs.indicator'), cell: (row) => row.indicator },
    { key: 'mean', title: t('runs.mean'), look: 'num', cell: (row) => row.mean.toFixed(1) },
    { key: 'most', title: t('runs.most'), look: 'num', cell: (row) => row.most },
  ]
  const rows = [...(data?.leaveOneOut ?? [])].sort((a, b) => b.mean - a.mean).slice(0, 8)
  return (
    <Panel title={t('runs.sensitivity')} isFlush={rows.length > 0}>
      {rows.length === 0 ? (
        <p className="t3">{t('runs.sensitivityNone')}</p>
      ) : (
        <>
          <p className="panel-body s t3">
            {t('runs.leaveOut')} · {t('runs.draws', { draws: data?.settings.draws ?? 0, count: data?.leaveOneOut?.length ?? 0 })}
          </p>
          <DataTable caption={t('runs.leaveOut')} columns={columns} rows={rows} rowKey={(row) => row.indicator} />
        </>
      )}
    </Panel>
  )
}
