import { useQuery } from '@tanstack/react-query'
import { type LinkProps, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Points, pointsOptions } from '../../features/points/calls.ts'
import { ExplanationList } from '../../features/points/explanation-list.tsx'
import { PointsView } from '../../features/points/points-view.tsx'
import { RunLine } from '../../features/points/run-line.tsx'
import { usePointsText } from '../../features/points/use-points-text.ts'
import { oneOf } from '../../lib/search-params.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['current', 'explanation'] as const

/** What the enterprise sees of its score, for the officer who answers for it; unpublished runs too. */
export function EnterprisePointsPage() {
  const { run, enterprise } = useParams({ from: '/work/o/scoring/runs/$run/enterprises/$enterprise' })
  const search = useSearch({ from: '/work/o/scoring/runs/$run/enterprises/$enterprise' })
  const query = useQuery(pointsOptions({ runId: run, enterpriseId: enterprise }))
  return (
    <QueryView query={query} isPage>
      {(points) => <Parts points={points} runId={run} tab={oneOf(search.tab, TABS) ?? 'current'} />}
    </QueryView>
  )
}

function Parts({ points, runId, tab }: { points: Points; runId: string; tab: (typeof TABS)[number] }) {
  const { t } = useTranslation('points')
  const text = usePointsText(points.model)
  const { enterprise, run } = points
  const linkOf = (value: (typeof TABS)[number]): LinkProps => ({
    to: '/o/scoring/runs/$run/enterprises/$enterprise',
    params: { run: runId, enterprise: enterprise.id },
    search: value === 'current' ? {} : { tab: value },
  })
  return (
    <>
      <PageHead
        title={t('page.office', { name: enterprise.name })}
        line={
          <>
            {run.number} · <RunLine points={points} />
          </>
        }
      />
      <div className="stack">
        <TabLinks
          label={t('page.tabs')}
          value={tab}
          tabs={TABS.map((value) => ({ value, label: t(`page.tab.${value}`) }))}
          linkOf={linkOf}
        />
        {tab === 'current' ? (
          <PointsView
            of={{ runId, enterpriseId: enterprise.id }}
            points={points}
            linkOf={(code) => ({ ...linkOf('explanation'), hash: `i-${code}` })}
          />
        ) : (
          <ExplanationList points={points} text={text} />
        )}
      </div>
    </>
  )
}
