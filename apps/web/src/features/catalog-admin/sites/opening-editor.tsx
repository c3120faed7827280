import type { WeeklyOpening } from '@jiju/catalog/contract/sites'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { TimeSpanFields } from './time-span-fields.tsx'

type Range = WeeklyOpening[number]
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** Open hours of each weekday; several ranges a day, none means closed. 24:00 is written as 00:00 at the end. */
export function OpeningEditor({
  value,
  onChange,
  errors,
}: {
  value: WeeklyOpening
  onChange: (opening: WeeklyOpening) => void
  errors: Readonly<Record<string, string>>
}) {
  const { t } = useTranslation(['editor', 'common'])
  const id = useId()
  const days = t('common:format.weekdays', { returnObjects: true }) as string[]
  const set = (index: number, change: Partial<Range>) =>
    onChange(value.map((range, at) => (at === index ? { ...range, ...change } : range)))
  const monday = value.filter((range) => range.weekday === 1)
  return (
    <div className="stack" style={{ gap: 8 }}>
      {WEEKDAYS.map((weekday) => {
        const day = days[weekday - 1] ?? String(weekday)
        const own = value.map((range, index) => ({ range, index })).filter(({ range }) => range.weekday === weekday)
        return (
          <fieldset key={weekday} className="row g8 wrap" style={{ border: 0, padding: 0, margin: 0 }}>
            <legend className="sr-only">{day}</legend>
            <span style={{ width: 44 }} aria-hidden="true">
              {day}
            </span>
            {own.length === 0 && <span className="t3">{t('sites.openingNone')}</span>}
            {own.map(({ range, index }) => (
              <span key={`${id}-${index}`} className="row g6">
                <TimeSpanFields
                  of={day}
                  span={range}
                  errors={{ start: errors[`opening.${index}.start`], end: errors[`opening.${index}.end`] }}
                  onChange={(change) => set(index, change)}
                />
                <Button
                  size="sm"
                  kind="text"
                  aria-label={`${t('sites.openingRemove')} ${day}`}
                  onClick={() => onChange(value.filter((_, at) => at !== index))}
                >
                  ×
                </Button>
              </span>
            ))}
            <Button
              size="sm"
              aria-label={`${t('sites.openingAdd')} ${day}`}
              onClick={() =>
                onChange(
                  sorted([...value, { weekday, start: own.length === 0 ? '09:00' : '13:00', end: own.length === 0 ? '17:00' : '18:00' }]),
                )
              }
            >
              {t('sites.openingAdd')}
            </Button>
          </fieldset>
        )
      })}
      {monday.length > 0 && (
        <div>
          <Button
            size="sm"
            onClick={() =>
              onChange(
                sorted([
                  ...value.filter((range) => range.weekday === 1 || range.weekday > 5),
                  ...[2, 3, 4, 5].flatMap((weekday) => monday.map((range) => ({ ...range, weekday }))),
                ]),
              )
            }
          >
            {t('sites.copyToWeek')}
          </Button>
        </div>
      )}
    </div>
  )
}

function sorted(opening: WeeklyOpening): WeeklyOpening {
  return [...opening].sort((a, b) => a.weekday - b.weekday || a.start.localeCompare(b.start))
}
