import { useTranslation } from 'react-i18next'
import {
  asksForTime,
  DEFAULT_MINUTES,
  parseConditions,
  type SearchConditions,
  WINDOWS,
  type Window,
  windowDays,
} from '../../features/catalog/search-conditions.ts'
import { dayNow } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import styles from './search-page.module.css'

const LENGTHS = [30, 60, 120, 180, 240, 480, 1440]

/** How long and when: conditions of the search, not an afterthought. */
export function TimeFilter({ conditions, onChange }: { conditions: SearchConditions; onChange: (next: SearchConditions) => void }) {
  const { t } = useTranslation('search')
  const format = useFormat()
  const today = dayNow()
  const isAsked = asksForTime(conditions)
  const minutes = isAsked ? (conditions.minutes ?? String(DEFAULT_MINUTES)) : ''
  const window = conditions.window ?? 'fortnight'
  const lengths = [...new Set([...LENGTHS, ...(minutes ? [Number(minutes)] : [])])].sort((a, b) => a - b)
  const { from, to } = windowDays(conditions, today)

  const pickLength = (value: string) => {
    if (value) return onChange({ ...conditions, minutes: value })
    const { minutes: _m, window: _w, from: _f, to: _t, ...rest } = conditions
    onChange(rest.sort === 'earliest' ? parseConditions({ ...rest, sort: undefined }) : rest)
  }

  return (
    <fieldset className={styles.group}>
      <legend className="h3">{t('time.title')}</legend>
      <div className="col g8">
        <SelectField
          isLabelHidden
          label={t('time.length')}
          value={minutes}
          onPick={pickLength}
          options={[
            { value: '', label: t('time.any') },
            ...lengths.map((length) => ({ value: String(length), label: format.hours(length) })),
          ]}
        />
        {isAsked && (
          <SelectField
            isLabelHidden
            label={t('time.window')}
            value={window}
            onPick={(value: Window) => onChange({ ...conditions, minutes: minutes || String(DEFAULT_MINUTES), window: value })}
            options={WINDOWS.map((value) => {
              const days = windowDays({ ...conditions, window: value }, today)
              const name = t(`time.windows.${value}`)
              return { value, label: value === 'days' ? name : t('time.withDays', { name, days: format.dayRange(days.from, days.to) }) }
            })}
          />
        )}
        {isAsked && window === 'days' && (
          <div className={styles.two}>
            <TextField
              label={t('time.from')}
              type="date"
              min={today}
              value={from}
              onChange={(event) => onChange(parseConditions({ ...conditions, from: event.target.value }))}
            />
            <TextField
              label={t('time.to')}
              type="date"
              min={from}
              value={to}
              onChange={(event) => onChange(parseConditions({ ...conditions, to: event.target.value }))}
            />
          </div>
        )}
      </div>
    </fieldset>
  )
}
