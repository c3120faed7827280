import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { Panel } from '../../ui/panel.tsx'
import { inboxOptions, listRequests } from './request-calls.ts'
import { RequestCard } from './request-card.tsx'
import styles from './requests.module.css'

const SHOWN = 4

/** 等您答复: the requests whose limit ends first, above the timeline; nothing when none waits. */
export function RequestStrip() {
  const { t } = useTranslation('bookings')
  const client = useQueryClient()
  const maySee = useAccess('booking.request.list')
  const query = useQuery({
    queryKey: ['requests', 'strip'],
    queryFn: ({ signal }) => listRequests('provider', undefined, signal),
    enabled: maySee,
    staleTime: 15_000,
    refetchInterval: 60_000,
    refetchOnWindowFocus: true,
  })
  const counts = useQuery(inboxOptions(maySee))
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  const renew = () => void renewRequests(client)
  return (
    <div style={{ marginBottom: 16 }}>
      <Panel
        isFlush
        title={t('request.stripTitle')}
        note={t('request.stripNote')}
        extra={<Link to="/p/inbox">{t('request.all', { count: counts.data?.requests ?? items.length })}</Link>}
      >
        <ul className={styles.strip}>
          {items.slice(0, SHOWN).map((reservation, index) => (
            <RequestCard key={reservation.id} reservation={reservation} isFirst={index === 0} onDone={renew} />
          ))}
        </ul>
      </Panel>
    </div>
  )
}

/** An answer changes the inbox, the timeline and the lists. */
export async function renewRequests(client: ReturnType<typeof useQueryClient>): Promise<void> {
  await Promise.all(['requests', 'inbox', 'timeline', 'reservations'].map((key) => client.invalidateQueries({ queryKey: [key] })))
}
