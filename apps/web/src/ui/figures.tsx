import type { ReactNode } from 'react'
import './workspace.css'

type Figure = {
  readonly key: string
  readonly label: ReactNode
  readonly value: ReactNode
  readonly unit?: string
  readonly note?: ReactNode
}

/** The few figures that matter on a first page. */
export function Figures({ items }: { items: readonly Figure[] }) {
  return (
    <div className="panel figures">
      {items.map((item) => (
        <div key={item.key}>
          <div className="m t3">{item.label}</div>
          <div>
            <span className="figure-value">{item.value}</span>
            {item.unit && <span className="m t2"> {item.unit}</span>}
          </div>
          {item.note && <div className="s t3">{item.note}</div>}
        </div>
      ))}
    </div>
  )
}
