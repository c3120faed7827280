import type { OverdueEnquiry } from '@jiju/orders/contract/enquiries'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { enquiryKey, listOverdue, remindProvider } from '../../features/order-enquiries/calls.ts'
import { ShareText } from '../../features/order-enquiries/share-text.tsx'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'

/** Answers of providers that are overdue, the oldest first, for the operator to ask after. */
export function OverdueEnquiriesPage() {
  const { t } = useTranslation('order-enquiries')
  const format = useFormat()
  const client = useQueryClient()
  const mayRemind = useAccess('orders.overdue_enquiry.remind')
  const { query, items, more } = usePages<OverdueEnquiry>({
    queryKey: [...enquiryKey, 'overdue'],
    load: (cursor, signal) => listOverdue(cursor, signal),
  })
  const remind = useCommand({
    run: remindProvider,
    onDone: () => {
      toast(t('overdue.reminded'))
      void client.invalidateQueries({ queryKey: [...enquiryKey, 'overdue'] })
    },
  })
  const columns: Column<OverdueEnquiry>[] = [
    {
      key: 'provider',
      title: t('column.provider'),
      cell: (row) => (
        <>
          <Link to="/providers/$id" params={{ id: row.providerId }}>
            {row.providerName}
          </Link>
          <div className="s t3" style={{ fontWeight: 400 }}>
            {row.title} · {row.number}
          </div>
        </>
      ),
    },
    { key: 'client', title: t('field.asker'), cell: (row) => row.organisationName },
    { key: 'until', title: t('overdue.limit'), cell: (row) => <span className="bad">{format.instant(row.answerUntil)}</span> },
    { key: 'others', title: t('overdue.others'), look: 'num', cell: (row) => format.number(row.otherAnswers) },
    { key: 'facts', title: t('facts.answers'), cell: (row) => <ShareText share={row.facts.answers} /> },
    {
      key: 'act',
      title: '',
      look: 'action',
      cell: (row) => (
        <>
          {row.operatorRemindedAt && <div className="s t3">{t('overdue.remindedAt', { at: format.instant(row.operatorRemindedAt) })}</div>}
          {mayRemind && (
            <Button size="sm" isBusy={remind.isPending} onClick={() => remind.mutate({ id: row.enquiryId, providerId: row.providerId })}>
              {t('overdue.remind')}
              <span className="sr-only"> {row.providerName}</span>
            </Button>
          )}
        </>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('overdue.title')} line={t('overdue.lead')} />
      <ProblemSummary error={remind.error} />
      <QueryView query={query} skeleton={<Bones rows={5} />} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('overdue.empty')} />
            ) : (
              <>
                <DataTable
                  caption={t('overdue.title')}
                  columns={columns}
                  rows={items}
                  rowKey={(row) => `${row.enquiryId}-${row.providerId}`}
                />
                <LoadMore {...more} />
              </>
            )}
          </div>
        )}
      </QueryView>
    </>
  )
}
