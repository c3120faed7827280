import type { ResourceCalendar } from '@jiju/booking/contract/calendars'
import type { LocalDate } from '@jiju/kernel/local-date'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { lengthsOf, packedSlots, type Span, spansOf, startsOf } from './slot-grid.ts'
import styles from './slot-list.module.css'

const MINUTE_MS = 60_000

/** The same slots as text: day, start and length as fields, and the free slots of each day as buttons. Works without a mouse. */
export function SlotList({
  calendar,
  chosen,
  onChoose,
}: {
  calendar: ResourceCalendar
  chosen: Span | null
  onChoose: (span: Span) => void
}) {
  const { t } = useTranslation('resource')
  const format = useFormat()
  const { zone } = calendar
  const lengths = lengthsOf(calendar)
  const [minutes, setMinutes] = useState(
    chosen ? (chosen.end - chosen.start) / MINUTE_MS : (lengths.find((length) => length >= 60) ?? calendar.minMinutes),
  )
  const openDays = calendar.days.filter((date) => date.free.length > 0)
  const [day, setDay] = useState<LocalDate>(openDays[0]?.day ?? calendar.from)
  const [picked, setPicked] = useState('')

  const date = calendar.days.find((item) => item.day === day)
  const starts = date ? startsOf(spansOf(date.free), day, zone, minutes, calendar.stepMinutes) : []

  // A start that another day or length no longer allows gives way to the first one.
  const start = starts.find((instant) => String(instant) === picked) ?? starts[0]

  return (
    <div className={styles.list}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (start !== undefined) onChoose({ start, end: start + minutes * MINUTE_MS })
        }}
      >
        <SelectField
          label={t('list.day')}
          value={day}
          onPick={setDay}
          options={calendar.days.map((item) => ({
            value: item.day,
            label: format.day(item.day, zone),
            isDisabled: item.free.length === 0,
          }))}
        />
        <SelectField
          label={t('list.start')}
          value={start === undefined ? '' : String(start)}
          onPick={setPicked}
          disabled={start === undefined}
          hint={start === undefined ? t('list.dayFull') : undefined}
          options={starts.map((instant) => ({ value: String(instant), label: format.time(new Date(instant), zone) }))}
        />
        <SelectField
          label={t('list.length')}
          value={String(minutes)}
          onPick={(value) => setMinutes(Number(value))}
          options={lengths.map((length) => ({ value: String(length), label: format.hours(length) }))}
        />
        <Button type="submit" disabled={start === undefined}>
          {t('list.choose')}
        </Button>
      </form>
      <ul className={styles.days}>
        {calendar.days.map((item) => {
          const slots = packedSlots(startsOf(spansOf(item.free), item.day, zone, minutes, calendar.stepMinutes), minutes)
          return (
            <li key={item.day} className={styles.day}>
              <span className={slots.length > 0 ? 'm' : 'm t3'}>{format.day(item.day, zone)}</span>
              <SlotButtons slots={slots} zone={zone} chosen={chosen} onChoose={onChoose} />
              {slots.length === 0 && (
                <span className="m t3">
                  {item.open.length === 0 ? t('calendar.closedDay') : t('list.noSlot', { length: format.hours(minutes) })}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Free slots as buttons with their times. */
export function SlotButtons({
  slots,
  zone,
  chosen,
  onChoose,
}: {
  slots: readonly Span[]
  zone: string
  chosen: Span | null
  onChoose: (span: Span) => void
}) {
  const format = useFormat()
  return (
    <div className={styles.slots}>
      {slots.map((slot) => {
        const isChosen = chosen?.start === slot.start && chosen.end === slot.end
        const [start, end] = [format.time(new Date(slot.start), zone), format.time(new Date(slot.end), zone)]
        return (
          <button
            key={slot.start}
            type="button"
            className={isChosen ? `${styles.slot} ${styles.slotOn}` : styles.slot}
            aria-pressed={isChosen}
            onClick={() => onChoose(slot)}
          >
            {start}—{end === '00:00' ? '24:00' : end}
          </button>
        )
      })}
    </div>
  )
}
