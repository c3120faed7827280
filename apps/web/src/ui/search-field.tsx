import { useEffect, useRef, useState } from 'react'
import { TextField } from './field.tsx'

/** A text condition of a list: applied 300 ms after the last key. */
export function SearchField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value)
  const applied = useRef(value)
  const apply = useRef(onChange)
  apply.current = onChange
  useEffect(() => {
    // The address changed by another way: back, or 清除条件.
    if (value !== applied.current) {
      applied.current = value
      setText(value)
    }
  }, [value])
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = text.trim()
      if (next === applied.current) return
      applied.current = next
      apply.current(next)
    }, 300)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <TextField
      label={label}
      isLabelHidden
      type="search"
      placeholder={label}
      value={text}
      maxLength={100}
      onChange={(event) => setText(event.target.value)}
    />
  )
}
