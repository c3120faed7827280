import { type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './frame.module.css'

/** A button that opens a list of links. Escape and a press outside close it; choosing an entry too. */
export function Menu({
  label,
  button,
  children,
  className = '',
}: {
  label: string
  button: ReactNode
  children: ReactNode
  className?: string | undefined
}) {
  const [isOpen, setOpen] = useState(false)
  const wrap = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      opener.current?.focus()
    }
    const onPress = (event: PointerEvent) => {
      if (!wrap.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress)
    }
  }, [isOpen])
  return (
    <div className={`${styles.menu} ${className}`} ref={wrap}>
      <button type="button" className={styles.menuButton} aria-expanded={isOpen} ref={opener} onClick={() => setOpen(!isOpen)}>
        {button}
        <span className="sr-only">{label}</span>
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: closes after whatever link or button inside was used.
        <div className={styles.menuList} onClick={() => setOpen(false)}>
          {children}
        </div>
      )}
    </div>
  )
}
