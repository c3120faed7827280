import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { inboxOptions } from '../features/bookings/request-calls.ts'
import { useAccess } from '../lib/session.ts'
import styles from './frame.module.css'

/** How many matters wait behind a menu entry; red when a limit runs or has passed. */
export function InboxCount({ of }: { of: 'requests' | 'samples' }) {
  const { t } = useTranslation('workspace')
  const counts = useQuery(inboxOptions(useAccess('booking.request.list'))).data
  if (!counts) return null
  const count = of === 'requests' ? counts.requests + counts.appeals : counts.samples
  const isUrgent = of === 'requests' ? counts.requests > 0 : counts.lateSamples > 0
  if (count === 0) return null
  return (
    <b className={isUrgent ? `${styles.count} ${styles.countUrgent}` : styles.count}>
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t('nav.inboxCount', { count })}</span>
    </b>
  )
}
