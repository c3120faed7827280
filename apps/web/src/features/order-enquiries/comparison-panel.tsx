import type { Enquiry } from '@jiju/orders/contract/enquiries'
import type { QuoteComparison } from '@jiju/orders/contract/quotes'
import type { Compared } from '@jiju/orders/core/quotes/compare'
import { useQueries, useQuery } from '@tanstack/react-query'
import { type CSSProperties, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AcceptDialog } from './accept-dialog.tsx'
import { comparisonOptions, voucherOptions } from './calls.ts'
import styles from './comparison.module.css'
import { lastDayOf } from './last-day.ts'
import { ShareText } from './share-text.tsx'

type Column = QuoteComparison['columns'][number]
type Row = { key: string; label: string; cells: readonly ReactNode[]; best: readonly number[]; isDifferent: boolean }

/** Quotes side by side: what differs stands out, the best of a row is marked, and one of them is accepted. */
export function ComparisonPanel({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useTranslation('order-enquiries')
  const query = useQuery(comparisonOptions(enquiry.id))
  return (
    <Panel title={t('compare.title')} note={t('compare.note')} isFlush>
      <QueryView query={query}>
        {(comparison) =>
          comparison.columns.length === 0 ? (
            <Empty title={t('compare.empty')} />
          ) : (
            <ComparisonTable enquiry={enquiry} comparison={comparison} />
          )
        }
      </QueryView>
    </Panel>
  )
}

function ComparisonTable({ enquiry, comparison }: { enquiry: Enquiry; comparison: QuoteComparison }) {
  const { t } = useTranslation(['order-enquiries', 'common'])
  const [chosen, setChosen] = useState<Column | null>(null)
  const mayAccept = useAccess('orders.quote.accept') && enquiry.acts.includes('accept')
  const mayPreview = useAccess('orders.voucher.preview')
  const { columns } = comparison
  const vouchers = useQueries({ queries: columns.map(({ quote }) => voucherOptions(quote, enquiry.purpose, mayPreview)) })
  const rows = useRows(
    enquiry,
    comparison,
    vouchers.map(({ data }) => data ?? null),
  )
  const voucherOf = (column: Column) => vouchers[columns.indexOf(column)]?.data ?? null
  return (
    <>
      <ScrollRegion className={`${styles.wrap}`} label={t('compare.title')}>
        <table className={styles.table} style={{ '--items': columns.length } as CSSProperties}>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{t('compare.fact')}</span>
              </th>
              {columns.map(({ quote }) => (
                <th key={quote.id} scope="col">
                  <div className="h3">{quote.providerName}</div>
                  <div className="s t3">{t('compare.revision', { number: quote.number, revision: quote.revision })}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {columns.map(({ quote }, index) => (
                  <td key={quote.id} className={row.isDifferent ? styles.different : undefined}>
                    {row.cells[index]}
                    {row.best.includes(index) && (
                      <span className={styles.best}>
                        <Tag kind="ok">{t(`compare.best.${row.key as Compared}`, { defaultValue: t('compare.lowest') })}</Tag>
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {mayAccept && (
              <tr>
                <td />
                {columns.map((column) => (
                  <td key={column.quote.id}>
                    <Button kind="primary" onClick={() => setChosen(column)}>
                      {t('accept.button')}
                      <span className="sr-only"> {column.quote.providerName}</span>
                    </Button>
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </ScrollRegion>
      {chosen && (
        <AcceptDialog
          enquiry={enquiry}
          quote={chosen.quote}
          voucher={voucherOf(chosen)}
          others={columns.length - 1}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  )
}

function useRows(enquiry: Enquiry, { columns, items, extras, marks }: QuoteComparison, vouchers: readonly (Voucher | null)[]): Row[] {
  const { t } = useTranslation(['order-enquiries', 'common'])
  const format = useFormat()
  const bestOf = (row: Compared) => marks.find((mark) => mark.row === row)?.best ?? []
  const isMarked = (row: Compared) => marks.some((mark) => mark.row === row)
  const row = (key: Compared, cells: readonly ReactNode[]): Row => ({
    key,
    label: t(`compare.row.${key}`),
    cells,
    best: bestOf(key),
    isDifferent: isMarked(key),
  })
  const paid = columns.map(({ quote }, index) => vouchers[index]?.clientPays ?? quote.total)
  const least = Math.min(...paid.map(Number))
  const hasVoucher = vouchers.some((voucher) => voucher !== null)
  return [
    row(
      'total',
      columns.map(({ quote }) => <strong key={quote.id}>{format.price(quote.total)}</strong>),
    ),
    ...(hasVoucher
      ? [
          {
            key: 'after_voucher',
            label: t('compare.afterVoucher'),
            cells: columns.map(({ quote }, index) => {
              const voucher = vouchers[index]
              return voucher ? (
                <span key={quote.id}>
                  <strong>{format.price(voucher.clientPays)}</strong>
                  <span className="s t3">
                    {' '}
                    {t('compare.voucherPays', { amount: format.money(voucher.amount) })}
                    {voucher.isToConfirm && t('compare.toConfirm')}
                  </span>
                </span>
              ) : (
                t('compare.noVoucher')
              )
            }),
            best: new Set(paid).size > 1 ? paid.flatMap((yuan, index) => (Number(yuan) === least ? [index] : [])) : [],
            isDifferent: new Set(paid).size > 1,
          },
        ]
      : []),
    row(
      'report_day',
      columns.map(({ quote, isAfterDeadline }) => (
        <span key={quote.id}>
          {format.day(quote.reportDay)}
          <span className="s t3"> {t('compare.days', { count: quote.turnaroundDays })}</span>
          {isAfterDeadline && <div className="s bad">{t('compare.afterDeadline', { day: format.day(enquiry.deadlineDay ?? '') })}</div>}
        </span>
      )),
    ),
    row(
      'accreditation',
      columns.map(
        ({ accreditations }) => accreditations.map((scheme) => t(`common:scheme.${scheme as 'cma'}`)).join(' · ') || t('compare.none'),
      ),
    ),
    row(
      'punctuality',
      columns.map(({ quote, deliveries }) => <ShareText key={quote.id} share={deliveries} />),
    ),
    row(
      'validity',
      columns.map(({ quote }) => t('until', { until: format.day(lastDayOf(quote.validUntil)) })),
    ),
    ...items.map(
      (item): Row => ({
        key: item.enquiryItemId,
        label: item.name,
        cells: item.amounts.map((amount) => (amount === null ? t('compare.notQuoted') : format.money(amount))),
        best: item.best,
        isDifferent: new Set(item.amounts).size > 1,
      }),
    ),
    ...(extras.some((amount) => Number(amount) !== 0)
      ? [
          {
            key: 'extras',
            label: t('compare.extras'),
            cells: extras.map((amount) => (Number(amount) === 0 ? '—' : format.money(amount))),
            best: [],
            isDifferent: new Set(extras).size > 1,
          },
        ]
      : []),
    {
      key: 'words',
      label: t('compare.words'),
      cells: columns.map(({ quote }) => quote.words || '—'),
      best: [],
      isDifferent: false,
    },
  ]
}

type Voucher = { clientPays: string; amount: string; isToConfirm: boolean }
