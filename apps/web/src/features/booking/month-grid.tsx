import type { ResourceCalendar } from '@jiju/booking/contract/calendars'
import { addDays, type LocalDate, weekdayOf } from '@jiju/kernel/local-date'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { spansOf } from './slot-grid.ts'
import styles from './week-grid.module.css'

/** Free hours of each day; choosing one opens its week. */
export function MonthGrid({ calendar, onOpenDay }: { calendar: ResourceCalendar; onOpenDay: (day: LocalDate) => void }) {
  const { t } = useTranslation('resource')
  const format = useFormat()
  const first = calendar.days[0]?.day
  if (!first) return null
  const monday = addDays(first, 1 - weekdayOf(first))
  return (
    <div className={styles.month}>
      {Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((day) => (
        <span key={day} className={styles.monthHead}>
          {format.weekday(day)}
        </span>
      ))}
      {Array.from({ length: weekdayOf(first) - 1 }, (_, index) => index).map((index) => (
        <span key={index} />
      ))}
      {calendar.days.map((date) => {
        const minutes = spansOf(date.free).reduce((sum, span) => sum + (span.end - span.start) / 60_000, 0)
        return (
          <button key={date.day} type="button" className={styles.monthDay} disabled={minutes === 0} onClick={() => onOpenDay(date.day)}>
            <span>{format.day(date.day, calendar.zone)}</span>
            <small className={minutes > 0 ? 'ok' : undefined}>
              {minutes > 0
                ? t('calendar.freeHours', { hours: format.hours(minutes) })
                : date.open.length > 0
                  ? t('calendar.full')
                  : t('calendar.closedDay')}
            </small>
          </button>
        )
      })}
    </div>
  )
}
