import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

/** A native modal: `dialog` in the middle for one decision, `sheet` from the bottom on phones. Escape and the backdrop close it; the focus returns. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  foot,
  look = 'dialog',
  isWide = false,
}: {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  foot?: ReactNode
  look?: 'dialog' | 'sheet'
  isWide?: boolean
}) {
  const { t } = useTranslation('common')
  const id = useId()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = element.current
    if (!dialog) return
    if (isOpen && !dialog.open) dialog.showModal()
    if (!isOpen && dialog.open) dialog.close()
  }, [isOpen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog.
    <dialog
      ref={element}
      className={`${look} ${isWide ? 'dialog-wide' : ''}`}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === element.current) onClose()
      }}
    >
      {isOpen && (
        <>
          <div className="dialog-head">
            <h2 className="h2" id={id}>
              {title}
            </h2>
            <button type="button" className="icon-btn" onClick={onClose} aria-label={t('close')}>
              <Icon name="close" />
            </button>
          </div>
          <div className="dialog-body">{children}</div>
          {foot && <div className="dialog-foot">{foot}</div>}
        </>
      )}
    </dialog>
  )
}
