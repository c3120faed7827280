import type { Reservation } from '@jiju/booking/contract/reservations'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useFormat } from '../../lib/use-format.ts'
import { PriceLines } from '../../ui/price-lines.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Remaining } from '../../ui/remaining.tsx'
import { reservationOptions } from './calls.ts'
import { MoveForm } from './move-form.tsx'
import { ReservationStateTag } from './state-tag.tsx'

/** A glance at one booking: who, when, how, and how much. */
export function ReservationGlance({ id, children }: { id: string; children: (reservation: Reservation) => React.ReactNode }) {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const query = useQuery(reservationOptions(id))
  return (
    <QueryView query={query}>
      {(reservation) => (
        <div className="stack">
          <div className="row g8 wrap">
            <span className="h2">{reservation.kind === 'customer' ? reservation.organisationName : resourceNameOf(reservation)}</span>
            <ReservationStateTag reservation={reservation} />
          </div>
          <dl className="kv">
            <dt>{t('column.resource')}</dt>
            <dd>{resourceNameOf(reservation)}</dd>
            <dt>{t('detail.time')}</dt>
            <dd className="b">{format.range(reservation.start, reservation.end, reservation.zone)}</dd>
            {reservation.moveRequest && (
              <>
                <dt>{t('moveRequest.tag')}</dt>
                <dd>
                  {t('moveRequest.to', {
                    time: format.range(reservation.moveRequest.start, reservation.moveRequest.end, reservation.zone),
                  })}{' '}
                  <Remaining until={reservation.moveRequest.decideUntil} />
                </dd>
              </>
            )}
            <dt>{t('detail.booker')}</dt>
            <dd>{reservation.bookerName}</dd>
            <dt>{t('detail.operation')}</dt>
            <dd>{t(`operation.${reservation.operation}`)}</dd>
            <dt>{t('detail.project')}</dt>
            <dd>{reservation.project || '—'}</dd>
            <dt>{t('detail.note')}</dt>
            <dd className="pre">{reservation.note || '—'}</dd>
            <dt>{t('detail.number')}</dt>
            <dd>{reservation.number}</dd>
          </dl>
          {reservation.kind === 'customer' && <PriceLines price={reservation.price} fee={reservation.cancelFee} />}
          {children(reservation)}
        </div>
      )}
    </QueryView>
  )
}

/** Confirms what dragging suggested, or asks for the new time. */
export function MoveInDrawer({
  id,
  suggested,
  onDone,
  onClose,
}: {
  id: string
  suggested?: { start: Date; end: Date }
  onDone: () => void
  onClose: () => void
}) {
  const query = useQuery(reservationOptions(id))
  return (
    <QueryView query={query}>
      {(reservation) => (
        <MoveForm
          reservation={reservation}
          needsReason={reservation.kind === 'customer'}
          suggested={suggested}
          onDone={onDone}
          onClose={onClose}
        />
      )}
    </QueryView>
  )
}
