import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { DateField } from '../../ui/late/moment-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { arrangeTask, type Task, workMeansOptions } from './calls.ts'

/** Who does it, by when, under which conditions; and who did and checked it. */
export function TaskFacts({ task, onChanged }: { task: Task; onChanged: (next: Task) => void }) {
  const { t } = useTranslation('order-work')
  const format = useFormat()
  const mayArrange = useAccess('orders.task.work') && (task.state === 'planned' || task.state === 'running')
  const [isEditing, setEditing] = useState(false)
  return (
    <Panel
      title={t('facts.title')}
      extra={
        mayArrange &&
        !isEditing && (
          <Button size="sm" onClick={() => setEditing(true)}>
            {t('facts.edit')}
          </Button>
        )
      }
    >
      {isEditing ? (
        <ArrangeForm
          task={task}
          onCancel={() => setEditing(false)}
          onDone={(next) => {
            setEditing(false)
            onChanged(next)
          }}
        />
      ) : (
        <dl className="kv">
          <dt>{t('facts.order')}</dt>
          <dd>
            <Link to="/p/orders/$id" params={{ id: task.orderId }}>
              {task.orderNumber}
            </Link>
          </dd>
          <dt>{t('facts.method')}</dt>
          <dd>{task.method || '—'}</dd>
          <dt>{t('facts.assignee')}</dt>
          <dd>{task.assigneeName ?? t('plan.nobody')}</dd>
          <dt>{t('facts.due')}</dt>
          <dd>{task.dueDay ? format.day(task.dueDay) : '—'}</dd>
          <dt>{t('facts.conditions')}</dt>
          <dd className="pre">{task.conditions || '—'}</dd>
          <dt>{t('facts.note')}</dt>
          <dd className="pre">{task.note || '—'}</dd>
          {task.doneByName && (
            <>
              <dt>{t('facts.doneBy')}</dt>
              <dd>{task.doneByName}</dd>
            </>
          )}
          {task.checkedByName && (
            <>
              <dt>{t('facts.checkedBy')}</dt>
              <dd>{task.checkedByName}</dd>
            </>
          )}
          {task.retestOf && (
            <>
              <dt>{t('facts.retestOf')}</dt>
              <dd>
                <Link to="/p/tasks/$id" params={{ id: task.retestOf }}>
                  {t('round', { count: task.round - 1 })}
                </Link>
              </dd>
            </>
          )}
        </dl>
      )}
    </Panel>
  )
}

function ArrangeForm({ task, onCancel, onDone }: { task: Task; onCancel: () => void; onDone: (next: Task) => void }) {
  const { t } = useTranslation('order-work')
  const means = useQuery(workMeansOptions).data
  const [assigneeId, setAssigneeId] = useState(task.assigneeId ?? '')
  const [dueDay, setDueDay] = useState<string>(task.dueDay ?? '')
  const [conditions, setConditions] = useState(task.conditions)
  const [note, setNote] = useState(task.note)
  const command = useCommand({
    run: arrangeTask,
    onDone: (next) => {
      toast(t('facts.saved'))
      onDone(next)
    },
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        command.mutate({ task, body: { assigneeId: assigneeId || null, dueDay: dueDay || null, conditions, note } })
      }}
    >
      <ProblemSummary error={command.error} />
      <SelectField
        label={t('facts.assignee')}
        value={assigneeId}
        options={[{ value: '', label: t('plan.nobody') }, ...(means?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        onPick={setAssigneeId}
      />
      <DateField label={t('facts.due')} value={dueDay} onChange={({ target }) => setDueDay(target.value)} />
      <TextField
        label={t('facts.conditions')}
        hint={t('facts.conditionsHint')}
        maxLength={1000}
        value={conditions}
        onChange={(event) => setConditions(event.target.value)}
      />
      <TextArea label={t('facts.note')} rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      <div className="row g8">
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('facts.save')}
        </Button>
        <Button onClick={onCancel}>{t('plan.cancel')}</Button>
      </div>
    </form>
  )
}
