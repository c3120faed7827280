import type { ScoringRun } from '@jiju/scoring/contract/runs'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { modelsOptions } from '../../features/scoring-lists/model-calls.ts'
import { listRuns } from '../../features/scoring-lists/run-calls.ts'
import { RunState } from '../../features/scoring-lists/run-state.tsx'
import { StartRun } from '../../features/scoring-lists/start-run.tsx'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'

/** Runs, newest first, and the way to the next one. */
export function RunsPage() {
  const { t, i18n } = useTranslation('scoring-lists')
  const format = useFormat()
  const mayStart = useAccess('scoring.run.start')
  const [isStarting, setStarting] = useState(false)
  const models = useQuery({ ...modelsOptions, enabled: isStarting })
  const { query, items, more } = usePages<ScoringRun>({ queryKey: ['scoring', 'runs'], load: listRuns, refetchMs: 5000 })
  const columns: Column<ScoringRun>[] = [
    {
      key: 'number',
      title: t('runs.number'),
      cell: (row) => (
        <>
          <Link to="/o/scoring/runs/$id" params={{ id: row.id }}>
            {row.number}
          </Link>
          {row.corrects && <div className="s t3">{t('runs.corrects', { number: row.corrects.number })}</div>}
        </>
      ),
    },
    { key: 'period', title: t('runs.period'), cell: (row) => `${format.period(row.period)} · ${t(`runs.${row.purpose}`)}` },
    {
      key: 'model',
      title: t('runs.model'),
      isWideOnly: true,
      cell: (row) => `${i18n.language === 'en' ? row.modelName.en : row.modelName.zh} ${row.modelVersion}`,
    },
    { key: 'state', title: t('runs.state'), cell: (row) => <RunState run={row} /> },
    {
      key: 'scored',
      title: t('runs.scored'),
      look: 'num',
      cell: (row) => (row.enterpriseCount === null ? '—' : `${format.number(row.scoredCount)} / ${format.number(row.enterpriseCount)}`),
    },
    { key: 'at', title: t('runs.started'), cell: (row) => format.stamp(row.createdAt) },
  ]
  return (
    <div className="stack-24">
      <PageHead
        title={t('runs.title')}
        line={t('runs.lead')}
        actions={
          mayStart && (
            <Button kind="primary" aria-expanded={isStarting} onClick={() => setStarting(!isStarting)}>
              {t('runs.new')}
            </Button>
          )
        }
      />
      {isStarting && <QueryView query={models}>{(known) => <StartRun models={known} corrects={null} />}</QueryView>}
      <QueryView query={query} skeleton={<Bones rows={5} />} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('runs.empty')} />
            ) : (
              <>
                <DataTable caption={t('runs.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
                <LoadMore {...more} />
              </>
            )}
          </div>
        )}
      </QueryView>
    </div>
  )
}
