import { Icon } from './icon.tsx'
import './workspace.css'

export type Step = {
  readonly key: string
  readonly name: string
  readonly note?: string | undefined
  readonly state: 'done' | 'now' | 'todo' | 'bad'
}

/** Where a thing stands, with dates. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className="dot">
            {step.state === 'done' && <Icon name="check" size={12} strokeWidth={3} />}
            {step.state === 'bad' && <Icon name="close" size={12} strokeWidth={3} />}
          </span>
          <div className="name">{step.name}</div>
          <div className={step.state === 'now' ? 's warn' : 's t3'}>{step.note}</div>
        </li>
      ))}
    </ol>
  )
}
