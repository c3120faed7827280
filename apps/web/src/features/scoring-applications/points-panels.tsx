import type { EnterprisePoints } from '@jiju/scoring/contract/credit'
import { useTranslation } from 'react-i18next'
import { certaintyOf } from '../../lib/certainty-of.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useQuantity } from '../../lib/use-quantity.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Explain } from '../../ui/explain.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CertaintyTag, Tag } from '../../ui/tag.tsx'

/** What an enterprise opened of its innovation points: always score and grade, the rest only where it opened that too. */
export function PointsPanels({ points }: { points: EnterprisePoints }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const language = currentLanguage()
  const quantity = useQuantity()
  const { run, grade, position } = points
  const source = t('credit.source', {
    run: run.number,
    model: `${run.modelName[language]} ${run.modelVersion}`,
    day: format.day(run.asOf),
    facts: format.instant(run.factsAt),
  })
  const isClosed = (item: EnterprisePoints['enterprise']['items'][number]) => !points.enterprise.items.includes(item)
  const dimensions: Column<NonNullable<EnterprisePoints['dimensions']>[number]>[] = [
    { key: 'name', title: t('credit.dimension'), cell: ({ name }) => name[language] },
    { key: 'points', title: t('credit.points'), look: 'num', cell: (row) => row.points },
    { key: 'part', title: t('credit.part'), look: 'num', cell: (row) => format.percent(row.partRatio) },
    { key: 'weight', title: t('credit.weight'), look: 'num', cell: (row) => format.percent(row.weightRatio, 0) },
  ]
  const indicators: Column<NonNullable<EnterprisePoints['indicators']>[number]>[] = [
    {
      key: 'name',
      title: t('credit.indicator'),
      cell: (row) => (
        <>
          {row.name[language]} {row.isImputed && <Tag kind="warn">{t('credit.imputed')}</Tag>}
        </>
      ),
    },
    {
      key: 'value',
      title: t('credit.value'),
      look: 'num',
      cell: (row) => (row.value === null ? t('credit.unknown') : quantity(row.value, row.unit)),
    },
  ]
  return (
    <div className="stack">
      <Figures
        items={[
          {
            key: 'score',
            label: (
              <Explain
                explanation={{
                  definition: t('credit.scoreMeans', { scale: points.scale }),
                  source,
                  certainty: t('credit.coverage', { share: format.percent(points.coverageRatio) }),
                }}
              >
                {t('credit.score')}
              </Explain>
            ),
            value: points.score ?? '—',
            note: points.score === null ? t(`credit.status.${points.status}`) : t('credit.of', { scale: points.scale }),
          },
          {
            key: 'grade',
            label: t('credit.grade'),
            value: grade ? grade.name[language] : '—',
            note: grade && (
              <>
                {t('credit.from', { points: grade.threshold })} <CertaintyTag certainty={certaintyOf(grade.certainty)} />
              </>
            ),
          },
          {
            key: 'list',
            label: t('credit.whiteList'),
            value: t(points.whiteLists.length > 0 ? 'credit.listed' : 'credit.notListed'),
            note: points.whiteLists
              .map(({ name, threshold }) => t('credit.above', { name: name[language], points: threshold }))
              .join(' · '),
          },
          {
            key: 'position',
            label: t('credit.position'),
            value: position?.rank
              ? t('credit.rank', { rank: format.number(position.rank), count: format.number(position.count ?? 0) as never })
              : '—',
            note: position?.stage ? position.stage[language] : isClosed('points_position') ? t('credit.closed') : '',
          },
        ]}
      />
      <p className="s t2">{source}</p>
      <Panel
        isFlush
        title={t('credit.dimensions')}
        note={points.adjustmentPoints && t('credit.adjustments', { points: points.adjustmentPoints.replace('-', '−') })}
      >
        {points.dimensions ? (
          <DataTable caption={t('credit.dimensions')} columns={dimensions} rows={points.dimensions} rowKey={({ code }) => code} />
        ) : (
          <p className="panel-body t2">{t('credit.closed')}</p>
        )}
      </Panel>
      <Panel isFlush title={t('credit.indicators')}>
        {points.indicators ? (
          <DataTable caption={t('credit.indicators')} columns={indicators} rows={points.indicators} rowKey={({ code }) => code} />
        ) : (
          <p className="panel-body t2">{t('credit.closed')}</p>
        )}
      </Panel>
    </div>
  )
}
