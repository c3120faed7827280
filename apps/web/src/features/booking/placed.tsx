import type { Reservation } from '@jiju/booking/contract/reservations'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, workspacePath } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './booking-panel.module.css'

/** What was booked, where to go, and what comes next. */
export function Placed({ reservation, onAnew }: { reservation: Reservation; onAnew: () => void }) {
  const { t } = useTranslation(['resource', 'common'])
  const format = useFormat()
  const me = useMe()
  const rows: [string, ReactNode][] = [
    [t('placed.number'), reservation.number],
    [t('book.time'), format.range(reservation.start, reservation.end, reservation.zone)],
    [t('placed.place'), [reservation.siteName, reservation.siteAddress].filter(Boolean).join(' · ') || '—'],
    ...(reservation.request?.decideUntil
      ? [
          [t('placed.until'), t('placed.untilText', { until: format.instant(reservation.request.decideUntil, reservation.zone) })] as [
            string,
            ReactNode,
          ],
        ]
      : []),
    [t('common:price.total'), format.price(reservation.price.total)],
    [
      t('placed.cancel'),
      t('placed.cancelText', {
        until: format.instant(reservation.cancellation.freeUntil, reservation.zone),
        percent: reservation.cancellation.percentAfter,
      }),
    ],
  ]
  return (
    <div className={styles.panel} role="status">
      <div className="row g8 ok">
        <Icon name="checkCircle" size={20} />
        <h2 className="h2">{t(reservation.state === 'pending' ? 'placed.pending' : 'placed.confirmed')}</h2>
      </div>
      <dl className="kv">
        {rows.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="row g8 wrap">
        <Link
          to={workspacePath(me) === '/p' ? '/p/bookings/$id' : '/e/bookings/$id'}
          params={{ id: reservation.id }}
          className="btn btn-primary"
        >
          {t('placed.open')}
        </Link>
        <Button onClick={onAnew}>{t('placed.another')}</Button>
      </div>
    </div>
  )
}
