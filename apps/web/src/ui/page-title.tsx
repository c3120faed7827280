import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { focusPageTitle } from '../lib/page-focus.ts'

/** The `h1` of a page: sets the window's title and takes the focus after a change of route. */
export function PageTitle({
  children,
  documentTitle,
  className = 'h1',
}: {
  children: ReactNode
  /** Plain text for the window; needed when `children` is not a string. */
  documentTitle?: string | undefined
  className?: string | undefined
}) {
  const { t } = useTranslation('common')
  const heading = useRef<HTMLHeadingElement>(null)
  const title = documentTitle ?? (typeof children === 'string' ? children : '')
  useEffect(() => {
    document.title = title ? `${title} · ${t('brand')}` : `${t('brand')} · ${t('brandLong')}`
  }, [title, t])
  useEffect(() => focusPageTitle(heading.current), [])
  return (
    <h1 className={className} tabIndex={-1} ref={heading}>
      {children}
    </h1>
  )
}
