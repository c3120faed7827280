import type { EnquirySummary } from '@jiju/orders/contract/enquiries'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { enquiryKey, listEnquiries } from '../../features/order-enquiries/calls.ts'
import { EnquiryStateTag } from '../../features/order-enquiries/state-tags.tsx'
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
import { Tag } from '../../ui/tag.tsx'

const TABS = ['open', 'awarded', 'ended'] as const

/** Enquiries of the own enterprise: who has answered, and the lowest price so far. */
export function EnquiriesPage() {
  const { t } = useTranslation('order-enquiries')
  const format = useFormat()
  const search = useSearch({ from: '/work/e/enquiries' })
  const mayAsk = useAccess('orders.enquiry.place')
  const tab = oneOf(search.state, TABS) ?? 'open'
  const { query, items, more } = usePages<EnquirySummary>({
    queryKey: [...enquiryKey, 'list', tab],
    load: (cursor, signal) => listEnquiries(tab, cursor, signal),
  })
  const columns: Column<EnquirySummary>[] = [
    {
      key: 'title',
      title: t('column.enquiry'),
      cell: (row) => (
        <>
          <Link to="/e/enquiries/$id" params={{ id: row.id }}>
            {row.title}
          </Link>
          {row.unread > 0 && (
            <>
              {' '}
              <Tag kind="warn">{t('unread', { count: row.unread })}</Tag>
            </>
          )}
          <div className="s t3" style={{ fontWeight: 400 }}>
            {row.number} · {row.personName}
          </div>
        </>
      ),
    },
    { key: 'state', title: t('column.state'), cell: (row) => <EnquiryStateTag state={row.state} /> },
    {
      key: 'answers',
      title: t('column.answers'),
      cell: (row) => (
        <>
          {t('quoted', { quoted: row.quotedCount, asked: row.askedCount })}
          {row.declinedCount > 0 && <div className="s t3">{t('declinedCount', { count: row.declinedCount })}</div>}
        </>
      ),
    },
    { key: 'until', title: t('column.openUntil'), cell: (row) => format.instant(row.openUntil) },
    { key: 'deadline', title: t('field.deadline'), isWideOnly: true, cell: (row) => (row.deadlineDay ? format.day(row.deadlineDay) : '—') },
    { key: 'lowest', title: t('column.lowest'), look: 'num', cell: (row) => format.money(row.offered ?? row.lowestTotal) },
  ]
  const ask = mayAsk && (
    <ButtonLink to="/e/enquiries/new" kind="primary">
      {t('ask')}
    </ButtonLink>
  )
  return (
    <>
      <PageHead title={t('title')} actions={ask} />
      <TabLinks
        label={t('column.state')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        linkOf={(value) => ({ to: '/e/enquiries', search: { state: value === 'open' ? undefined : value } })}
      />
      <QueryView query={query} skeleton={<Bones rows={5} />} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t(tab === 'open' ? 'emptyOpen' : 'emptyEnded')} action={tab === 'open' && ask} />
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
