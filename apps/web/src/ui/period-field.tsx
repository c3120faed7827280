import { dayNow } from '../lib/format.ts'
import { recentPeriods } from '../lib/recent-periods.ts'
import { useFormat } from '../lib/use-format.ts'
import { SelectField } from './field.tsx'

/** A year or a quarter among the recent ones, called by its name; one that is older stays as long as it is the value. */
export function PeriodField({
  label,
  value,
  kinds = ['year', 'quarter'],
  withRunning = false,
  isLabelHidden = false,
  none,
  onPick,
}: {
  label: string
  value: string
  kinds?: readonly ('year' | 'quarter')[]
  /** Whether a period that has not ended may be chosen. */
  withRunning?: boolean
  isLabelHidden?: boolean
  /** What it is called to choose none; without it one has to be chosen. */
  none?: string
  onPick: (period: string) => void
}) {
  const format = useFormat()
  const day = dayNow()
  const periods = new Set([...(value ? [value] : []), ...kinds.flatMap((kind) => recentPeriods(kind, day, withRunning))])
  const ordered = [...periods].sort((a, b) => a.length - b.length || b.localeCompare(a))
  return (
    <SelectField
      label={label}
      isLabelHidden={isLabelHidden}
      value={value}
      options={[
        ...(none ? [{ value: '', label: none }] : []),
        ...ordered.map((period) => ({ value: period, label: format.period(period) })),
      ]}
      onPick={onPick}
    />
  )
}
