import { useEffect, useState } from 'react'

/** A value as it was when it last stood still for `ms`; compared by content. */
export function useDebounced<Value>(value: Value, ms: number): Value {
  const text = JSON.stringify(value)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms)
    return () => clearTimeout(timer)
  }, [text, ms])
  return JSON.parse(settled) as Value
}
