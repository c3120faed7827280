import type { ReactNode } from 'react'
import { PageTitle } from '../../ui/page-title.tsx'
import '../../ui/workspace.css'

/** One task in the middle: signing in, signing up, resetting. */
export function NarrowPage({
  title,
  lead,
  children,
  isWide = false,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
  isWide?: boolean
}) {
  return (
    <div className={isWide ? 'narrow-page narrow-page-wide' : 'narrow-page'}>
      <div>
        <PageTitle>{title}</PageTitle>
        {lead && <p className="t2">{lead}</p>}
      </div>
      {children}
    </div>
  )
}
