import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import './workspace.css'
import { FieldNotes } from './field.tsx'

/** Finds one of many by typing: asks the server 250 ms after the last key, keeps the last answer while the next is on its way. */
export function Combobox<Item>({
  label,
  hint,
  error,
  placeholder,
  queryKey,
  find,
  keyOf,
  show,
  none,
  onPick,
  minLength = 2,
}: {
  label: string
  hint?: ReactNode
  error?: string | null | undefined
  placeholder?: string
  queryKey: string
  find: (text: string, signal: AbortSignal) => Promise<readonly Item[]>
  keyOf: (item: Item) => string
  show: (item: Item) => ReactNode
  /** Shown when nothing is found; may offer to make it. */
  none: ReactNode | ((text: string) => ReactNode)
  onPick: (item: Item) => void
  minLength?: number
}) {
  const id = useId()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 250)
    return () => clearTimeout(timer)
  }, [text])
  const query = useQuery({
    queryKey: [queryKey, 'find', asked],
    queryFn: ({ signal }) => find(asked, signal),
    enabled: asked.length >= minLength,
    placeholderData: (earlier) => earlier,
  })
  const items = asked.length >= minLength ? (query.data ?? []) : []
  const isShown = isOpen && asked.length >= minLength && query.data !== undefined

  const pick = (item: Item) => {
    onPick(item)
    setText('')
    setAsked('')
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((at) => (items.length === 0 ? 0 : (at + step + items.length) % items.length))
    } else if (event.key === 'Enter' && isShown && items[active]) {
      event.preventDefault()
      pick(items[active])
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <div className="combo">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && items[active] ? `${id}-${active}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <FieldNotes id={id} hint={hint} error={error} />
      {isShown && items.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the listbox of the pattern (ARIA 1.2 combobox).
        <ul className="combo-list" id={`${id}-list`} role="listbox" aria-label={label}>
          {items.map((item, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys.
            // biome-ignore lint/a11y/useFocusableInteractive: named by aria-activedescendant.
            <li
              key={keyOf(item)}
              id={`${id}-${index}`}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of the listbox above.
              role="option"
              aria-selected={index === active}
              onPointerEnter={() => setActive(index)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(item)}
            >
              {show(item)}
            </li>
          ))}
        </ul>
      )}
      {isShown && items.length === 0 && !query.isFetching && (
        <div className="combo-list" onPointerDown={(event) => event.preventDefault()}>
          <div className="combo-none">{typeof none === 'function' ? none(asked) : none}</div>
        </div>
      )}
    </div>
  )
}
