import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { inboxOptions } from '../features/bookings/request-calls.ts'
import { inboxCountsOptions } from '../features/order-enquiries/calls.ts'
import { useAccess } from '../lib/session.ts'
import styles from './frame.module.css'

export type Counted = 'requests' | 'samples' | 'enquiries'

/** How many matters wait behind a menu entry; red when a limit runs or has passed. */
export function InboxCount({ of }: { of: Counted }) {
  return of === 'enquiries' ? <EnquiryCount /> : <BookingCount of={of} />
}

function BookingCount({ of }: { of: 'requests' | 'samples' }) {
  const counts = useQuery(inboxOptions(useAccess('booking.request.list'))).data
  if (!counts) return null
  return of === 'requests' ? (
    <Count count={counts.requests + counts.appeals} isUrgent={counts.requests > 0} />
  ) : (
    <Count count={counts.samples} isUrgent={counts.lateSamples > 0} />
  )
}

/** Enquiries that wait for an answer; each has its limit. */
function EnquiryCount() {
  const isEnabled = useAccess('orders.enquiry.list_received')
  const waiting = useQuery({ ...inboxCountsOptions, enabled: isEnabled }).data?.waiting ?? 0
  return <Count count={waiting} isUrgent />
}

function Count({ count, isUrgent }: { count: number; isUrgent: boolean }) {
  const { t } = useTranslation('workspace')
  if (count === 0) return null
  return (
    <b className={isUrgent ? `${styles.count} ${styles.countUrgent}` : styles.count}>
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t('nav.inboxCount', { count })}</span>
    </b>
  )
}
