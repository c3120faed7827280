import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FactReadList } from '../../features/people/consents/fact-read-list.tsx'
import { pointsOptions } from '../../features/points/calls.ts'
import { ExplanationList } from '../../features/points/explanation-list.tsx'
import { PointsView } from '../../features/points/points-view.tsx'
import { RunLine } from '../../features/points/run-line.tsx'
import { TrendChart } from '../../features/points/trend-chart.tsx'
import { usePointsText } from '../../features/points/use-points-text.ts'
import { CertificatePanel } from '../../features/scoring-lists/certificate-panel.tsx'
import { type OwnRuns, ownRunsOptions } from '../../lib/own-runs.ts'
import { oneOf } from '../../lib/search-params.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['current', 'explanation', 'history', 'reads'] as const
type Tab = (typeof TABS)[number]

/** 创新积分: the newest published score. */
export function PointsPage() {
  const { tab } = useSearch({ from: '/work/e/points' })
  return <Runs tab={oneOf(tab, TABS) ?? 'current'} />
}

/** The score of one published run. */
export function PointsOfRunPage() {
  const { run } = useParams({ from: '/work/e/points/$run' })
  const { tab } = useSearch({ from: '/work/e/points/$run' })
  return <Runs runId={run} tab={oneOf(tab, TABS) ?? 'current'} />
}

function Runs({ runId, tab }: { runId?: string; tab: Tab }) {
  const { t } = useTranslation('points')
  const query = useQuery(ownRunsOptions)
  return (
    <QueryView query={query} isPage>
      {({ enterprise, items }) => {
        const shown = runId ?? items[0]?.runId
        if (!shown)
          return (
            <>
              <PageHead title={t('page.title')} />
              <Empty title={t(enterprise ? 'page.noRuns' : 'page.notRegistered')}>
                {t(enterprise ? 'page.noRunsHint' : 'page.notRegisteredHint')}
              </Empty>
            </>
          )
        return <Parts runId={shown} isNewest={shown === items[0]?.runId} tab={tab} runs={items} />
      }}
    </QueryView>
  )
}

function Parts({ runId, isNewest, tab, runs }: { runId: string; isNewest: boolean; tab: Tab; runs: OwnRuns['items'] }) {
  const { t } = useTranslation('points')
  const query = useQuery(pointsOptions({ runId }))
  const onNotice = query.data?.lists.find(({ state }) => state === 'notice')
  const addressOf = (value: Tab) =>
    ({ to: '/e/points/$run', params: { run: runId }, search: value === 'current' ? {} : { tab: value } }) as const
  const linkOf = (value: Tab): LinkProps =>
    isNewest ? { to: '/e/points', search: value === 'current' ? {} : { tab: value } } : addressOf(value)
  return (
    <>
      <PageHead
        title={t('page.title')}
        line={query.data && <RunLine points={query.data} />}
        actions={
          <>
            {onNotice && (
              <ButtonLink to="/lists/$id" params={{ id: onNotice.listId }}>
                {t('page.object')}
              </ButtonLink>
            )}
            <ButtonLink to="/e/certificates">{t('page.certificate')}</ButtonLink>
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
        {tab === 'history' ? (
          <History runs={runs} />
        ) : tab === 'reads' ? (
          <FactReadList only="points" />
        ) : (
          <QueryView query={query} isPage>
            {(points) =>
              tab === 'current' ? (
                <PointsView of={{ runId }} points={points} linkOf={(code) => ({ ...linkOf('explanation'), hash: `i-${code}` })} />
              ) : (
                <Explanation points={points} />
              )
            }
          </QueryView>
        )}
      </div>
    </>
  )
}

function Explanation({ points }: { points: Parameters<typeof ExplanationList>[0]['points'] }) {
  return (
    <div className="stack">
      <div id="certificate">
        <CertificatePanel runId={points.run.runId} />
      </div>
      <ExplanationList points={points} text={usePointsText(points.model)} />
    </div>
  )
}

function History({ runs }: { runs: OwnRuns['items'] }) {
  const { t, i18n } = useTranslation('points')
  const format = useFormat()
  const columns: Column<OwnRuns['items'][number]>[] = [
    {
      key: 'period',
      title: t('trend.period'),
      cell: ({ runId, period, number }) => (
        <Link to="/e/points/$run" params={{ run: runId }} search={{}}>
          {format.period(period)} <span className="s t3">{number}</span>
        </Link>
      ),
    },
    { key: 'score', title: t('trend.score'), cell: ({ score }) => score ?? t('score.none') },
    {
      key: 'place',
      title: t('trend.place'),
      cell: ({ stageName, rankStage, stageCount }) =>
        rankStage === null
          ? '—'
          : `${i18n.language.startsWith('en') ? stageName?.en : stageName?.zh} ${format.number(rankStage, 0)} / ${format.number(stageCount ?? 0, 0)}`,
    },
    { key: 'model', title: t('trend.model'), cell: ({ modelVersion }) => modelVersion },
    { key: 'state', title: t('trend.state'), cell: ({ publication }) => t(`publication.${publication?.state ?? 'none'}`) },
  ]
  return (
    <div className="stack">
      <Panel title={t('trend.title')}>
        <TrendChart runs={runs} />
      </Panel>
      <div className="panel">
        <DataTable caption={t('trend.title')} columns={columns} rows={runs} rowKey={({ runId }) => runId} />
      </div>
    </div>
  )
}
