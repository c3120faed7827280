import type { ReportSummary } from '@jiju/orders/contract/reports'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listReports, reportCountsOptions } from '../../features/order-reports/calls.ts'
import { ReportStateTag } from '../../features/order-reports/state-tag.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['open', 'draft', 'prepared', 'checked', 'approved', 'issued'] as const

/** Reports of the own provider: drafts, to check, to approve, to issue, issued. */
export function ReportsPage() {
  const { t } = useTranslation('order-reports')
  const format = useFormat()
  const search = useSearch({ strict: false }) as { state?: string }
  const tab = oneOf(search.state, TABS) ?? 'open'
  const counts = useQuery(reportCountsOptions).data
  const maySet = useAccess('orders.report.settings')
  const { query, items, more } = usePages<ReportSummary>({
    queryKey: ['reports', 'list', tab],
    load: (cursor, signal) => listReports({ state: tab }, cursor, signal),
  })
  const columns: Column<ReportSummary>[] = [
    {
      key: 'report',
      title: t('list.report'),
      cell: (row) => (
        <>
          <Link to="/p/reports/$id" params={{ id: row.id }}>
            {row.number ?? row.orderTitle}
          </Link>
          <div className="s t3" style={{ fontWeight: 400 }}>
            {row.number ? `${row.orderTitle} · ` : ''}
            {row.orderNumber}
            {row.kind === 'part' && ` · ${t('kind.part')}`}
            {row.edition > 1 && ` · ${t('list.edition', { edition: row.edition })}`}
          </div>
        </>
      ),
    },
    { key: 'state', title: t('list.state'), cell: (row) => <ReportStateTag state={row.state} /> },
    { key: 'client', title: t('list.client'), cell: (row) => row.organisationName },
    { key: 'prepared', title: t('sign.prepared'), isWideOnly: true, cell: (row) => row.prepared?.personName ?? '—' },
    { key: 'checked', title: t('sign.checked'), isWideOnly: true, cell: (row) => row.checked?.personName ?? '—' },
    { key: 'approved', title: t('sign.approved'), isWideOnly: true, cell: (row) => row.approved?.personName ?? '—' },
    { key: 'at', title: t('list.at'), cell: (row) => format.instant(row.issuedAt ?? row.createdAt) },
  ]
  return (
    <>
      <PageHead title={t('list.title')} actions={maySet && <ButtonLink to="/p/report-settings">{t('list.settings')}</ButtonLink>} />
      <TabLinks
        label={t('list.stateLabel')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`tab.${value}`), count: value === 'open' ? undefined : counts?.[value] }))}
        linkOf={(value) => ({ to: '/p/reports', search: { state: value } })}
      />
      <QueryView query={query} skeleton={<Bones rows={6} />} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('list.empty')}>{t('list.emptyHint')}</Empty>
            ) : (
              <>
                <DataTable caption={t('list.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
                <LoadMore {...more} />
              </>
            )}
          </div>
        )}
      </QueryView>
    </>
  )
}
