import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { assessmentOptions } from '../../features/assessment/calls.ts'
import { InstrumentStatements } from '../../features/assessment/instrument-statements.tsx'
import { yearSpan } from '../../features/assessment/periods.ts'
import { dayNow } from '../../lib/format.ts'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { one } from '../../lib/search-params.ts'
import { SelectField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import '../../features/assessment/assessment.css'

const YEARS = 3

/** 年度成效: what a provider states of each instrument for the national yearly message. */
export function AssessmentStatementsPage() {
  const { t } = useTranslation('assessment')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/p/assessment/statements' })
  const today = dayNow()
  const thisYear = Number(today.slice(0, 4))
  const year = Number(one(search.year)) || thisYear
  const query = useQuery(assessmentOptions({ ...yearSpan(year, today), scope: 'all' }))
  const pick = (next: { resource?: string; year?: number }) => {
    const chosen = { resource: one(search.resource), year, ...next }
    void navigate({
      to: '/p/assessment/statements',
      search: { ...(chosen.resource ? { resource: chosen.resource } : {}), year: String(chosen.year) },
      replace: true,
    })
  }
  return (
    <>
      <PageHead
        crumb={[{ label: t('page.title'), link: { to: '/p/assessment' } }, { label: t('statements.page') }]}
        title={t('statements.page')}
        line={t('statements.lead')}
      />
      <QueryView query={query} isPage>
        {({ instruments }) => {
          const names = instruments
            .map(({ resourceId, innerNumber, name, nameEn }) => ({
              resourceId,
              label: [resourceNameOf({ resourceName: name, resourceNameEn: nameEn }), innerNumber].filter(Boolean).join(' · '),
            }))
            .sort((a, b) => a.label.localeCompare(b.label, 'zh'))
          const resourceId = one(search.resource) ?? names[0]?.resourceId
          if (!resourceId) return <Empty title={t('ranking.empty')} />
          return (
            <div className="stack">
              <div className="row g12 wrap">
                <SelectField
                  label={t('column.instrument')}
                  value={resourceId}
                  options={names.map(({ resourceId, label }) => ({ value: resourceId, label }))}
                  onPick={(resource) => pick({ resource })}
                />
                <SelectField
                  label={t('statements.year')}
                  value={String(year)}
                  options={Array.from({ length: YEARS }, (_, back) => String(thisYear - back)).map((value) => ({ value, label: value }))}
                  onPick={(value) => pick({ year: Number(value) })}
                />
              </div>
              <InstrumentStatements key={`${resourceId} ${year}`} year={year} resourceId={resourceId} />
            </div>
          )
        }}
      </QueryView>
    </>
  )
}
