import type { ScoringRun } from '@jiju/scoring/contract/runs'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { runOptions } from '../../features/scoring-lists/run-calls.ts'
import { RunGrounds } from '../../features/scoring-lists/run-grounds.tsx'
import { RunMovers } from '../../features/scoring-lists/run-movers.tsx'
import { RunFailure, RunProgress } from '../../features/scoring-lists/run-progress.tsx'
import { RunRobustness } from '../../features/scoring-lists/run-robustness.tsx'
import { RunScores } from '../../features/scoring-lists/run-scores.tsx'
import { RunState } from '../../features/scoring-lists/run-state.tsx'
import { StartRun } from '../../features/scoring-lists/start-run.tsx'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'

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
        line={`${format.period(run.period)} · ${t(`runs.${run.purpose}`)} · ${i18n.language === 'en' ? run.modelName.en : run.modelName.zh} ${run.modelVersion}`}
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
      <RunProgress run={run} />
      <RunFailure run={run} />
      {isDone ? (
        <div className="two-columns">
          <div className="stack-24">
            <RunMovers run={run} />
            <RunScores run={run} />
          </div>
          <aside className="stack-24">
            <RunRobustness run={run} />
            <RunGrounds run={run} />
            <Basis run={run} />
          </aside>
        </div>
      ) : (
        <Basis run={run} />
      )}
    </div>
  )
}

/** What the run stands on, with the hashes of what it read and gave. */
function Basis({ run }: { run: ScoringRun }) {
  const { t } = useTranslation('scoring-lists')
  const format = useFormat()
  return (
    <Panel title={t('runs.basis')}>
      <FactList
        facts={[
          [t('runs.asOf'), format.day(run.asOf)],
          [t('runs.factsAt'), format.stamp(run.factsAt)],
          [t('runs.engine'), run.engineVersion],
          [t('runs.modelHash'), run.modelSha256],
          [t('runs.factsHash'), run.factsSha256],
          [t('runs.resultHash'), run.resultSha256],
        ]}
      />
    </Panel>
  )
}
