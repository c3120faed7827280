import type { Reservation } from '@jiju/booking/contract/reservations'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Remaining } from '../../ui/remaining.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AnswerButtons } from './answer-buttons.tsx'
import { MoveAnswer } from './move-answer.tsx'
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
  const { request, moveRequest, zone } = reservation
  const until = moveRequest?.decideUntil ?? request?.decideUntil
  const name = resourceNameOf(reservation)
  return (
    <li className={styles.card}>
      <div className="row sb g8">
        <Link className="b" to="/p/bookings/$id" params={{ id: reservation.id }}>
          {reservation.organisationName}
        </Link>
        {until && <Remaining until={until} />}
      </div>
      <div>{name}</div>
      {moveRequest && (
        <div className="s">
          <Tag kind="accent">{t('moveRequest.tag')}</Tag>{' '}
          {t('moveRequest.to', { time: format.range(moveRequest.start, moveRequest.end, zone) })}
        </div>
      )}
      <div className="s t2">
        {moveRequest
          ? t('moveRequest.from', { time: format.range(reservation.start, reservation.end, zone) })
          : format.range(reservation.start, reservation.end, zone)}
      </div>
      <div className="s t2">
        {t(`operation.${(moveRequest ?? reservation).operation}`)} · {format.price(moveRequest?.price ?? reservation.price.total)}
      </div>
      {moveRequest?.words && <div className="s t2">{t('moveRequest.words', { words: moveRequest.words })}</div>}
      {request?.cause === 'no_show' && <div className="s warn">{t('request.causeNoShow', { name: reservation.bookerName })}</div>}
      {request?.asked && request.awaits === 'customer' && (
        <div className="s t3">{t('request.askedWas', { time: format.range(request.asked.start, request.asked.end, zone) })}</div>
      )}
      <div className={styles.answers}>
        {moveRequest ? (
          <MoveAnswer reservation={reservation} isFirst={isFirst} size="sm" onDone={onDone} />
        ) : (
          <AnswerButtons reservation={reservation} isFirst={isFirst} size="sm" onDone={onDone} />
        )}
      </div>
    </li>
  )
}
