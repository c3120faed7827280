import type { PriceSummary } from '@jiju/booking/contract/tariffs'
import type { CustomerClass } from '@jiju/booking/core/vocabulary'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listPriceSummaries } from '../../features/prices/calls.ts'
import type { RateUnit } from '../../features/prices/rate-rows.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

/** What each bookable resource costs today, and which have price rules. */
export function PricesPage() {
  const { t, i18n } = useTranslation('prices')
  const { t: common } = useTranslation('common')
  const format = useFormat()
  const { query, items, more } = usePages<PriceSummary>({ queryKey: ['price-lists'], load: listPriceSummaries })
  const priceOf = (row: PriceSummary, customerClass: CustomerClass) => {
    const found = row.prices.find((price) => price.customerClass === customerClass && ['hour', 'day', 'run'].includes(price.unit))
    return found ? `${format.money(found.price)} / ${common(`priceUnit.${found.unit as RateUnit}`)}` : '—'
  }
  const columns: Column<PriceSummary>[] = [
    {
      key: 'name',
      title: t('list.resource'),
      cell: (row) => (
        <>
          <Link to="/p/prices/$id" params={{ id: row.resourceId }}>
            {(i18n.language === 'en' ? row.nameEn : null) ?? row.name}
          </Link>
          {row.model && (
            <div className="s t3" style={{ fontWeight: 400 }}>
              {row.model}
            </div>
          )}
        </>
      ),
    },
    ...(['enterprise', 'academic', 'inside'] as const).map(
      (each): Column<PriceSummary> => ({
        key: each,
        title: t('list.classPrice', { class: common(`customerClass.${each}`) }),
        look: 'num',
        isWideOnly: each !== 'enterprise',
        cell: (row) => priceOf(row, each),
      }),
    ),
    {
      key: 'rules',
      title: t('list.rules'),
      cell: (row) => (
        <span className="row g8 wrap">
          {row.inForceFrom ? (
            <Tag kind="ok">{t('list.since', { day: row.inForceFrom })}</Tag>
          ) : (
            <span className="t3">{t('list.none')}</span>
          )}
          {row.nextFrom && <Tag kind="accent">{t('list.next', { day: row.nextFrom })}</Tag>}
          {row.drafts > 0 && <Tag kind="warn">{t('list.drafts', { count: row.drafts })}</Tag>}
        </span>
      ),
    },
    {
      key: 'next',
      title: t('list.action'),
      look: 'action',
      cell: (row) => (
        <ButtonLink size="sm" to="/p/prices/$id" params={{ id: row.resourceId }}>
          {t('list.open')}
        </ButtonLink>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('title')} line={t('line')} />
      <QueryView query={query} skeleton={<Bones rows={8} />} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('list.empty')} />
            ) : (
              <DataTable caption={t('title')} columns={columns} rows={items} rowKey={(row) => row.resourceId} />
            )}
            <LoadMore {...more} />
          </div>
        )}
      </QueryView>
    </>
  )
}
