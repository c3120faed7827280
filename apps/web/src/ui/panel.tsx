import { type ReactNode, useId } from 'react'

/** A surface with a line. With a title it is a named region. */
export function Panel({
  title,
  note,
  extra,
  children,
  isFlush = false,
  className = '',
}: {
  title?: ReactNode
  note?: ReactNode
  extra?: ReactNode
  children?: ReactNode
  /** Content reaches the edge: for tables and lists. */
  isFlush?: boolean
  className?: string | undefined
}) {
  const id = useId()
  return (
    <section className={`panel ${className}`} aria-labelledby={title ? id : undefined}>
      {title && (
        <header className="panel-head">
          <div className="row g8 base wrap">
            <h2 className="h2" id={id}>
              {title}
            </h2>
            {note && <span className="s t3">{note}</span>}
          </div>
          {extra && <div className="row g8 wrap">{extra}</div>}
        </header>
      )}
      <div className={isFlush ? '' : 'panel-body'}>{children}</div>
    </section>
  )
}
