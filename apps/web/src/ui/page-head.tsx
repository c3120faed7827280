import type { ReactNode } from 'react'
import { Crumb, type CrumbItem } from './crumb.tsx'
import { PageTitle } from './page-title.tsx'
import './workspace.css'

/** Title with the figures that matter beside it, actions on the right, and under it who and what it is about. */
export function PageHead({
  title,
  beside,
  line,
  actions,
  crumb,
  documentTitle,
}: {
  title: ReactNode
  beside?: ReactNode
  line?: ReactNode
  actions?: ReactNode
  crumb?: readonly CrumbItem[]
  documentTitle?: string | undefined
}) {
  return (
    <>
      {crumb && <Crumb items={crumb} />}
      <div className="page-head">
        <div className="f1">
          <div className="page-head-text">
            <PageTitle documentTitle={documentTitle}>{title}</PageTitle>
            {beside}
          </div>
          {line && <div className="t2 in-text">{line}</div>}
        </div>
        {actions && <div className="row g8 wrap">{actions}</div>}
      </div>
    </>
  )
}
