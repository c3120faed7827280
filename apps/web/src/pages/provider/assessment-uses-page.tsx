import type { AssessedUse } from '@jiju/booking/contract/assessment'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { assessmentOptions, listAssessedUses, type Part } from '../../features/assessment/calls.ts'
import { FigurePanel } from '../../features/assessment/figure-panel.tsx'
import { PatternsPanel } from '../../features/assessment/patterns-panel.tsx'
import { periodOf } from '../../features/assessment/periods.ts'
import { dayNow } from '../../lib/format.ts'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { oneOf } from '../../lib/search-params.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty, NotFound } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { Tag } from '../../ui/tag.tsx'
import '../../features/assessment/assessment.css'

const PARTS = ['effective', 'external', 'inferred', 'booked_only'] as const

/** The rows behind the figures of one instrument: what counts, and what does not. */
export function AssessmentUsesPage() {
  const { t } = useTranslation('assessment')
  const search = useSearch({ from: '/work/p/assessment/uses' })
  const { from, to } = periodOf(search, dayNow())
  const part = oneOf(search.part, PARTS) ?? 'effective'
  const resourceId = search.resource ?? ''
  const query = useQuery(assessmentOptions({ from, to, scope: 'all' }))
  return (
    <QueryView query={query} isPage>
      {(assessment) => {
        const instrument = assessment.instruments.find((row) => row.resourceId === resourceId)
        if (!instrument) return <NotFound />
        const name = resourceNameOf({ resourceName: instrument.name, resourceNameEn: instrument.nameEn })
        return (
          <>
            <PageHead
              crumb={[{ label: t('page.title'), link: { to: '/p/assessment', search: { from, to } } }, { label: name }]}
              title={name}
              line={t('uses.lead', { from, to })}
            />
            <div className="stack">
              <FigurePanel figures={instrument.figures} basis={assessment} rows={<a href="#uses">{t('explain.rows')}</a>} />
              <div className="panel" id="uses">
                <TabLinks
                  label={t('uses.title')}
                  value={part}
                  tabs={PARTS.map((value) => ({ value, label: t(`uses.${value}`) }))}
                  linkOf={(value) => ({ to: '/p/assessment/uses', search: { ...search, part: value } })}
                />
                <UseRows query={{ from, to, resourceId, part }} />
              </div>
              <PatternsPanel period={{ from, to }} resourceId={resourceId} />
            </div>
          </>
        )
      }}
    </QueryView>
  )
}

function UseRows({ query: asked }: { query: { from: string; to: string; resourceId: string; part: Part } }) {
  const { t } = useTranslation('assessment')
  const format = useFormat()
  const { query, items, more } = usePages<AssessedUse>({
    queryKey: ['assessment', 'uses', asked],
    load: (cursor) => listAssessedUses(asked, cursor),
  })
  const columns: Column<AssessedUse>[] = [
    {
      key: 'time',
      title: t('uses.time'),
      cell: (row) =>
        row.reservationId ? (
          <Link to="/p/bookings/$id" params={{ id: row.reservationId }}>
            {format.stamp(row.startedAt)} — {format.stamp(row.endedAt)}
          </Link>
        ) : (
          `${format.stamp(row.startedAt)} — ${format.stamp(row.endedAt)}`
        ),
    },
    { key: 'number', title: t('uses.number'), cell: (row) => row.number ?? '—' },
    { key: 'who', title: t('uses.who'), cell: (row) => row.organisationName },
    { key: 'side', title: t('uses.side'), cell: (row) => t(`side.${row.side}`) },
    {
      key: 'proof',
      title: t('uses.proof'),
      cell: (row) => (
        <>
          {row.endSource ? t(`source.${row.endSource}`) : t('source.none')}
          {row.isCorrected && <Tag kind="line">{t('uses.corrected')}</Tag>}
        </>
      ),
    },
    { key: 'counted', title: t('uses.counted'), look: 'num', cell: (row) => format.number(row.countedSeconds / 3600, 2) },
    { key: 'total', title: t('uses.total'), look: 'num', cell: (row) => format.money(row.total) },
  ]
  return (
    <QueryView query={query}>
      {() => (
        <>
          {items.length === 0 ? (
            <Empty title={t('uses.empty')} />
          ) : (
            <DataTable caption={t('uses.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
          )}
          <LoadMore {...more} />
        </>
      )}
    </QueryView>
  )
}
