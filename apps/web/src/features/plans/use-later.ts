import { useEffect, useState } from 'react'

/** The value as it has been for `delayMs`: what is typed is not asked for letter by letter. Values compare by their JSON. */
export function useLater<Value>(value: Value, delayMs = 350): Value {
  const text = JSON.stringify(value)
  const [later, setLater] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), delayMs)
    return () => clearTimeout(timer)
  }, [text, delayMs])
  return JSON.parse(later) as Value
}
