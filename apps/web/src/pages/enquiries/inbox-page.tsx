import type { InboxEnquiry } from '@jiju/orders/contract/enquiries'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { enquiryKey, inboxCountsOptions, listInbox } from '../../features/order-enquiries/calls.ts'
import { ShareText } from '../../features/order-enquiries/share-text.tsx'
import { AskedStateTag } from '../../features/order-enquiries/state-tags.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Figures } from '../../ui/figures.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Remaining } from '../../ui/remaining.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { Tag } from '../../ui/tag.tsx'

const SHOWN = ['waiting', 'quoted', 'ended'] as const
const REFETCH_MS = 60_000

/** Enquiries that an institution was asked: those that wait by the time that is left. */
export function EnquiryInboxPage() {
  const { t } = useTranslation('order-enquiries')
  const format = useFormat()
  const search = useSearch({ from: '/work/p/enquiries' })
  const show = oneOf(search.show, SHOWN) ?? 'waiting'
  const counts = useQuery(inboxCountsOptions).data
  const { query, items, more } = usePages<InboxEnquiry>({
    queryKey: [...enquiryKey, 'inbox', show],
    load: (cursor, signal) => listInbox(show, cursor, signal),
    refetchMs: REFETCH_MS,
  })
  const columns: Column<InboxEnquiry>[] = [
    {
      key: 'title',
      title: t('column.enquiry'),
      cell: (row) => (
        <>
          <Link to="/p/enquiries/$id" params={{ id: row.id }}>
            {row.title}
          </Link>
          {row.unread > 0 && (
            <>
              {' '}
              <Tag kind="warn">{t('unread', { count: row.unread })}</Tag>
            </>
          )}
          <div className="s t3" style={{ fontWeight: 400 }}>
            {row.number} · {row.organisationName ?? t('hiddenClient')}
          </div>
        </>
      ),
    },
    { key: 'items', title: t('column.items'), isWideOnly: true, cell: (row) => format.list(row.itemNames) },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => (
        <>
          <AskedStateTag state={row.asked} isLate={row.isLate} />
          {row.award === 'first' && <div className="s t3">{t('award.first')}</div>}
        </>
      ),
    },
    {
      key: 'left',
      title: t(show === 'waiting' ? 'column.left' : 'column.answer'),
      cell: (row) =>
        show === 'waiting' ? (
          <>
            <Remaining until={row.answerUntil} />
            <div className="s t3">{t('until', { until: format.instant(row.answerUntil) })}</div>
          </>
        ) : row.answeredAt ? (
          format.instant(row.answeredAt)
        ) : (
          '—'
        ),
    },
    { key: 'deadline', title: t('field.deadline'), isWideOnly: true, cell: (row) => (row.deadlineDay ? format.day(row.deadlineDay) : '—') },
    {
      key: 'total',
      title: t(show === 'waiting' ? 'column.offered' : 'column.ownTotal'),
      look: 'num',
      cell: (row) => format.money(row.ownTotal ?? row.offered),
    },
    {
      key: 'act',
      title: '',
      look: 'action',
      cell: (row) => (
        <ButtonLink size="sm" to="/p/enquiries/$id" params={{ id: row.id }}>
          {t(show === 'waiting' ? (row.award === 'first' ? 'take.short' : 'quote.short') : 'see')}
        </ButtonLink>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('inbox.title')} />
      <div className="stack">
        {counts && (
          <Figures
            items={[
              { key: 'waiting', label: t('inbox.waiting'), value: format.number(counts.waiting) },
              {
                key: 'late',
                label: t('inbox.late'),
                value: format.number(counts.late),
                note: counts.nextAnswerUntil ? t('inbox.next', { until: format.instant(counts.nextAnswerUntil) }) : undefined,
              },
              {
                key: 'answers',
                label: t('facts.answers'),
                value: counts.facts ? <ShareText share={counts.facts.answers} /> : '—',
                note: t('facts.window'),
              },
              {
                key: 'hours',
                label: t('facts.median'),
                value: format.number(counts.facts?.medianAnswerHours, 1),
                unit: t('facts.hours'),
              },
            ]}
          />
        )}
        <div>
          <TabLinks
            label={t('column.state')}
            value={show}
            tabs={SHOWN.map((value) => ({
              value,
              label: t(`inbox.show.${value}`),
              ...(value === 'waiting' ? { count: counts?.waiting } : {}),
            }))}
            linkOf={(value) => ({ to: '/p/enquiries', search: { show: value === 'waiting' ? undefined : value } })}
          />
          <QueryView query={query} skeleton={<Bones rows={5} />} isPage>
            {() => (
              <div className="panel">
                {items.length === 0 ? (
                  <Empty title={t(`inbox.empty.${show}`)} />
                ) : (
                  <>
                    <DataTable caption={t('inbox.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
                    <LoadMore {...more} />
                  </>
                )}
              </div>
            )}
          </QueryView>
        </div>
      </div>
    </>
  )
}
