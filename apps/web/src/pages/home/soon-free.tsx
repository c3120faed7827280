import type { SearchAnswer } from '@jiju/catalog/contract/search'
import { addDays } from '@jiju/kernel/local-date'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { makerAndModel, nameOf } from '../../features/catalog/names.ts'
import { dayNow, zonedParts } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones } from '../../ui/states.tsx'
import styles from './home-page.module.css'

const SHOWN = 5

/** What can be used soonest, by the calendars. */
export function SoonFree({ query, minutes }: { query: UseQueryResult<SearchAnswer, Error>; minutes: number }) {
  const { t } = useTranslation(['home', 'common'])
  const format = useFormat()
  const tomorrow = addDays(dayNow(), 1)
  return (
    <section className={`panel ${styles.soon}`} aria-labelledby="soon-free">
      <div className="panel-head">
        <h2 className="h3" id="soon-free">
          {t('soon.title')}
        </h2>
        {query.data && <span className="s t3">{t('soon.updated', { time: format.time(new Date(query.dataUpdatedAt)) })}</span>}
      </div>
      <QueryView query={query} skeleton={<Bones rows={SHOWN} />}>
        {(answer) => {
          const items = answer.items.filter((item) => item.firstFree !== null).slice(0, SHOWN)
          if (items.length === 0) return <p className="panel-body t2">{t('soon.empty')}</p>
          return (
            <ul>
              {items.map((item) => {
                const start = item.firstFree?.start ?? ''
                const price = item.price ?? item.listPrice
                const priceText = price
                  ? t('soon.per', { price: format.shortPrice(price.amount), unit: t(`common:priceUnit.${price.unit}`) })
                  : format.shortPrice(null)
                return (
                  <li key={item.id}>
                    <Link to="/resources/$id" params={{ id: item.id }} className={styles.soonItem}>
                      <span className="f1">
                        <span className="ell">{nameOf(item)}</span>
                        <span className="s t3 ell">{makerAndModel(item) || item.provider.name}</span>
                      </span>
                      <span className="r nw">
                        <span className={zonedParts(start).day <= tomorrow ? 'b ok' : 'b'}>{format.instant(start)}</span>
                        <span className="s t3">{t('soon.price', { length: format.hours(minutes), price: priceText })}</span>
                      </span>
                    </Link>
                  </li>
                )
              })}
            </ul>
          )
        }}
      </QueryView>
    </section>
  )
}
