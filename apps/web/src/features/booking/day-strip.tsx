import type { ResourceCalendar } from '@jiju/booking/contract/calendars'
import type { LocalDate } from '@jiju/kernel/local-date'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { zonedParts } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { zonedDay } from '../../lib/zone.ts'
import { Segmented } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { packedSlots, quickLengths, type Span, spansOf, startsOf } from './slot-grid.ts'
import styles from './slot-list.module.css'
import { SlotButtons } from './slot-list.tsx'

const MINUTE_MS = 60_000

/** Phones: seven days with their free hours, and the slots of one day as large buttons. */
export function DayStrip({
  calendar,
  earlier,
  later,
  chosen,
  bufferMinutes,
  onChoose,
}: {
  calendar: ResourceCalendar
  /** Absent where there are no such days to show. */
  earlier: (() => void) | undefined
  later: (() => void) | undefined
  chosen: Span | null
  bufferMinutes: number
  onChoose: (span: Span) => void
}) {
  const { t } = useTranslation('resource')
  const format = useFormat()
  const { zone } = calendar
  const lengths = quickLengths(calendar)
  const [minutes, setMinutes] = useState(
    chosen ? (chosen.end - chosen.start) / MINUTE_MS : (lengths[1] ?? lengths[0] ?? calendar.minMinutes),
  )
  const chosenDay = chosen ? zonedParts(new Date(chosen.start), zone).day : undefined
  const [picked, setPicked] = useState<LocalDate | undefined>(chosenDay)
  const date = calendar.days.find((item) => item.day === picked) ?? calendar.days.find((item) => item.free.length > 0) ?? calendar.days[0]
  if (!date) return null

  const slots = packedSlots(startsOf(spansOf(date.free), date.day, zone, minutes, calendar.stepMinutes), minutes)
  const shown =
    chosen && chosenDay === date.day && !slots.some((slot) => slot.start === chosen.start && slot.end === chosen.end)
      ? [chosen, ...slots]
      : slots
  const bounds = zonedDay(date.day, zone)
  // The reader's own hold is the choice, not a taken slot.
  const taken = spansOf(calendar.busy).filter(
    (slot) => slot.start < bounds.end && bounds.start < slot.end && !(chosen && slot.start < chosen.end && chosen.start < slot.end),
  )
  const options = [...new Set([...lengths, minutes])]
    .sort((a, b) => a - b)
    .map((length) => ({ value: String(length), label: format.hours(length) }))
  return (
    <>
      <div className="row sb g8 wrap" style={{ padding: '12px 16px 8px' }}>
        <h2 className="h2">{t('calendar.phoneTitle')}</h2>
        <Segmented label={t('list.length')} options={options} value={String(minutes)} onPick={(value) => setMinutes(Number(value))} />
      </div>
      <div className="row sb" style={{ padding: '0 4px' }}>
        <button type="button" className="icon-btn" aria-label={t('calendar.earlier')} disabled={!earlier} onClick={earlier}>
          <Icon name="chevronLeft" />
        </button>
        <span className="m t2" aria-live="polite">
          {format.dayRange(calendar.from, calendar.days.at(-1)?.day ?? calendar.from, zone)}
        </span>
        <button type="button" className="icon-btn" aria-label={t('calendar.later')} disabled={!later} onClick={later}>
          <Icon name="chevronRight" />
        </button>
      </div>
      <fieldset className={styles.strip} style={{ border: 0, margin: 0 }} aria-label={t('list.day')}>
        {calendar.days.slice(0, 7).map((item) => {
          const free = spansOf(item.free).reduce((sum, span) => sum + (span.end - span.start) / MINUTE_MS, 0)
          const isOn = item.day === date.day
          return (
            <button
              key={item.day}
              type="button"
              className={[styles.stripDay, free > 0 ? '' : styles.stripDayNone, isOn ? styles.stripDayOn : ''].join(' ')}
              aria-pressed={isOn}
              onClick={() => setPicked(item.day)}
            >
              <span>{format.weekday(item.day)}</span>
              <strong>{item.day.slice(8)}</strong>
              <small className={free > 0 ? 'ok' : undefined}>
                {free > 0 ? format.hours(Math.floor(free / 30) * 30) : item.open.length > 0 ? t('calendar.full') : t('calendar.closedDay')}
              </small>
            </button>
          )
        })}
      </fieldset>
      <div className={styles.phoneSlots}>
        <SlotButtons slots={shown} zone={zone} chosen={chosen} onChoose={onChoose} />
        {shown.length === 0 && <p className="m t3">{t('list.noSlot', { length: format.hours(minutes) })}</p>}
        {taken.length > 0 && (
          <div className={styles.slots}>
            {taken.map((slot) => (
              <span key={slot.start} className={styles.taken}>
                {format.time(new Date(slot.start), zone)}—{format.time(new Date(slot.end), zone)}
              </span>
            ))}
          </div>
        )}
        <p className="s t3" style={{ paddingTop: 8 }}>
          {taken.length > 0 && t('calendar.takenNote')}
          {bufferMinutes > 0 && t('calendar.bufferNote', { minutes: bufferMinutes })}
        </p>
      </div>
    </>
  )
}
