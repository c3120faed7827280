import type { Answer, NumberField as Field } from '@jiju/orders/core/forms/field'
import { rangeOf } from '@jiju/orders/core/forms/validate-answers'
import { type ReactNode, useState } from 'react'
import { currentLanguage } from '../../lib/i18n.ts'
import { UnitField } from '../unit-field.tsx'

/** What is typed stays as it is; the answer is a number as soon as it is one. */
export function NumberField({
  field,
  answer,
  onChange,
  hint,
  ...frame
}: {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  field: Field
  answer: Answer | undefined
  onChange: (answer: Answer | undefined) => void
}) {
  const [typed, setTyped] = useState(answer === undefined ? '' : String(answer))
  const unit = field.unit[currentLanguage()]
  const hasRange = field.min !== undefined || field.max !== undefined
  return (
    <UnitField
      {...frame}
      hint={hint ?? (hasRange ? `${rangeOf(field)} ${unit}` : undefined)}
      unit={unit}
      inputMode={field.isWhole ? 'numeric' : 'decimal'}
      value={typed}
      onChange={(event) => {
        const text = event.target.value
        setTyped(text)
        onChange(numberOf(text))
      }}
    />
  )
}

/** Text that is no number stays text, so that the form can say so. */
export function numberOf(text: string): string | number | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  const value = Number(trimmed)
  return Number.isFinite(value) ? value : trimmed
}
