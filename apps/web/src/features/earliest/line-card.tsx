import { formatFen, parseFen } from '@jiju/kernel/money'
import type { EarliestLine } from '@jiju/orders/contract/earliest'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './earliest.module.css'
import { type Axis, TimeBar } from './time-bar.tsx'

type LineCardProps = {
  line: EarliestLine
  rank: number
  axis: Axis
  deadline: string | undefined
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
}

/** One provider's way to the result: the day, the price, and why. */
export function LineCard({ line, rank, axis, deadline, isChosen, onChoose }: LineCardProps) {
  const { t } = useTranslation(['order-earliest', 'common'])
  const format = useFormat()
  const mayOrder = useAccess('orders.order.place')
  const name = (currentLanguage() === 'en' && line.nameEn) || line.nameZh
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <label className={styles.choose}>
          <input
            type="checkbox"
            checked={isChosen}
            onChange={(event) => onChoose(event.target.checked)}
            aria-label={t('choose', { name, provider: line.providerName })}
          />
          <span className="t3">{rank}</span>
        </label>
        <div className="f1">
          <Link to="/resources/$id" params={{ id: line.serviceId }} className="h3" style={{ display: 'inline-block', minHeight: 24 }}>
            {name}
          </Link>
          <div className="m t2">
            <Link to="/providers/$id" params={{ id: line.providerId }}>
              {line.providerName}
            </Link>
            {line.district && ` · ${line.district}`}
          </div>
          <div className="row g6 wrap">
            <Marks line={line} />
          </div>
        </div>
        <div className={styles.day}>
          <div className="s t3">{t('resultDay')}</div>
          <div className="figure-value">{format.day(line.resultDay)}</div>
          {line.bestDay < line.resultDay && <div className="s t3">{t('bestDay', { day: format.day(line.bestDay) })}</div>}
          {line.lateDays !== null && (
            <div className={line.lateDays > 0 ? 's bad' : 's ok'}>
              {line.lateDays > 0 ? t('late', { count: line.lateDays }) : t('inTime')}
            </div>
          )}
        </div>
        <Price line={line} />
      </div>
      <TimeBar line={line} axis={axis} deadline={deadline} />
      <Reasons line={line} />
      {mayOrder && line.price && (
        <div>
          <ButtonLink to="/e/orders/new/$step" params={{ step: 'items' }} search={{ service: line.serviceId }} size="sm">
            {t('order')}
          </ButtonLink>
        </div>
      )}
    </li>
  )
}

function Price({ line }: { line: EarliestLine }) {
  const { t } = useTranslation(['order-earliest', 'common'])
  const format = useFormat()
  const { price } = line
  if (!price) return <div className={styles.price}>{format.price(null)}</div>
  const own = price.voucher === null ? price.total : formatFen((parseFen(price.total) ?? 0n) - (parseFen(price.voucher) ?? 0n))
  return (
    <div className={styles.price}>
      <div className="s t3">{t(price.voucher === null ? 'price' : 'priceAfterVoucher')}</div>
      <div className="figure-value">{format.price(own)}</div>
      {price.voucher !== null && (
        <div className="s t3">
          <s>{format.price(price.total)}</s> {t('voucher', { amount: format.price(price.voucher) })}
        </div>
      )}
      <div className="s t3">
        {format.price(price.unitPrice)} / {t(`common:priceUnit.${price.unit as 'item'}`)}
      </div>
    </div>
  )
}

function Marks({ line }: { line: EarliestLine }) {
  const { t } = useTranslation('order-earliest')
  const { deliveries } = line
  return (
    <>
      {line.accreditations.map((one) => (
        <Tag key={`${one.scheme}${one.certificateNo}`} kind="ok">
          {one.scheme.toUpperCase()}
        </Tag>
      ))}
      {!line.isAccredited && <Tag kind="warn">{t('notAccredited')}</Tag>}
      <span className="s t3">
        {deliveries.of > 0 ? t('deliveries', { inTime: deliveries.inTime, of: deliveries.of }) : t('noDeliveries')}
      </span>
    </>
  )
}

const rangeOf = ({ min, max }: EarliestLine['turnaround']) => (min === max ? String(max) : `${min}—${max}`)

/** Why this day: each leg in words, then what else has to be known. */
function Reasons({ line }: { line: EarliestLine }) {
  const { t } = useTranslation('order-earliest')
  const format = useFormat()
  return (
    <details className={styles.reasons} open>
      <summary className="m">{t('why')}</summary>
      <ol>
        {line.legs.map((leg) => (
          <li key={leg.kind}>
            <span className={styles.leg} data-kind={leg.kind} aria-hidden />
            {t(`reason.${leg.kind}`, {
              from: format.day(leg.from),
              to: format.day(leg.to),
              days: leg.workingDays,
              ahead: line.ordersAhead,
              parallel: line.parallelOrders,
              instrument: line.instrumentName ?? '',
              turnaround: rangeOf(line.turnaround),
            })}
          </li>
        ))}
      </ol>
      {!line.isPlanStated && <p className="s t3">{t('notStated', { parallel: line.parallelOrders })}</p>}
      {!line.isInstrumentFree && <p className="s warn">{t('instrumentBusy', { instrument: line.instrumentName ?? '' })}</p>}
      {line.sampleRequirements && <p className="s t3">{t('samples', { text: line.sampleRequirements })}</p>}
      {line.standards.map(({ number, status, effectiveOn }) => (
        <p key={number} className="s warn">
          {t(`standard.${status as 'replaced'}`, { number, day: effectiveOn ? format.day(effectiveOn) : '' })}
        </p>
      ))}
    </details>
  )
}
