import { type InputHTMLAttributes, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Icon, type IconName } from '../icon.tsx'
import '../workspace.css'

/**
 * Stands in for a control whose code is fetched when somebody turns to it: looks the same, hands over the focus, and until then
 * takes what is typed itself. So a page with ten such fields costs nothing before the first is used, and without a network typing still works.
 */
export function LateInput<Part>({
  id,
  text,
  icon,
  load,
  onType,
  children,
  ...input
}: {
  id: string
  text: string
  icon: IconName
  load: () => Promise<Part>
  /** Without it nothing can be typed before the control is there. */
  onType?: (text: string) => void
  children: (part: Part, isOpenFirst: boolean) => ReactNode
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'children'>) {
  const element = useRef<HTMLInputElement>(null)
  const isPressed = useRef(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [taken, setTaken] = useState<{ part: Part; isOpenFirst: boolean } | null>(null)

  const comeIn = async () => {
    try {
      const part = await load()
      // Whoever has gone on, or is typing, is not disturbed: the next focus brings the control.
      const isWaiting = element.current !== null && document.activeElement === element.current && element.current.value === text
      // At once, so that no key falls between the two.
      if (isWaiting) flushSync(() => setTaken({ part, isOpenFirst: isPressed.current }))
    } catch {
      // Not fetched: the field goes on taking text, and the next focus tries again.
    }
  }
  useLayoutEffect(() => {
    if (!taken) return
    const control = document.getElementById(id)
    control?.focus()
    // As the browser does with a field that Tab reaches.
    if (control instanceof HTMLInputElement) control.select()
  }, [taken, id])

  if (taken) return children(taken.part, taken.isOpenFirst)
  return (
    <div className="late">
      <input
        {...input}
        ref={element}
        id={id}
        className="input"
        autoComplete="off"
        readOnly={onType === undefined}
        value={typed ?? text}
        onPointerEnter={() => void load().catch(() => undefined)}
        onPointerDown={() => {
          isPressed.current = true
        }}
        onFocus={() => void comeIn()}
        onChange={(event) => {
          setTyped(event.target.value)
          onType?.(event.target.value)
        }}
        onBlur={(event) => {
          isPressed.current = false
          setTyped(null)
          input.onBlur?.(event)
        }}
      />
      <Icon name={icon} />
    </div>
  )
}
