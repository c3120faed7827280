import type { Reservation } from '@jiju/booking/contract/reservations'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { historyOptions } from './calls.ts'

/** Everything that happened to a booking, newest last; collapsed until it is asked for. */
export function History({ reservation }: { reservation: Reservation }) {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const query = useQuery(historyOptions(reservation))
  const { zone } = reservation
  return (
    <details className="panel fold">
      <summary className="panel-head">
        <span className="row g8 base">
          <h2 className="h2">{t('detail.history')}</h2>
          {query.data && <span className="s t3">{t('detail.historyNote', { count: query.data.items.length })}</span>}
        </span>
        <Icon name="chevronDown" />
      </summary>
      <QueryView query={query}>
        {({ items }) => (
          <ol className="line-list">
            {items.map((change) => (
              <li key={change.id} style={{ alignItems: 'flex-start' }}>
                <span className="f1">
                  <span>{t(`detail.action.${change.action}`)}</span>
                  {change.from && change.to && (
                    <span className="s t2" style={{ display: 'block' }}>
                      {t('detail.change', {
                        from: format.range(change.from.start, change.from.end, zone),
                        to: format.range(change.to.start, change.to.end, zone),
                      })}
                    </span>
                  )}
                  {change.fee && (
                    <span className="s t2" style={{ display: 'block' }}>
                      {t('detail.fee', { fee: format.money(change.fee) })}
                    </span>
                  )}
                  {change.reason && (
                    <span className="s t2" style={{ display: 'block' }}>
                      {t('detail.reason', { reason: change.reason })}
                    </span>
                  )}
                </span>
                <span className="s t3 r">
                  {format.stamp(change.at)}
                  <br />
                  {change.actorName ?? t('detail.actor.platform')}
                  {change.actorSide !== 'platform' && ` · ${t(`detail.actor.${change.actorSide}`)}`}
                </span>
              </li>
            ))}
          </ol>
        )}
      </QueryView>
    </details>
  )
}
