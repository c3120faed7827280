import type { ResourceCalendar } from '@jiju/booking/contract/calendars'
import type { LocalDate } from '@jiju/kernel/local-date'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { minuteOfDay, zonedDay } from '../../lib/zone.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { fits, lengthsOf, packedSlots, type Span, spansOf, startsOf } from './slot-grid.ts'
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
  const [time, setTime] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const timeId = useId()

  const date = calendar.days.find((item) => item.day === day)
  const starts = date ? startsOf(spansOf(date.free), day, zone, minutes, calendar.stepMinutes) : []

  const chooseTyped = () => {
    const [hours = Number.NaN, rest = Number.NaN] = time.split(':').map(Number)
    const start = zonedDay(day, zone).start + (hours * 60 + rest) * MINUTE_MS
    const span = { start, end: start + minutes * MINUTE_MS }
    if (Number.isNaN(start)) setProblem(t('list.timeMissing'))
    else if (minuteOfDay(start, zone) % calendar.stepMinutes !== 0) setProblem(t('list.offStep', { minutes: calendar.stepMinutes }))
    else if (!date || !fits(span, spansOf(date.free)))
      setProblem(starts[0] === undefined ? t('list.dayFull') : t('list.notFree', { first: format.time(new Date(starts[0]), zone) }))
    else {
      setProblem(null)
      onChoose(span)
    }
  }

  return (
    <div className={styles.list}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          chooseTyped()
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
        <TextField
          id={timeId}
          label={t('list.start')}
          type="time"
          step={calendar.stepMinutes * 60}
          value={time}
          onChange={(event) => setTime(event.target.value)}
          error={problem}
        />
        <SelectField
          label={t('list.length')}
          value={String(minutes)}
          onPick={(value) => setMinutes(Number(value))}
          options={lengths.map((length) => ({ value: String(length), label: format.hours(length) }))}
        />
        <Button type="submit">{t('list.choose')}</Button>
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
