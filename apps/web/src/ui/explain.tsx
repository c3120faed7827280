import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** The five lines behind a figure: what it means, how it came about, from where and when, how sure, and the rows. */
type Explanation = { definition: string; formula?: string; source?: string; certainty?: string; link?: ReactNode }

/** Dashed underline; opens on click, Enter and hover, Escape closes. */
export function Explain({ children, explanation, isRight = false }: { children: ReactNode; explanation: Explanation; isRight?: boolean }) {
  const { t } = useTranslation('common')
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const isPinned = useRef(false)
  const wrap = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !wrap.current?.contains(event.target as Node)) {
        isPinned.current = false
        setOpen(false)
      }
    }
    document.addEventListener('keydown', close)
    document.addEventListener('pointerdown', close)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('pointerdown', close)
    }
  }, [isOpen])
  const lines: [string, ReactNode][] = [[t('explain.definition'), explanation.definition]]
  if (explanation.formula) lines.push([t('explain.formula'), explanation.formula])
  if (explanation.source) lines.push([t('explain.source'), explanation.source])
  if (explanation.certainty) lines.push([t('explain.certainty'), explanation.certainty])
  if (explanation.link) lines.push([t('explain.rows'), explanation.link])
  return (
    <span
      className="explain-wrap"
      ref={wrap}
      onPointerEnter={(event) => event.pointerType === 'mouse' && setOpen(true)}
      onPointerLeave={(event) => event.pointerType === 'mouse' && !isPinned.current && setOpen(false)}
    >
      <button
        type="button"
        className="explain"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          isPinned.current = !isPinned.current
          setOpen(isPinned.current)
        }}
      >
        {children}
      </button>
      {isOpen && (
        <span className={isRight ? 'popover popover-right' : 'popover'} id={id} role="note">
          {lines.map(([label, value]) => (
            <span key={label} style={{ display: 'block' }}>
              <span className="t3">{label}　</span>
              {value}
            </span>
          ))}
        </span>
      )}
    </span>
  )
}
