import { useTranslation } from 'react-i18next'
import { StepHistory } from '../../ui/step-history.tsx'
import type { Task } from './calls.ts'

/** Every step of a task. */
export function TaskHistory({ task }: { task: Pick<Task, 'steps'> }) {
  const { t } = useTranslation('order-work')
  return (
    <StepHistory
      title={t('history.title')}
      note={t('history.note', { count: task.steps.length })}
      steps={task.steps.map((step) => ({
        name: t(`step.${step.act as 'start'}`),
        reason: step.reason,
        at: step.at,
        by: step.personName,
      }))}
    />
  )
}
