import { newId } from '@jiju/kernel/ids'
import { daysBetween, type LocalDate } from '@jiju/kernel/local-date'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { RecordInstrument } from '../../contract/work.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { calibrationOn } from '../../core/work/calibration.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { insertUsedInstrument, listCalibrationsOn } from '../sql/work/results.ts'
import { type TaskRow, touchTask } from '../sql/work/tasks.ts'
import { lockTask, recordTaskStep, refuseUnless, type SeenTask, WORKABLE } from './get-task.ts'

/** Records a further instrument of a task that runs, with what is known of its calibration on that day. */
export async function recordInstrument(tx: Db<OrdersTables>, work: Work, seen: SeenTask, body: RecordInstrument): Promise<TaskRow> {
  const { order, task } = await lockTask(tx, seen)
  refuseUnless(WORKABLE, order)
  if (task.state !== 'running') throw new Refusal({ code: 'orders.task_not_running', kind: 'conflict', params: { state: task.state } })
  const today = localDayOf(work.now, ORDER_ZONE)
  const begun = task.started_at ? localDayOf(task.started_at, ORDER_ZONE) : today
  if (body.usedOn > today || daysBetween(body.usedOn, begun) > 31)
    throw new Refusal({ code: 'orders.used_on_other_day', kind: 'refused', params: { from: begun, to: today }, field: '/usedOn' })
  await recordInstruments(tx, work, {
    task,
    personId: seen.personId,
    reason: body.reason ?? null,
    used: [{ resourceId: body.resourceId, reservationId: null }],
    day: body.usedOn,
  })
  if (!(await touchTask(tx, task, null))) throw new Refusal(VERSION_STALE)
  await recordTaskStep(tx, work, {
    task,
    act: 'record_instrument',
    personId: seen.personId,
    detail: { resourceId: body.resourceId, usedOn: body.usedOn },
  })
  return (await lockTask(tx, { ...seen, version: task.version + 1 })).task
}

/**
 * Writes what was used and how its calibration stood. Overdue: refused where the provider's rule blocks it, otherwise a reason is needed and stays with the
 * record. Every instrument that speaks against it is named at once.
 */
export async function recordInstruments(
  tx: Db<OrdersTables>,
  work: Work,
  use: {
    task: TaskRow
    personId: string
    reason: string | null
    used: readonly { resourceId: string; reservationId: string | null }[]
    day?: LocalDate
  },
): Promise<void> {
  const day = use.day ?? localDayOf(work.now, ORDER_ZONE)
  const resourceIds = use.used.map(({ resourceId }) => resourceId)
  const known = await listCalibrationsOn(tx, { providerId: use.task.provider_id, resourceIds, day })
  if (known.length < new Set(resourceIds).size)
    throw new Refusal({ code: 'orders.instrument_missing', kind: 'missing', field: '/resourceId' })
  const problems: Problem[] = []
  for (const row of known) {
    const state = calibrationOn(row.due_on, day)
    const params = { name: row.name, dueOn: row.due_on ?? '' }
    if (state === 'overdue' && row.blocks_when_overdue) problems.push({ code: 'orders.calibration_blocks', kind: 'refused', params })
    else if (state === 'overdue' && !use.reason)
      problems.push({ code: 'orders.calibration_overdue', kind: 'refused', params, field: '/overdueReason' })
  }
  if (problems.length > 0) throw new Refusal(...problems)
  for (const row of known) {
    const state = calibrationOn(row.due_on, day)
    await insertUsedInstrument(tx, {
      id: newId(work.now.getTime()),
      taskId: use.task.id,
      resourceId: row.resource_id,
      reservationId: use.used.find(({ resourceId }) => resourceId === row.resource_id)?.reservationId ?? null,
      usedOn: day,
      calibrationId: row.calibration_id,
      calibrationDueOn: row.due_on,
      calibrationState: state,
      reason: state === 'overdue' ? use.reason : null,
      by: use.personId,
      at: work.now,
    })
  }
}
