import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import './workspace.css'

/** A native modal at the right edge, 480 or 720 wide: to look or edit without losing the list. Never over another one. */
export function Drawer({
  title,
  isOpen,
  onClose,
  children,
  foot,
  isWide = false,
}: {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  foot?: ReactNode
  isWide?: boolean
}) {
  const { t } = useTranslation('common')
  const id = useId()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const drawer = element.current
    if (!drawer) return
    if (isOpen && !drawer.open) drawer.showModal()
    if (!isOpen && drawer.open) drawer.close()
  }, [isOpen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog.
    <dialog
      ref={element}
      className={isWide ? 'drawer drawer-wide' : 'drawer'}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === element.current) onClose()
      }}
    >
      {isOpen && (
        <div className="drawer-frame">
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
        </div>
      )}
    </dialog>
  )
}
