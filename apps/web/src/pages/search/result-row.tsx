import type { SearchItem } from '@jiju/catalog/contract/search'
import { addDays } from '@jiju/kernel/local-date'
import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Availability } from '../../features/catalog/availability.ts'
import { MAX_COMPARED, toggleCompared, useCompareBasket } from '../../features/catalog/compare-basket.ts'
import { Highlighted } from '../../features/catalog/highlighted.tsx'
import { makerAndModel, nameOf, providerName } from '../../features/catalog/names.ts'
import { dayNow, zonedParts } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { announce } from '../../ui/announce.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Check } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './search-page.module.css'

const MAX_STANDARDS = 3

/** One result: what it is and where, when it is free, when a report comes, what the reader pays, and the next step. */
export function ResultRow({
  item,
  minutes,
  availability,
  isFirst,
  rowRef,
}: {
  item: SearchItem
  minutes: number
  availability: Availability | undefined
  isFirst: boolean
  rowRef: (element: HTMLElement | null) => void
}) {
  const { t } = useTranslation(['search', 'common'])
  const format = useFormat()
  const name = nameOf(item)
  const isBookable = item.confirmation !== null
  const free = item.firstFree ?? availability?.firstFree ?? null
  const price = item.price ?? item.listPrice
  const priceText = format.shortPrice(price?.amount)

  return (
    <article className={styles.result} ref={rowRef} aria-label={name}>
      <div className={styles.who}>
        <div className="row g8">
          <Tag kind={item.kind === 'instrument' ? 'plain' : 'accent'}>{t(`common:kind.${item.kind}`)}</Tag>
          <Link to="/resources/$id" params={{ id: item.id }} className={`ell ${styles.name}`}>
            <Name item={item} />
          </Link>
        </div>
        <Subline item={item} />
        <div className="row g6 m" style={{ marginTop: 3 }}>
          <span className="ell">
            {currentLanguage() === 'en' ? (
              providerName(item.provider)
            ) : (
              <Highlighted text={item.provider.name} ranges={item.highlights.provider} />
            )}
          </span>
          {item.distanceKm !== null && (
            <span className="t3 nw row g4">
              <Icon name="place" size={14} /> {format.number(item.distanceKm, 1)} km
            </span>
          )}
        </div>
        <div className={styles.facts}>
          {item.accreditations.map((scheme) => (
            <Tag key={scheme} kind="line">
              {t(`common:scheme.${scheme}`)}
            </Tag>
          ))}
          {item.standards.slice(0, MAX_STANDARDS).map((standard, index) => (
            <span key={standard.number} className={standard.isReplaced ? 'warn' : undefined}>
              {standard.isReplaced ? (
                t('row.replacedStandard', { number: standard.number })
              ) : (
                <Highlighted text={standard.number} ranges={item.highlights.standards[index]} />
              )}
            </span>
          ))}
          {item.standards.length === 0 &&
            item.methods.slice(0, 2).map((method, index) => (
              <span key={method}>
                <Highlighted text={method} ranges={item.highlights.methods[index]} />
              </span>
            ))}
        </div>
      </div>
      <div className={styles.cardCell}>
        <span className={styles.cardLabel}>{t('row.earliest')}</span>
        {free ? (
          <Earliest start={free.start} />
        ) : (
          <div className={isBookable ? 't2' : 'b'}>{isBookable ? (availability ? t('row.noneSoon') : '—') : t('row.bySample')}</div>
        )}
        <div className="s t3">
          {isBookable
            ? `${format.hours(minutes)} · ${t(item.confirmation === 'approval' ? 'row.approval' : 'row.instant')}`
            : item.turnaroundDays === null
              ? t('row.noTime')
              : t('row.sampleHint')}
        </div>
        {availability && availability.days.length > 0 && <Week availability={availability} />}
      </div>
      <div className={styles.report}>
        <span className={styles.cardLabel}>{t('row.report')}</span>
        {item.turnaroundDays === null ? (
          <>
            <div className="t3">{t('row.noReport')}</div>
            <div className="s t3">{t('row.dataOnly')}</div>
          </>
        ) : (
          <>
            <div className="b">{t('row.turnaround', { days: item.turnaroundDays })}</div>
            <div className="s t3">{t('row.afterSample')}</div>
          </>
        )}
      </div>
      <div className="r">
        <span className={styles.cardLabel}>{t('row.price')}</span>
        <div className="nw">
          <span className={styles.price}>{priceText}</span>{' '}
          {price && <span className="s t3">{t('row.perUnit', { unit: t(`common:priceUnit.${price.unit}`) })}</span>}
        </div>
        {price && (
          <div className="s t3">{t(`common:customerClass.${item.price ? (item.customerClass ?? 'enterprise') : 'enterprise'}`)}</div>
        )}
        {item.customerClass && item.listPrice && item.price && item.listPrice.amount !== item.price.amount && (
          <div className="s t3">{t('row.listPrice', { price: format.shortPrice(item.listPrice.amount) })}</div>
        )}
      </div>
      <div className={styles.actions}>
        <ButtonLink
          to="/resources/$id"
          params={{ id: item.id }}
          kind={isFirst && isBookable ? 'primary' : 'default'}
          aria-label={`${t(isBookable ? 'row.book' : 'row.view')} ${name}`}
        >
          {t(isBookable ? 'row.book' : 'row.view')}
        </ButtonLink>
        <CompareCheck item={item} name={name} note={[free ? format.instant(free.start) : '', priceText].filter(Boolean).join(' · ')} />
      </div>
    </article>
  )
}

function Name({ item }: { item: SearchItem }) {
  const isEnglish = currentLanguage() === 'en' && item.nameEn !== null
  const text = isEnglish ? item.nameEn : (item.nameZh ?? item.nameEn)
  const ranges = isEnglish || item.nameZh === null ? item.highlights.nameEn : item.highlights.nameZh
  return <Highlighted text={text ?? '—'} ranges={ranges} />
}

function Subline({ item }: { item: SearchItem }) {
  const text = makerAndModel(item)
  if (!text)
    return item.summary ? (
      <div className="m t2 ell">
        <Highlighted text={item.summary} ranges={item.highlights.summary} />
      </div>
    ) : null
  const separate = item.model !== null && item.manufacturer !== null && text !== item.model
  return (
    <div className="m t2 ell" style={{ marginTop: 3 }}>
      {separate && item.manufacturer && (
        <>
          <Highlighted text={item.manufacturer} ranges={item.highlights.manufacturer} />{' '}
        </>
      )}
      {item.model ? <Highlighted text={item.model} ranges={item.highlights.model} /> : text}
    </div>
  )
}

function Earliest({ start }: { start: string }) {
  const format = useFormat()
  const day = zonedParts(start).day
  const isSoon = day <= addDays(dayNow(), 1)
  return <div className={isSoon ? 'b ok' : 'b'}>{format.instant(start)}</div>
}

/** Free share of each of the next seven days, as bars and as words. */
function Week({ availability }: { availability: Availability }) {
  const { t } = useTranslation('search')
  const format = useFormat()
  const words = availability.days.map(({ day, freeMinutes }) =>
    freeMinutes > 0
      ? t('row.weekDay', { day: format.weekday(day), hours: format.hours(freeMinutes) })
      : t('row.weekNone', { day: format.weekday(day) }),
  )
  return (
    <div className={styles.week} role="img" aria-label={t('row.week', { days: words.join('，') })}>
      {availability.days.map(({ day, freeMinutes, openMinutes }) => (
        <span key={day}>
          <i style={{ '--free': openMinutes > 0 ? `${Math.round((freeMinutes / openMinutes) * 100)}%` : '0%' } as CSSProperties} />
          <small>{format.weekdayShort(day)}</small>
        </span>
      ))}
    </div>
  )
}

function CompareCheck({ item, name, note }: { item: SearchItem; name: string; note: string }) {
  const { t } = useTranslation('search')
  const basket = useCompareBasket()
  const isIn = basket.some(({ id }) => id === item.id)
  return (
    <Check
      isChecked={isIn}
      onChange={() => {
        if (!isIn && basket.length >= MAX_COMPARED) return announce(t('basket.full', { max: MAX_COMPARED }), 'assertive')
        toggleCompared({ id: item.id, name, note })
        announce(t(isIn ? 'basket.removed' : 'basket.added', { name }))
      }}
      isDisabled={!isIn && basket.length >= MAX_COMPARED}
    >
      {t('row.compare')}
      <span className="sr-only"> {name}</span>
    </Check>
  )
}
