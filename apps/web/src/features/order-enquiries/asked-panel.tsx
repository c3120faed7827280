import type { Enquiry } from '@jiju/orders/contract/enquiries'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AskedStateTag } from './state-tags.tsx'

type Asked = Enquiry['asked'][number]

/** Who was asked, who has answered, and the way to the thread with each. */
export function AskedPanel({ enquiry, onThread }: { enquiry: Enquiry; onThread: (providerId: string) => void }) {
  const { t } = useTranslation('order-enquiries')
  const format = useFormat()
  const quoteOf = (row: Asked) =>
    enquiry.quotes.find(({ providerId, state }) => providerId === row.providerId && (state === 'offered' || state === 'accepted'))
  const columns: Column<Asked>[] = [
    {
      key: 'provider',
      title: t('column.provider'),
      cell: (row) => (
        <Link to="/providers/$id" params={{ id: row.providerId }}>
          {row.providerName}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => (
        <>
          <AskedStateTag state={row.state} isLate={row.isLate} />
          {row.declineReason && <div className="s t3">{format.said(t(`reason.${row.declineReason}`), row.declineWords)}</div>}
        </>
      ),
    },
    {
      key: 'until',
      title: t('column.answer'),
      cell: (row) =>
        row.answeredAt ? (
          <>
            {format.instant(row.answeredAt)}
            {row.isLate && <div className="s warn">{t('answeredLate')}</div>}
          </>
        ) : row.state === 'asked' ? (
          <>
            {t('until', { until: format.instant(row.answerUntil) })}
            {row.isEscalated && <div className="s t3">{t('escalated')}</div>}
          </>
        ) : (
          '—'
        ),
    },
    { key: 'total', title: t('column.total'), look: 'num', cell: (row) => format.money(quoteOf(row)?.total) },
    {
      key: 'thread',
      title: t('column.thread'),
      look: 'action',
      cell: (row) => (
        <Button size="sm" onClick={() => onThread(row.providerId)}>
          {t('openThread')}
          {row.unread > 0 && <Tag kind="warn">{row.unread}</Tag>}
        </Button>
      ),
    },
  ]
  return (
    <Panel title={t('askedTitle')} note={t('askedNote', { count: enquiry.asked.length })} isFlush>
      <DataTable caption={t('askedTitle')} columns={columns} rows={enquiry.asked} rowKey={(row) => row.providerId} />
    </Panel>
  )
}
