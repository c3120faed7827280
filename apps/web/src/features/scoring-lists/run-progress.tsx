import type { ScoringRun } from '@jiju/scoring/contract/runs'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Progress } from '../../ui/progress.tsx'
import { cancelRun, runOptions, startRun } from './run-calls.ts'

/** What is being done of a run, and the way to stop it; nothing once it has ended. */
export function RunProgress({ run }: { run: ScoringRun }) {
  const { t } = useTranslation('scoring-lists')
  const client = useQueryClient()
  const mayStart = useAccess('scoring.run.start')
  const cancel = useCommand({ run: cancelRun, onDone: (ended) => void client.setQueryData(runOptions(run.id).queryKey, ended) })
  if (run.state !== 'queued' && run.state !== 'running') return null
  return (
    <Panel>
      <div className="stack">
        <Progress label={t(run.step ? `runs.step_${run.step}` : 'runs.queued')} share={run.progressPercent / 100} />
        <p className="s t3">{t('runs.progressNote')}</p>
        <ProblemSummary error={cancel.error} />
        {mayStart && (
          <div>
            <Button isBusy={cancel.isPending} onClick={() => cancel.mutate(run.id)}>
              {t('runs.cancel')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  )
}

/** Why a run has no result, and the same once more. */
export function RunFailure({ run }: { run: ScoringRun }) {
  const { t, i18n } = useTranslation('scoring-lists')
  const navigate = useNavigate()
  const mayStart = useAccess('scoring.run.start')
  const again = useCommand({ run: startRun, onDone: ({ id }) => navigate({ to: '/o/scoring/runs/$id', params: { id } }) })
  if (run.state !== 'failed') return null
  const { modelId, period, purpose, corrects } = run
  return (
    <Panel title={t(isCancelled(run) ? 'runs.cancelledTitle' : 'runs.failedTitle')}>
      <div className="stack">
        {run.failure && <p>{i18n.language === 'en' ? run.failure.message.en : run.failure.message.zh}</p>}
        <ProblemSummary error={again.error} />
        {mayStart && (
          <div>
            <Button
              kind="primary"
              isBusy={again.isPending}
              onClick={() => again.mutate({ modelId, period, purpose, ...(corrects && { corrects: corrects.id }) })}
            >
              {t('runs.again')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  )
}

export const isCancelled = ({ failure }: Pick<ScoringRun, 'failure'>) => failure?.code === 'scoring.run_cancelled'
