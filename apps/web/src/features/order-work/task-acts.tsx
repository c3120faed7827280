import type { TaskAct } from '@jiju/orders/core/work/task-machine'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestProblem } from '../../lib/problem.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { actOnTask, type Task } from './calls.ts'

const WITH_REASON = ['send_back', 'reopen', 'void'] as const satisfies readonly TaskAct[]
type ReasonedAct = (typeof WITH_REASON)[number]
const isReasoned = (act: TaskAct): act is ReasonedAct => (WITH_REASON as readonly TaskAct[]).includes(act)
const OVERDUE = 'orders.calibration_overdue'

/** What can be done with a task now, by whom; an overdue calibration asks for a reason before the work starts. */
export function TaskActs({ task, onChanged }: { task: Task; onChanged: (next: Task) => void }) {
  const { t } = useTranslation('order-work')
  const mayWork = useAccess('orders.task.work')
  const mayCheck = useAccess('orders.task.check')
  const mayDecide = useAccess('orders.task.decide')
  const may: Readonly<Record<TaskAct, boolean>> = {
    start: mayWork,
    complete: mayWork,
    check: mayCheck && task.mayCheck,
    send_back: mayCheck,
    reopen: mayDecide,
    void: mayDecide,
  }
  const acts = task.acts.filter((act) => may[act])
  const isOwnWork = task.state === 'done' && task.acts.includes('check') && !task.mayCheck
  if (acts.length === 0 && !isOwnWork) return null
  return (
    <>
      {isOwnWork && <span className="s t2">{t('act.ownWork')}</span>}
      {acts.map((act) => (
        <ActButton key={act} task={task} act={act} onChanged={onChanged} />
      ))}
    </>
  )
}

function ActButton({ task, act, onChanged }: { task: Task; act: TaskAct; onChanged: (next: Task) => void }) {
  const { t } = useTranslation('order-work')
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const command = useCommand({
    run: actOnTask,
    onDone: (next) => {
      setOpen(false)
      setReason('')
      toast(t(`act.${act}.done`))
      onChanged(next)
    },
  })
  const isOverdue = command.error instanceof RequestProblem && command.error.problems.some(({ code }) => code === OVERDUE)
  const needsReason = isReasoned(act)
  const asks = needsReason || isOverdue || command.error !== null
  const kind = act === 'void' ? 'danger' : ['start', 'complete', 'check'].includes(act) ? 'primary' : 'default'
  const send = () => {
    const words = reason.trim()
    command.mutate({ task, act, body: words === '' ? {} : needsReason ? { reason: words } : { overdueReason: words } })
    if (!needsReason) setOpen(true)
  }
  return (
    <>
      <Button kind={kind} isBusy={command.isPending} onClick={() => (needsReason ? setOpen(true) : send())}>
        {t(`act.${act}.button`)}
      </Button>
      <Dialog
        title={t(`act.${act}.button`)}
        isOpen={isOpen && asks}
        onClose={() => setOpen(false)}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>{t('act.keep')}</Button>
            {(needsReason || isOverdue) && (
              <Button kind={kind} isBusy={command.isPending} disabled={!reason.trim()} onClick={send}>
                {t(`act.${act}.button`)}
              </Button>
            )}
          </>
        }
      >
        <div className="stack">
          <ProblemSummary error={command.error} />
          {isReasoned(act) && <p>{t(`act.${act}.effect`)}</p>}
          {(needsReason || isOverdue) && (
            <TextArea
              label={t(isOverdue ? 'act.overdueReason' : 'act.reason')}
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </div>
      </Dialog>
    </>
  )
}
