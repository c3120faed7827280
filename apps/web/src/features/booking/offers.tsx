import type { Calendar } from '@jiju/booking/contract/calendars'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Bone } from '../../ui/states.tsx'
import styles from './booking-panel.module.css'
import { freeSlotsOptions } from './requests.ts'
import type { Span } from './slot-grid.ts'

/** Free slots around one that cannot be had. */
export function Nearest({ rules, span, onChoose }: { rules: Calendar; span: Span; onChoose: (span: Span) => void }) {
  const { t } = useTranslation('resource')
  const minutes = Math.min(rules.maxMinutes, Math.max(rules.minMinutes, (span.end - span.start) / 60_000))
  const query = useQuery(freeSlotsOptions(rules.resourceId, { near: new Date(span.start).toISOString(), minutes, limit: 3 }))
  return <OfferList title={t('book.nearest')} slots={query.data?.items} zone={rules.zone} onChoose={onChoose} />
}

/** The earliest free slots, before anything is chosen. */
export function Offers({ rules, onChoose, title, hint }: { rules: Calendar; onChoose: (span: Span) => void; title: string; hint: string }) {
  const { t } = useTranslation('resource')
  const minutes = Math.max(rules.minMinutes, Math.min(rules.maxMinutes, 120 - (120 % rules.stepMinutes) || rules.minMinutes))
  const query = useQuery(freeSlotsOptions(rules.resourceId, { minutes, limit: 3 }))
  return (
    <>
      <div>
        <h2 className="h2">{title}</h2>
        <p className="m t2">{hint}</p>
      </div>
      {query.data?.items.length === 0 ? (
        <p className="m t2">{t('book.noneFree', { days: rules.horizonDays })}</p>
      ) : (
        <OfferList title={t('book.earliest')} slots={query.data?.items} zone={rules.zone} onChoose={onChoose} />
      )}
    </>
  )
}

function OfferList({
  title,
  slots,
  zone,
  onChoose,
}: {
  title: string
  slots: readonly { start: string; end: string }[] | undefined
  zone: string
  onChoose: (span: Span) => void
}) {
  const format = useFormat()
  return (
    <div>
      <h3 className="s t3" style={{ marginBottom: 4 }}>
        {title}
      </h3>
      <div className={styles.offers}>
        {slots === undefined && <Bone height={36} />}
        {slots?.map((slot) => (
          <button
            key={slot.start}
            type="button"
            className={styles.offer}
            onClick={() => onChoose({ start: Date.parse(slot.start), end: Date.parse(slot.end) })}
          >
            <span>{format.range(slot.start, slot.end, zone)}</span>
            <Icon name="chevronRight" />
          </button>
        ))}
      </div>
    </div>
  )
}
