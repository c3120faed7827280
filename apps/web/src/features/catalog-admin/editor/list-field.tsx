import { type ReactNode, useState } from 'react'
import { TextField } from '../../../ui/field.tsx'

/** Several short texts in one field, separated by commas; split when the field is left. */
export function ListField({
  id,
  label,
  hint,
  error,
  value,
  onChange,
}: {
  id: string
  label: string
  hint?: ReactNode
  error?: string | undefined
  value: readonly string[]
  onChange: (items: string[]) => void
}) {
  const joined = value.join('、')
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      id={id}
      label={label}
      hint={hint}
      error={error}
      value={typed ?? joined}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed === null) return
        onChange(splitList(typed))
        setTyped(null)
      }}
    />
  )
}

/** `a, b、c；d` → four items, without empty and repeated ones. */
export function splitList(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,，、;；\n]/)
        .map((item) => item.trim())
        .filter(Boolean),
    ),
  ]
}
