import type { DistrictAssessment } from '@jiju/booking/contract/assessment'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { demandOptions, districtOptions } from '../../features/assessment/calls.ts'
import { ClassTable } from '../../features/assessment/class-table.tsx'
import { DemandPanels } from '../../features/assessment/demand-panels.tsx'
import { FigurePanel } from '../../features/assessment/figure-panel.tsx'
import { PatternsPanel } from '../../features/assessment/patterns-panel.tsx'
import { PeriodBar } from '../../features/assessment/period-bar.tsx'
import { periodOf } from '../../features/assessment/periods.ts'
import { useFigureColumns } from '../../features/assessment/use-figure-columns.tsx'
import { zonedParts } from '../../lib/format.ts'
import { oneOf } from '../../lib/search-params.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import '../../features/assessment/assessment.css'

const TABS = ['figures', 'patterns', 'idle', 'demand'] as const

/** The district: institutions, when instruments run, what stands idle, and what people wanted and did not get. */
export function DistrictAssessmentPage() {
  const { t } = useTranslation('assessment')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/o/assessment' })
  const period = periodOf(search, zonedParts(new Date()).day)
  const scope = oneOf(search.scope, ['all', 'national'] as const) ?? 'all'
  const tab = oneOf(search.tab, TABS) ?? 'figures'
  const query = useQuery({ ...districtOptions({ ...period, scope }), placeholderData: keepPreviousData })
  const demand = useQuery({ ...demandOptions(period), enabled: tab === 'demand' })
  return (
    <>
      <PageHead title={t('district.title')} line={t('page.lead', period)} />
      <div className="stack">
        <PeriodBar
          value={{ ...period, scope }}
          onPick={(value) =>
            void navigate({
              to: '/o/assessment',
              search: { ...search, ...value, scope: value.scope === 'all' ? undefined : value.scope },
              replace: true,
            })
          }
        />
        <TabLinks
          label={t('district.title')}
          value={tab}
          tabs={TABS.map((value) => ({ value, label: t(`district.${value}`) }))}
          linkOf={(value) => ({ to: '/o/assessment', search: { ...search, tab: value === 'figures' ? undefined : value } })}
        />
        {tab === 'figures' && (
          <QueryView query={query} isPage>
            {(district) => <Institutions district={district} />}
          </QueryView>
        )}
        {tab === 'patterns' && <PatternsPanel period={period} />}
        {tab === 'idle' && <QueryView query={query}>{({ classes }) => <ClassTable classes={classes} />}</QueryView>}
        {tab === 'demand' && <QueryView query={demand}>{(unmet) => <DemandPanels unmet={unmet} />}</QueryView>}
      </div>
    </>
  )
}

function Institutions({ district }: { district: DistrictAssessment }) {
  const { t } = useTranslation('assessment')
  const columns = useFigureColumns<DistrictAssessment['institutions'][number]>()
  return (
    <div className="stack">
      <FigurePanel figures={district.district} basis={district} rows={<a href="#institutions">{t('explain.rows')}</a>} />
      <div id="institutions">
        <Panel isFlush title={t('district.institutions')} note={t('district.order')}>
          <DataTable
            caption={t('district.institutions')}
            columns={[
              {
                key: 'name',
                title: t('column.institution'),
                cell: (row) => (
                  <Link to="/providers/$id" params={{ id: row.organisationId }}>
                    {row.name}
                  </Link>
                ),
              },
              ...columns,
            ]}
            rows={district.institutions}
            rowKey={(row) => row.organisationId}
          />
        </Panel>
      </div>
    </div>
  )
}
