import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Task, taskOptions } from '../../features/order-work/calls.ts'
import { InstrumentsPanel } from '../../features/order-work/instruments-panel.tsx'
import { InvestigationsPanel } from '../../features/order-work/investigations-panel.tsx'
import { PlanPanel } from '../../features/order-work/plan-panel.tsx'
import { ResultsPanel } from '../../features/order-work/results-panel.tsx'
import { TaskActs } from '../../features/order-work/task-acts.tsx'
import { TaskFacts } from '../../features/order-work/task-facts.tsx'
import { TaskHistory } from '../../features/order-work/task-history.tsx'
import { TaskStateTag } from '../../features/order-work/task-state.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Tag } from '../../ui/tag.tsx'

/** One task: results first, so that it can be worked on with a phone at the bench. */
export function TaskPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(taskOptions(id))
  return (
    <QueryView query={query} isPage>
      {(task) => <TaskView key={task.id} task={task} />}
    </QueryView>
  )
}

function TaskView({ task }: { task: Task }) {
  const { t } = useTranslation('order-work')
  const client = useQueryClient()
  const onChanged = async (next: Task) => {
    client.setQueryData(taskOptions(next.id).queryKey, next)
    await Promise.all([client.invalidateQueries({ queryKey: ['tasks'] }), client.invalidateQueries({ queryKey: ['orders'] })])
  }
  const changed = { task, onChanged }
  return (
    <>
      <PageHead
        crumb={[{ label: t('work.title'), link: { to: '/p/work' } }, { label: task.orderNumber }]}
        title={task.title}
        documentTitle={`${task.title} ${task.orderNumber}`}
        beside={
          <>
            <TaskStateTag state={task.state} /> {task.round > 1 && <Tag kind="line">{t('round', { count: task.round })}</Tag>}
          </>
        }
        line={`${task.orderNumber} · ${task.orderTitle}`}
        actions={
          <>
            {task.kind === 'batch' && task.state !== 'void' && (
              <ButtonLink to="/p/tasks/$id/batch" params={{ id: task.id }}>
                {t('batch.open')}
              </ButtonLink>
            )}
            <TaskActs {...changed} />
          </>
        }
      />
      {!task.isWorkable && <p className="notice">{t('notWorkable')}</p>}
      {task.voidReason && <p className="notice">{t('voidBecause', { reason: task.voidReason })}</p>}
      <div className="two-columns">
        <div className="stack">
          {task.kind === 'test' && <ResultsPanel {...changed} />}
          <InvestigationsPanel {...changed} />
          <TaskHistory task={task} />
        </div>
        <aside className="stack">
          <PlanPanel {...changed} />
          <InstrumentsPanel {...changed} />
          <TaskFacts {...changed} />
        </aside>
      </div>
    </>
  )
}
