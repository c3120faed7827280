import type { Assessment } from '@jiju/booking/contract/assessment'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { assessmentOptions, type Period } from '../../features/assessment/calls.ts'
import { ExportPanel } from '../../features/assessment/export-panel.tsx'
import { FigurePanel } from '../../features/assessment/figure-panel.tsx'
import { IndicatorPanel } from '../../features/assessment/indicator-panel.tsx'
import { InstrumentTable } from '../../features/assessment/instrument-table.tsx'
import { PatternsPanel } from '../../features/assessment/patterns-panel.tsx'
import { PeriodBar } from '../../features/assessment/period-bar.tsx'
import { periodOf } from '../../features/assessment/periods.ts'
import { SiteTable } from '../../features/assessment/site-table.tsx'
import { dayNow } from '../../lib/format.ts'
import { oneOf } from '../../lib/search-params.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import '../../features/assessment/assessment.css'

/** 开放共享考核: what the meter log proves, by the national rules, with what is needed to hand it in. */
export function AssessmentPage() {
  const { t } = useTranslation('assessment')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/p/assessment' })
  const { from, to } = periodOf(search, dayNow())
  const period: Period = { from, to }
  const scope = oneOf(search.scope, ['all', 'national'] as const) ?? 'all'
  const query = useQuery({ ...assessmentOptions({ ...period, scope }), placeholderData: keepPreviousData })
  return (
    <>
      <PageHead
        title={t('page.title')}
        line={t('page.lead', { from: period.from, to: period.to })}
        actions={
          <span className="assessment-acts">
            <ButtonLink to="/p/assessment/statements">{t('statements.page')}</ButtonLink>
            <Button onClick={() => window.print()}>{t('page.print')}</Button>
          </span>
        }
      />
      <div className="stack">
        <PeriodBar
          value={{ ...period, scope }}
          onPick={(value) =>
            void navigate({
              to: '/p/assessment',
              search: { ...value, scope: value.scope === 'all' ? undefined : value.scope },
              replace: true,
            })
          }
        />
        <QueryView query={query} isPage>
          {(assessment) => <Parts assessment={assessment} />}
        </QueryView>
        <PatternsPanel period={period} />
        <ExportPanel period={period} scope={scope} />
      </div>
    </>
  )
}

function Parts({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation('assessment')
  return (
    <div className="stack">
      <FigurePanel figures={assessment.institution} basis={assessment} rows={<a href="#ranking">{t('explain.rows')}</a>} />
      <IndicatorPanel assessment={assessment} />
      <div id="ranking">
        <InstrumentTable instruments={assessment.instruments} period={assessment} />
      </div>
      <SiteTable sites={assessment.sites} />
    </div>
  )
}
