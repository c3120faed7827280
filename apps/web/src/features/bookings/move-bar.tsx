import type { Reservation } from '@jiju/booking/contract/reservations'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Remaining } from '../../ui/remaining.tsx'
import { MoveAnswer } from './move-answer.tsx'

/** A move that is asked for, under the booking's own bar: to when, whose answer it waits for, until when, and what silence does. */
export function MoveBar({ reservation, onChanged }: { reservation: Reservation; onChanged: (next: Reservation) => void }) {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const { moveRequest, zone } = reservation
  if (!moveRequest) return null
  const { start, end, price, words, decideUntil, canAnswer } = moveRequest
  const time = format.range(start, end, zone)
  return (
    <div className="turn-bar" data-turn={canAnswer ? 'mine' : 'other'}>
      <div className="row g12">
        <Icon name="calendar" size={18} />
        <div>
          <div className="h3">
            {canAnswer
              ? t('moveRequest.turnProvider', { name: reservation.organisationName, time })
              : t('moveRequest.turnWaiting', { name: reservation.providerName, time })}
          </div>
          <div className="m t2">
            {price === reservation.price.total
              ? t('move.samePrice', { price: format.money(price) })
              : t('move.price', { price: format.money(price), old: format.money(reservation.price.total) })}
          </div>
          {words && <div className="m t2">{t('moveRequest.words', { words })}</div>}
          <div className="m t2">{t('moveRequest.silence', { until: format.instant(decideUntil, zone) })}</div>
        </div>
      </div>
      <div className="row g8 wrap">
        <Remaining until={decideUntil} />
        <MoveAnswer reservation={reservation} onDone={(next) => next && onChanged(next)} />
      </div>
    </div>
  )
}
