import type { DistrictAssessment } from '@jiju/booking/contract/assessment'
import { addDays } from '@jiju/kernel/local-date'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { demandOptions, districtOptions, renewDistrict } from '../../features/assessment/calls.ts'
import { ClassTable } from '../../features/assessment/class-table.tsx'
import { DemandPanels } from '../../features/assessment/demand-panels.tsx'
import { FigurePanel } from '../../features/assessment/figure-panel.tsx'
import { PatternsPanel } from '../../features/assessment/patterns-panel.tsx'
import { PeriodBar } from '../../features/assessment/period-bar.tsx'
import { periodOf } from '../../features/assessment/periods.ts'
import { useFigureColumns } from '../../features/assessment/use-figure-columns.tsx'
import { dayNow } from '../../lib/format.ts'
import { oneOf } from '../../lib/search-params.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import '../../features/assessment/assessment.css'

const RENEW_LOOK_MS = 3_000
const TABS = ['figures', 'patterns', 'idle', 'demand'] as const

/** The district: institutions, when instruments run, what stands idle, and what people wanted and did not get. */
export function DistrictAssessmentPage() {
  const { t } = useTranslation('assessment')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/o/assessment' })
  // The calendar year is what the rules assess, and its figures are kept.
  const period = periodOf(search, dayNow(), 'this')
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

/** How old the figures are; those that are kept at night can be computed anew. */
function DataDate({ district }: { district: DistrictAssessment }) {
  const { t } = useTranslation('assessment')
  const format = useFormat()
  const client = useQueryClient()
  const mayRenew = useAccess('booking.assessment_snapshot.renew')
  const [askedAt, setAskedAt] = useState<string | null>(null)
  const { keptYear, readAt } = district
  const year = keptYear ?? yearThatCanBeKept(district)
  const isWaiting = askedAt !== null && (keptYear === null || readAt < askedAt)
  const renew = useCommand({ run: renewDistrict, onDone: (asked) => setAskedAt(asked.askedAt) })
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ['assessment', 'district'] }), RENEW_LOOK_MS)
    return () => clearInterval(timer)
  }, [isWaiting, client])
  return (
    <div className="row sb wrap g8">
      <p className="m t2" role="status">
        {t(keptYear === null ? 'district.liveAt' : 'district.keptAt', { at: format.instant(readAt) })}
        {isWaiting && ` · ${t('district.renewing')}`}
      </p>
      {year !== null && mayRenew && (
        <Button size="sm" isBusy={renew.isPending || isWaiting} onClick={() => renew.mutate({ year })}>
          {t('district.renew')}
        </Button>
      )}
      <ProblemSummary error={renew.error} />
    </div>
  )
}

/** A calendar year as a whole, or the current one up to yesterday: what is computed at night. */
function yearThatCanBeKept({ from, to }: DistrictAssessment): number | null {
  const year = from.slice(0, 4)
  const yesterday = addDays(dayNow(), -1)
  return from === `${year}-01-01` && (to === `${year}-12-31` || to === yesterday) ? Number(year) : null
}

function Institutions({ district }: { district: DistrictAssessment }) {
  const { t } = useTranslation('assessment')
  const columns = useFigureColumns<DistrictAssessment['institutions'][number]>()
  return (
    <div className="stack">
      <DataDate district={district} />
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
                  <Link to="/providers/$id" params={{ id: row.organisationId }} className="assessed-name">
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
