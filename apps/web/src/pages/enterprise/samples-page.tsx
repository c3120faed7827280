import type { SampleSubmission } from '@jiju/booking/contract/samples'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listSamples } from '../../features/samples/calls.ts'
import { SampleStateTag } from '../../features/samples/sample-state.tsx'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { oneOf } from '../../lib/search-params.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Segmented } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const SHOWN = ['open', 'ended'] as const
const SCOPES = ['mine', 'organisation'] as const

/** Samples that were sent: where they stand in the queue and when they are done. */
export function SamplesPage() {
  const { t } = useTranslation('samples')
  const format = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/e/samples/queue' })
  const show = oneOf(search.show, SHOWN) ?? 'open'
  const scope = oneOf(search.scope, SCOPES) ?? 'mine'
  const { query, items, more } = usePages<SampleSubmission>({
    queryKey: ['samples', 'list', show, scope],
    load: (cursor, signal) => listSamples({ show, scope, limit: 50 }, cursor, signal),
  })
  const columns: Column<SampleSubmission>[] = [
    {
      key: 'resource',
      title: t('column.resource'),
      cell: (row) => (
        <>
          <Link to="/e/samples/$id" params={{ id: row.id }}>
            {resourceNameOf(row)}
          </Link>
          <div className="s t3" style={{ fontWeight: 400 }}>
            {row.providerName} · {row.number}
          </div>
        </>
      ),
    },
    {
      key: 'samples',
      title: t('column.samples'),
      cell: (row) => (
        <>
          {t('count', { count: row.samples })}
          <div className="s t3">{row.sampleKind}</div>
        </>
      ),
    },
    { key: 'promised', title: t('column.promised'), cell: (row) => format.day(row.promisedDay, row.zone) },
    { key: 'state', title: t('column.state'), cell: (row) => <SampleStateTag submission={row} /> },
    ...(show === 'open'
      ? [
          {
            key: 'ahead',
            title: t('column.ahead'),
            look: 'num' as const,
            cell: (row: SampleSubmission) => t('count', { count: row.samplesAhead }),
          },
        ]
      : []),
    { key: 'total', title: t('column.total'), look: 'num', cell: (row) => format.money(row.total) },
  ]
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <Segmented
            label={t('scopeLabel')}
            value={scope}
            options={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
            onPick={(value) =>
              void navigate({ to: '/e/samples/queue', search: { ...search, scope: value === 'mine' ? undefined : value }, replace: true })
            }
          />
        }
      />
      <TabLinks
        label={t('showLabel')}
        value={show}
        tabs={SHOWN.map((value) => ({ value, label: t(`show.${value}`) }))}
        linkOf={(value) => ({ to: '/e/samples/queue', search: { ...search, show: value === 'open' ? undefined : value } })}
      />
      <QueryView query={query} skeleton={<Bones rows={5} />} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty
                title={t(show === 'open' ? 'emptyOpen' : 'emptyAll')}
                action={<ButtonLink to="/search">{t('emptyAction')}</ButtonLink>}
              />
            ) : (
              <>
                <DataTable caption={t('title')} columns={columns} rows={items} rowKey={(row) => row.id} />
                <LoadMore {...more} />
              </>
            )}
          </div>
        )}
      </QueryView>
    </>
  )
}
