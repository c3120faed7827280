import type { ReactNode } from 'react'
import { useFormat } from '../lib/use-format.ts'
import { Icon } from './icon.tsx'

type ShownStep = { readonly name: ReactNode; readonly reason?: ReactNode; readonly at: string; readonly by: ReactNode }

/** Every step of a matter, newest last; collapsed until it is asked for. */
export function StepHistory({ title, note, steps }: { title: string; note?: ReactNode; steps: readonly ShownStep[] }) {
  const format = useFormat()
  return (
    <details className="panel fold">
      <summary className="panel-head">
        <span className="row g8 base">
          <h2 className="h2">{title}</h2>
          {note && <span className="s t3">{note}</span>}
        </span>
        <Icon name="chevronDown" />
      </summary>
      <ol className="line-list">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are never moved or taken away.
          <li key={index} style={{ alignItems: 'flex-start' }}>
            <span className="f1">
              <span>{step.name}</span>
              {step.reason && (
                <span className="s t2" style={{ display: 'block' }}>
                  {step.reason}
                </span>
              )}
            </span>
            <span className="s t3 r">
              {format.stamp(step.at)}
              <br />
              {step.by}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
