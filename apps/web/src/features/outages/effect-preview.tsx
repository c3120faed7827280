import type { OutagePreview, PreviewOutage } from '@jiju/booking/contract/outages'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Bones } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { previewOptions } from './calls.ts'

const SHOWN = 12
const SHOWN_TIMES = 6

/** What the outage would do if it were declared now, in numbers and by booking. */
export function EffectPreview({ wish }: { wish: PreviewOutage | null }) {
  const { t } = useTranslation('outages')
  const query = useQuery(previewOptions(wish))
  return (
    <aside>
      <Panel title={t('form.preview')}>
        <div aria-live="polite">
          {wish === null ? (
            <p className="m t3">{t('form.previewWait')}</p>
          ) : query.error ? (
            <ProblemSummary error={query.error} />
          ) : query.data ? (
            <Effect preview={query.data} />
          ) : (
            <Bones rows={3} />
          )}
        </div>
      </Panel>
    </aside>
  )
}

function Effect({ preview }: { preview: OutagePreview }) {
  const { t } = useTranslation('outages')
  const format = useFormat()
  const { bookings, bookingCount, occurrences } = preview
  return (
    <div className="stack">
      {occurrences.length > 1 && (
        <div>
          <div className="b">{t('form.occurrences', { count: occurrences.length })}</div>
          <div className="s t2">
            {occurrences
              .slice(0, SHOWN_TIMES)
              .map((range) => format.range(range.start, range.end))
              .join(' · ')}
            {occurrences.length > SHOWN_TIMES && ' …'}
          </div>
        </div>
      )}
      {bookingCount === 0 ? (
        <p>
          <Tag kind="ok">{t('form.noEffect')}</Tag>
        </p>
      ) : (
        <p className="b">
          {t('form.effect', {
            count: bookingCount,
            customers: preview.customerCount,
            hours: format.hours(preview.bookedMinutes),
            price: format.money(preview.priceTotal),
          })}
        </p>
      )}
      <ul className="plain stack">
        {bookings.slice(0, SHOWN).map((booking) => (
          <li key={`${booking.reservationId} ${booking.start}`}>
            <div>
              {format.range(booking.start, booking.end)}{' '}
              <Tag kind={booking.effect === 'displaced' ? 'warn' : 'bad'}>{t(`form.effectOf.${booking.effect}`)}</Tag>
            </div>
            <div className="s t2">
              {booking.resourceName} · {booking.isInternal ? t('form.internal') : booking.organisationName} · {booking.bookerName}
            </div>
          </li>
        ))}
      </ul>
      {bookingCount > SHOWN && <p className="s t3">{t('form.moreBookings', { count: bookingCount - SHOWN })}</p>}
    </div>
  )
}
