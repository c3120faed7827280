import type { Reservation } from '@jiju/booking/contract/reservations'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../lib/use-pages.ts'
import { LoadMore } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { listRequests } from './request-calls.ts'
import { RequestCard } from './request-card.tsx'
import { renewRequests } from './request-strip.tsx'
import styles from './requests.module.css'

/** Requests and moves that are asked for, which wait for one side, the limit that ends first in front. */
export function RequestList({ awaits }: { awaits: 'provider' | 'customer' }) {
  const { t } = useTranslation('bookings')
  const client = useQueryClient()
  const { query, items, more } = usePages<Reservation>({
    queryKey: ['requests', 'list', awaits],
    load: (cursor, signal) => listRequests(awaits, cursor, signal),
    refetchMs: 60_000,
  })
  return (
    <Panel isFlush title={t(`request.list.${awaits}`)} note={t(`request.listNote.${awaits}`)}>
      <QueryView query={query} skeleton={<Bones rows={3} />}>
        {() =>
          items.length === 0 ? (
            <Empty title={t(`request.empty.${awaits}`)} />
          ) : (
            <>
              <ul className={styles.grid}>
                {items.map((reservation, index) => (
                  <RequestCard
                    key={reservation.id}
                    reservation={reservation}
                    isFirst={index === 0}
                    onDone={() => void renewRequests(client)}
                  />
                ))}
              </ul>
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
    </Panel>
  )
}
