import type { Inspection, StudySummary } from '@jiju/orders/contract/studies'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listInspections, listStudies } from '../../features/order-studies/calls.ts'
import { InspectionForm, InspectionList } from '../../features/order-studies/inspections.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { Tag } from '../../ui/tag.tsx'

const TABS = ['schedule', 'inspections'] as const

/** The master schedule of a facility, and the inspections of its quality assurance. */
export function StudiesPage() {
  const { t } = useTranslation('order-studies')
  const search = useSearch({ strict: false }) as { tab?: string }
  const tab = oneOf(search.tab, TABS) ?? 'schedule'
  return (
    <>
      <PageHead title={t('title')} />
      <TabLinks
        label={t('title')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        linkOf={(value) => ({ to: '/p/studies', search: value === 'schedule' ? {} : { tab: value } })}
      />
      {tab === 'schedule' ? <Schedule /> : <Inspections />}
    </>
  )
}

function Schedule() {
  const { t } = useTranslation('order-studies')
  const format = useFormat()
  const { query, items, more } = usePages<StudySummary>({ queryKey: ['studies', 'list'], load: listStudies })
  return (
    <Panel isFlush>
      <QueryView query={query} skeleton={<Bones rows={5} />}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('empty')} />
          ) : (
            <>
              <DataTable
                caption={t('tab.schedule')}
                rows={items}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'title',
                    title: t('column.study'),
                    cell: (row) => (
                      <>
                        <Link to="/p/studies/$id" params={{ id: row.id }}>
                          {row.title}
                        </Link>
                        <div className="s t3" style={{ fontWeight: 400 }}>
                          {row.number} · {row.sponsorName}
                        </div>
                      </>
                    ),
                  },
                  { key: 'state', title: t('column.state'), cell: (row) => <Tag>{t(`state.${row.state}`)}</Tag> },
                  { key: 'director', title: t('duty.directorId'), cell: (row) => row.directorName },
                  { key: 'quality', title: t('duty.qualityId'), cell: (row) => row.qualityName },
                  {
                    key: 'days',
                    title: t('plan.days'),
                    cell: (row) => (row.startsOn && row.endsOn ? format.dayRange(row.startsOn, row.endsOn) : '—'),
                  },
                  { key: 'final', title: t('column.final'), cell: (row) => (row.finalSignedAt ? format.stamp(row.finalSignedAt) : '—') },
                ]}
              />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
    </Panel>
  )
}

function Inspections() {
  const { t } = useTranslation('order-studies')
  const client = useQueryClient()
  const renew = () => client.invalidateQueries({ queryKey: ['studies'] })
  const { query, items, more } = usePages<Inspection>({ queryKey: ['studies', 'inspections'], load: listInspections })
  return (
    <div className="two-columns">
      <Panel title={t('tab.inspections')}>
        <QueryView query={query} skeleton={<Bones rows={5} />}>
          {() => (
            <>
              <InspectionList inspections={items} onChanged={renew} />
              <LoadMore {...more} />
            </>
          )}
        </QueryView>
      </Panel>
      <aside className="stack">
        <Panel title={t('inspection.new')}>
          <InspectionForm onDone={renew} />
        </Panel>
      </aside>
    </div>
  )
}
