import type { RunOutlook } from '@jiju/scoring/contract/run-outlook'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'

type Stage = RunOutlook['stages'][number]
type Indicator = Stage['indicators'][number]

/** Stages in which somebody gets no score for want of facts, or an indicator is known of too few. */
const thinStagesOf = ({ stages }: RunOutlook): Stage[] =>
  stages.filter(({ unscoredCount, indicators }) => unscoredCount > 0 || indicators.length > 0)

/** A few enterprises lack something in every district; more than these in a stage say that a source has not delivered. */
const FEW_RATIO = 0.1

/** Whether a run over these facts asks for a second look. */
export const isOutlookThin = ({ stages }: RunOutlook): boolean =>
  stages.some(
    ({ isScored, enterpriseCount, unscoredCount, indicators }) =>
      indicators.some(({ isThin }) => isThin) || (isScored && unscoredCount > enterpriseCount * FEW_RATIO),
  )

/** Where facts are too thin, before a run is confirmed: how many get no score, and which indicators lack. */
export function RunOutlookView({ outlook }: { outlook: RunOutlook }) {
  const { t } = useTranslation('scoring-lists')
  const format = useFormat()
  const thin = thinStagesOf(outlook)
  if (thin.length === 0) return <p className="notice notice-ok">{t('runs.outlookFine')}</p>
  const unscored = thin.reduce((sum, stage) => sum + stage.unscoredCount, 0)
  const indicators = new Set(thin.flatMap((stage) => stage.indicators.filter(({ isThin }) => isThin).map(({ code }) => code))).size
  return (
    <div className="stack">
      <p className="notice notice-warn">
        {indicators === 0
          ? t('runs.outlookFew', { unscored: format.number(unscored) })
          : t('runs.outlookWarning', { unscored: format.number(unscored), indicators: format.number(indicators) })}
      </p>
      {thin.map((stage) => (
        <StageOutlook key={stage.stage?.code ?? '—'} stage={stage} />
      ))}
    </div>
  )
}

function StageOutlook({ stage }: { stage: Stage }) {
  const { t, i18n } = useTranslation('scoring-lists')
  const format = useFormat()
  const nameOf = ({ zh, en }: { zh: string; en: string }) => (i18n.language === 'en' ? en : zh)
  const name = stage.stage ? nameOf(stage.stage.name) : stage.isScored ? t('runs.outlookAll') : t('runs.outlookNoStage')
  const columns: Column<Indicator>[] = [
    { key: 'name', title: t('runs.outlookIndicator'), cell: (row) => nameOf(row.name) },
    {
      key: 'known',
      title: t('runs.known'),
      look: 'num',
      cell: (row) => (
        <span className={row.isThin ? 'bad' : undefined}>
          {format.number(row.knownCount)} · {format.percent(row.knownCount / stage.enterpriseCount)}
        </span>
      ),
    },
    { key: 'minimum', title: t('runs.outlookMinimum'), look: 'num', cell: (row) => format.percent(row.minimumRatio) },
    { key: 'weight', title: t('runs.outlookWeight'), look: 'num', cell: (row) => format.percent(row.weightRatio) },
  ]
  return (
    <section className="col g4">
      <h3 className="h3">{name}</h3>
      <p className="t2">
        {t('runs.outlookStage', { count: format.number(stage.enterpriseCount) as never, unscored: format.number(stage.unscoredCount) })}
        {stage.branches.map((branch) => (
          <span key={branch.code}>
            {' · '}
            {t('runs.outlookBranch', {
              name: nameOf(branch.name),
              below: format.number(branch.belowCount),
              minimum: format.percent(branch.minimumRatio),
            })}
          </span>
        ))}
      </p>
      {stage.indicators.length > 0 && (
        <DataTable caption={`${name} ${t('runs.outlookIndicator')}`} columns={columns} rows={stage.indicators} rowKey={(row) => row.code} />
      )}
    </section>
  )
}
