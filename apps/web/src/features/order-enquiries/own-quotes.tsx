import type { Quote } from '@jiju/orders/contract/quotes'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { lastDayOf } from './last-day.ts'
import { QuoteStateTag } from './state-tags.tsx'

type Line = Quote['lines'][number]

/** What one revision of a quote asks for, line by line. */
export function QuotePanel({ quote, title }: { quote: Quote; title: string }) {
  const { t } = useTranslation(['order-enquiries', 'common'])
  const format = useFormat()
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: t('line.name'),
      cell: (line) => (
        <>
          {line.name}
          <div className="s t3" style={{ fontWeight: 400 }}>
            {[t(`lineKind.${line.kind}`), line.method].filter(Boolean).join(' · ')}
          </div>
        </>
      ),
    },
    {
      key: 'quantity',
      title: t('line.quantity'),
      look: 'num',
      cell: (line) => `${format.number(line.quantity)} ${t(`common:priceUnit.${line.unit as 'item'}`, { defaultValue: line.unit })}`,
    },
    { key: 'unitPrice', title: t('line.unitPrice'), look: 'num', cell: (line) => format.money(line.unitPrice) },
    { key: 'amount', title: t('line.amount'), look: 'num', cell: (line) => format.money(line.amount) },
  ]
  return (
    <Panel
      title={title}
      note={`${quote.number} · ${t('quote.revision', { revision: quote.revision })}`}
      extra={<QuoteStateTag state={quote.state} />}
      isFlush
    >
      <DataTable caption={title} columns={columns} rows={quote.lines} rowKey={(line) => String(line.position)} />
      <div className="panel-body stack">
        <div className="row sb wrap g8">
          <span className="t2">
            {t('quote.summary', { days: quote.turnaroundDays, until: format.day(lastDayOf(quote.validUntil)), name: quote.offeredByName })}
          </span>
          <strong>{format.price(quote.total)}</strong>
        </div>
        {quote.words && <p className="pre m">{quote.words}</p>}
      </div>
    </Panel>
  )
}

/** Earlier revisions, folded away. */
export function EarlierQuotes({ quotes }: { quotes: readonly Quote[] }) {
  const { t } = useTranslation('order-enquiries')
  const format = useFormat()
  if (quotes.length === 0) return null
  return (
    <details className="panel fold">
      <summary className="panel-head">
        <h2 className="h2">{t('quote.earlier', { count: quotes.length })}</h2>
      </summary>
      <ul className="panel-body plain stack">
        {quotes.map((quote) => (
          <li key={quote.id} className="row sb wrap g8">
            <span>
              {t('quote.revision', { revision: quote.revision })} · {format.instant(quote.offeredAt)} <QuoteStateTag state={quote.state} />
            </span>
            <span className="num">{format.money(quote.total)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
