import type { Enquiry } from '@jiju/orders/contract/enquiries'
import type { Answers } from '@jiju/orders/core/forms/field'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ItemAnswers } from '../../ui/service-form/item-answers.tsx'

type Item = Enquiry['items'][number]

/** What is asked for: items, in whose words, until when, how confidential. */
export function NeedPanel({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useTranslation('order-enquiries')
  const format = useFormat()
  const columns: Column<Item>[] = [
    {
      key: 'name',
      title: t('item.name'),
      cell: (item) =>
        item.serviceId ? (
          <Link to="/resources/$id" params={{ id: item.serviceId }}>
            {item.name}
          </Link>
        ) : (
          item.name
        ),
    },
    { key: 'method', title: t('item.method'), cell: (item) => item.method || '—' },
    { key: 'quantity', title: t('item.quantity'), look: 'num', cell: (item) => format.number(item.quantity) },
    { key: 'samples', title: t('item.samples'), look: 'num', cell: (item) => format.number(item.sampleCount) },
  ]
  const facts: [string, string][] = [
    [t('field.purpose'), t(`purpose.${enquiry.purpose}`)],
    [t('field.confidentiality'), t(`confidentiality.${enquiry.confidentiality}`)],
    [t('field.deadline'), enquiry.deadlineDay ? format.day(enquiry.deadlineDay) : t('noDeadline')],
    ...(enquiry.offered ? ([[t('field.offered'), format.price(enquiry.offered)]] as [string, string][]) : []),
    [t('field.asker'), enquiry.organisationName ? `${enquiry.organisationName} · ${enquiry.personName}` : t('hiddenClient')],
  ]
  return (
    <Panel title={t('need')} isFlush>
      <DataTable caption={t('need')} columns={columns} rows={enquiry.items} rowKey={(item) => item.id} />
      <div className="panel-body stack">
        {enquiry.words && <p className="pre">{enquiry.words}</p>}
        {enquiry.items.map(
          (item) =>
            item.serviceId &&
            item.formVersion !== null && (
              <details key={item.id} open>
                <summary className="m">{t('answers', { name: item.name })}</summary>
                <ItemAnswers serviceId={item.serviceId} version={item.formVersion} answers={item.form as Answers} />
              </details>
            ),
        )}
        <dl className="kv">
          {facts.map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Panel>
  )
}
