import { addDays } from '@jiju/kernel/local-date'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listSearchMisses, type SearchMiss } from '../../features/operations/calls.ts'
import { dayNow } from '../../lib/format.ts'
import { oneOf, stringifySearch } from '../../lib/search-params.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Segmented } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'

const DAYS = ['7', '30', '90'] as const

/** What people looked for and did not find. */
export function SearchMissesPage() {
  const { t } = useTranslation('operations')
  const format = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/o/search-misses' })
  const days = oneOf(search.days, DAYS) ?? '30'
  const from = addDays(dayNow(), -Number(days))
  const { query, items, more } = usePages<SearchMiss>({
    queryKey: ['search-misses', from],
    load: (cursor) => listSearchMisses(from, cursor),
  })
  const columns: Column<SearchMiss>[] = [
    { key: 'query', title: t('misses.column.query'), cell: (row) => row.query || <span className="t3">{t('misses.conditions')}</span> },
    {
      key: 'conditions',
      title: t('misses.conditions'),
      cell: (row) =>
        Object.entries(row.conditions)
          .map(([name, value]) => `${name}: ${[value].flat().join(', ')}`)
          .join(' · ') || '—',
    },
    { key: 'count', title: t('misses.column.count'), look: 'num', cell: (row) => format.number(row.count) },
    { key: 'days', title: t('misses.column.days'), look: 'num', cell: (row) => format.number(row.days) },
    { key: 'last', title: t('misses.column.last'), cell: (row) => format.nearDay(row.lastOn) },
    {
      key: 'next',
      title: t('misses.column.next'),
      look: 'action',
      cell: (row) => (
        <a className="btn btn-sm" href={`/search${stringifySearch({ q: row.query, ...row.conditions })}`}>
          {t('misses.try')}
        </a>
      ),
    },
  ]
  return (
    <>
      <PageHead
        title={t('misses.title')}
        line={t('misses.lead', { days })}
        actions={
          <Segmented
            label={t('misses.days')}
            value={days}
            options={DAYS.map((value) => ({ value, label: t('misses.daysOption', { count: Number(value) }) }))}
            onPick={(value) =>
              void navigate({ to: '/o/search-misses', search: { days: value === '30' ? undefined : value }, replace: true })
            }
          />
        }
      />
      <QueryView query={query} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('misses.empty')} />
            ) : (
              <DataTable
                caption={t('misses.title')}
                columns={columns}
                rows={items}
                rowKey={(row) => `${row.query}|${JSON.stringify(row.conditions)}`}
              />
            )}
            <LoadMore {...more} />
          </div>
        )}
      </QueryView>
    </>
  )
}
