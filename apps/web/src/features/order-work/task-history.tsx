import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Task } from './calls.ts'

/** Every step of a task; collapsed until it is asked for. */
export function TaskHistory({ task }: { task: Pick<Task, 'steps'> }) {
  const { t } = useTranslation('order-work')
  const format = useFormat()
  return (
    <details className="panel fold">
      <summary className="panel-head">
        <span className="row g8 base">
          <h2 className="h2">{t('history.title')}</h2>
          <span className="s t3">{t('history.note', { count: task.steps.length })}</span>
        </span>
        <Icon name="chevronDown" />
      </summary>
      <ol className="line-list">
        {task.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are never moved or taken away.
          <li key={index} style={{ alignItems: 'flex-start' }}>
            <span className="f1">
              <span>{t(`step.${step.act as 'start'}`)}</span>
              {step.reason && (
                <span className="s t2" style={{ display: 'block' }}>
                  {step.reason}
                </span>
              )}
            </span>
            <span className="s t3 r">
              {format.stamp(step.at)}
              <br />
              {step.personName}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
