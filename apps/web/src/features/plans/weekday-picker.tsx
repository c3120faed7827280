import { useFormat } from '../../lib/use-format.ts'
import { Check } from '../../ui/field.tsx'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** Several weekdays, ISO numbers; at least one stays. */
export function WeekdayPicker({ label, days, onChange }: { label: string; days: readonly number[]; onChange: (days: number[]) => void }) {
  const format = useFormat()
  return (
    <fieldset className="form-group" style={{ gap: 4 }}>
      <legend className="field-label">{label}</legend>
      <div className="row g12 wrap">
        {WEEKDAYS.map((day) => (
          <Check
            key={day}
            isChecked={days.includes(day)}
            isDisabled={days.length === 1 && days.includes(day)}
            onChange={(isChecked) => onChange(isChecked ? [...days, day].sort() : days.filter((other) => other !== day))}
          >
            {format.weekdayName(day)}
          </Check>
        ))}
      </div>
    </fieldset>
  )
}
