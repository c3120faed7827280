import { addDays } from '@jiju/kernel/local-date'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { useIsPhone } from '../../lib/use-media.ts'
import { TextField } from '../field.tsx'
import { LateInput } from './late-input.tsx'

const load = () => import('../../ui-antd/pickers.tsx')

/** First and last day of a list's condition, each of which may be open; the usual spans up to today stand beside the calendar. */
export function DateRangeField({
  fromLabel,
  toLabel,
  from,
  to,
  onPick,
}: {
  fromLabel: string
  toLabel: string
  from: string
  to: string
  onPick: (from: string, to: string) => void
}) {
  const { t } = useTranslation('common')
  const id = useId()
  const isPhone = useIsPhone()
  if (isPhone)
    return (
      <>
        <TextField label={fromLabel} type="date" value={from} onChange={({ target }) => onPick(target.value, to)} />
        <TextField label={toLabel} type="date" value={to} onChange={({ target }) => onPick(from, target.value)} />
      </>
    )
  const today = dayNow()
  const presets = ([1, 7, 30] as const).map((days) => ({
    label: days === 1 ? t('today') : t('lastDays', { count: days }),
    from: addDays(today, 1 - days),
    to: today,
  }))
  return (
    <div className="date-range">
      <label className="field-label" htmlFor={id}>
        {fromLabel}
        <span aria-hidden="true"> — {toLabel}</span>
      </label>
      <label className="sr-only" htmlFor={`${id}-to`}>
        {toLabel}
      </label>
      <LateInput id={id} icon="calendar" load={load} text={from || to ? `${from || '…'} — ${to || '…'}` : ''}>
        {({ DayRangePicker }, isOpenFirst) => <DayRangePicker {...{ id, from, to, presets, isOpenFirst, onPick }} />}
      </LateInput>
    </div>
  )
}
