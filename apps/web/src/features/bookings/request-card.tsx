import type { Reservation } from '@jiju/booking/contract/reservations'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Remaining } from '../../ui/remaining.tsx'
import { AnswerButtons } from './answer-buttons.tsx'
import styles from './requests.module.css'

/** One request: who, what, when, how much, how long is left, and the answers in place. */
export function RequestCard({
  reservation,
  isFirst,
  onDone,
}: {
  reservation: Reservation
  isFirst: boolean
  onDone: (answered?: Reservation) => void
}) {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const { request, zone } = reservation
  const name = currentLanguage() === 'en' && reservation.resourceNameEn ? reservation.resourceNameEn : reservation.resourceName
  return (
    <li className={styles.card}>
      <div className="row sb g8">
        <Link className="b" to="/p/bookings/$id" params={{ id: reservation.id }}>
          {reservation.organisationName}
        </Link>
        {request?.decideUntil && <Remaining until={request.decideUntil} />}
      </div>
      <div>{name}</div>
      <div className="s t2">{format.range(reservation.start, reservation.end, zone)}</div>
      <div className="s t2">
        {t(`operation.${reservation.operation}`)} · {format.price(reservation.price.total)}
      </div>
      {request?.cause === 'no_show' && <div className="s warn">{t('request.causeNoShow', { name: reservation.bookerName })}</div>}
      {request?.asked && request.awaits === 'customer' && (
        <div className="s t3">{t('request.askedWas', { time: format.range(request.asked.start, request.asked.end, zone) })}</div>
      )}
      <div className={styles.answers}>
        <AnswerButtons reservation={reservation} isFirst={isFirst} size="sm" onDone={onDone} />
      </div>
    </li>
  )
}
