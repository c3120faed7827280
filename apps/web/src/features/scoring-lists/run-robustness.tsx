import type { RunRobustness as Measured } from '@jiju/scoring/contract/robustness'
import type { ScoringRun } from '@jiju/scoring/contract/runs'
import { branchesOf, type Model } from '@jiju/scoring/core/engine/model'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Progress } from '../../ui/progress.tsx'
import { modelOptions } from './model-calls.ts'
import { cancelRobustness, measureAgain, robustnessOptions } from './run-calls.ts'

const SHOWN = 8

/** How far places hang on choices of weight and method: what was drawn, what leaving an indicator out moves, and where the movement comes from. */
export function RunRobustness({ run }: { run: ScoringRun }) {
  const { t } = useTranslation('scoring-lists')
  const { data } = useQuery(robustnessOptions(run.id))
  if (!data) return null
  return (
    <Panel title={t('runs.sensitivity')}>
      {data.state === 'done' ? <Findings run={run} measured={data} /> : <UnderWay run={run} measured={data} />}
    </Panel>
  )
}

function UnderWay({ run, measured }: { run: ScoringRun; measured: Measured }) {
  const { t, i18n } = useTranslation('scoring-lists')
  const client = useQueryClient()
  const mayStart = useAccess('scoring.run.start')
  const onDone = (found: Measured) => void client.setQueryData(robustnessOptions(run.id).queryKey, found)
  const cancel = useCommand({ run: cancelRobustness, onDone })
  const again = useCommand({ run: measureAgain, onDone })
  const isFailed = measured.state === 'failed'
  const act = isFailed ? again : cancel
  return (
    <div className="stack">
      {isFailed ? (
        measured.failure && <p>{i18n.language === 'en' ? measured.failure.message.en : measured.failure.message.zh}</p>
      ) : (
        <Progress label={t('runs.measuring')} share={measured.progressPercent / 100} />
      )}
      <ProblemSummary error={act.error} />
      {mayStart && (
        <div>
          <Button isBusy={act.isPending} onClick={() => act.mutate(run.id)}>
            {t(isFailed ? 'runs.measureAgain' : 'runs.measureCancel')}
          </Button>
        </div>
      )}
    </div>
  )
}

type Left = NonNullable<Measured['leaveOneOut']>[number]
type Source = NonNullable<Measured['sensitivity']>['factors'][number]

function Findings({ run, measured }: { run: ScoringRun; measured: Measured }) {
  const { t } = useTranslation('scoring-lists')
  const format = useFormat()
  const nameOf = useNames(run.modelId)
  const { settings, sensitivity, finishedAt } = measured
  const left: Column<Left>[] = [
    { key: 'indicator', title: t('runs.indicator'), cell: (row) => nameOf('indicator_weight', row.indicator) },
    { key: 'mean', title: t('runs.mean'), look: 'num', cell: (row) => format.number(row.mean, 1) },
    { key: 'most', title: t('runs.most'), look: 'num', cell: (row) => format.number(row.most) },
  ]
  const part = (value: number, error: number) => `${hundredths(value)} ± ${hundredths(error)}`
  const sources: Column<Source>[] = [
    {
      key: 'factor',
      title: t('runs.factor'),
      cell: ({ factor }) => ('code' in factor ? nameOf(factor.kind, factor.code) : t(`runs.factor_${factor.kind}`)),
    },
    { key: 'first', title: t('runs.sobolFirst'), look: 'num', cell: (row) => part(row.first, row.firstError) },
    { key: 'total', title: t('runs.sobolTotal'), look: 'num', cell: (row) => part(row.total, row.totalError) },
  ]
  const keyOf = ({ factor }: Source) => `${factor.kind} ${'code' in factor ? factor.code : ''}`
  return (
    <div className="stack">
      <p className="s t2">
        {t('runs.drawn', {
          draws: format.number(settings.draws),
          percent: format.percent(settings.holds, 0),
          noise: settings.noise.kind === 'uniform' ? format.percent(settings.noise.ratio, 0) : settings.noise.concentration,
          normalisations: settings.normalisations.length,
          aggregations: settings.aggregations.length,
        })}
      </p>
      <p className="s t3">{t('runs.seed', { seed: String(settings.seed), at: finishedAt ? format.stamp(finishedAt) : '' })}</p>
      <h3 className="h3">{t('runs.leaveOut')}</h3>
      <DataTable
        caption={t('runs.leaveOut')}
        columns={left}
        rows={[...(measured.leaveOneOut ?? [])].sort((a, b) => b.mean - a.mean).slice(0, SHOWN)}
        rowKey={(row) => row.indicator}
      />
      <h3 className="h3">{t('runs.sobol')}</h3>
      {sensitivity ? (
        <>
          <p className="s t3">{t('runs.sobolNote', { shift: format.number(sensitivity.meanShift, 1) })}</p>
          <DataTable
            caption={t('runs.sobol')}
            columns={sources}
            rows={[...sensitivity.factors].sort((a, b) => b.total - a.total).slice(0, SHOWN)}
            rowKey={keyOf}
          />
        </>
      ) : (
        <p className="s t3">{t('runs.sobolNone')}</p>
      )}
    </div>
  )
}

/** Without a sign where nothing is left of a number. */
const hundredths = (value: number) => (Math.abs(value) < 0.005 ? 0 : value).toFixed(2)

/** Names of the model's indicators and branches; their codes until it is there. */
function useNames(modelId: string) {
  const { t, i18n } = useTranslation('scoring-lists')
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const document = useQuery(modelOptions(modelId)).data?.document as Model | undefined
  const indicators = new Map(document?.indicators.map(({ code, name }) => [code, name[language]]))
  const branches = new Map(document && branchesOf(document).map(({ code, name }) => [code, name?.[language] ?? code]))
  return (kind: 'indicator_weight' | 'branch_weight', code: string) =>
    kind === 'branch_weight' ? t('runs.factorBranch', { name: branches.get(code) ?? code }) : (indicators.get(code) ?? code)
}
