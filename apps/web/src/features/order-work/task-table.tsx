import type { TaskSummary } from '@jiju/orders/contract/work'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TaskStateTag } from './task-state.tsx'

/** Tasks with their time, instrument and day. */
export function TaskTable({ caption, tasks }: { caption: string; tasks: readonly TaskSummary[] }) {
  const { t } = useTranslation('order-work')
  const format = useFormat()
  const today = dayNow()
  const isLate = (task: TaskSummary) => task.dueDay !== null && task.dueDay < today && task.state !== 'checked' && task.state !== 'void'
  const columns: Column<TaskSummary>[] = [
    {
      key: 'title',
      title: t('column.task'),
      cell: (task) => (
        <>
          <Link to="/p/tasks/$id" params={{ id: task.id }}>
            {task.title}
          </Link>{' '}
          {task.round > 1 && <Tag kind="line">{t('round', { count: task.round })}</Tag>}
          <div className="s t3" style={{ fontWeight: 400 }}>
            {[task.orderNumber, task.method].filter(Boolean).join(' · ')}
          </div>
        </>
      ),
    },
    {
      key: 'state',
      title: t('column.state'),
      cell: (task) => (
        <span className="row g8 wrap">
          <TaskStateTag state={task.state} />
          {task.isPlanLost && <Tag kind="warn">{t('plan.lostShort')}</Tag>}
          {task.openInvestigations > 0 && <Tag kind="bad">{t('investigation.open')}</Tag>}
        </span>
      ),
    },
    {
      key: 'plan',
      title: t('column.plan'),
      cell: (task) =>
        task.plannedStart && task.plannedEnd ? (
          <>
            {format.range(task.plannedStart, task.plannedEnd)}
            <div className="s t3">{format.list(task.instrumentNames)}</div>
          </>
        ) : (
          <span className="t3">{t('plan.noneShort')}</span>
        ),
    },
    { key: 'assignee', title: t('column.assignee'), cell: (task) => task.assigneeName ?? '—' },
    {
      key: 'due',
      title: t('column.due'),
      cell: (task) =>
        task.dueDay ? (
          <span className={isLate(task) ? 'bad' : ''}>
            {format.day(task.dueDay)}
            {isLate(task) && ` ${t('work.late')}`}
          </span>
        ) : (
          '—'
        ),
    },
  ]
  return <DataTable caption={caption} columns={columns} rows={tasks} rowKey={(task) => task.id} />
}
