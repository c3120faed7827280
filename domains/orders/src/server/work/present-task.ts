import type { Db } from '@jiju/platform/database/pool'
import type { Task, TaskPlan, TaskResult, TaskSummary } from '../../contract/work.ts'
import { taskActsOf } from '../../core/work/task-machine.ts'
import type { OrdersTables } from '../needs.ts'
import { listPlanResources, listPlans, type PlanResourceRow, type PlanRow } from '../sql/work/plans.ts'
import {
  type EntryRow,
  type InvestigationRow,
  listEntries,
  listInvestigations,
  listUsedInstruments,
  type UsedInstrumentRow,
} from '../sql/work/results.ts'
import { listTaskSteps, type TaskRow } from '../sql/work/tasks.ts'
import { WORKABLE } from './get-task.ts'

export function presentTaskSummary(row: TaskRow): TaskSummary {
  return {
    id: row.id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    orderItemId: row.order_item_id,
    kind: row.kind,
    position: row.position,
    round: row.round,
    title: row.title,
    method: row.method,
    state: row.state,
    version: row.version,
    assigneeId: row.assignee_id,
    assigneeName: row.assignee_name,
    dueDay: row.due_day,
    plannedStart: row.planned_start?.toISOString() ?? null,
    plannedEnd: row.planned_end?.toISOString() ?? null,
    instrumentNames: [...row.instrument_names],
    isPlanLost: row.is_plan_lost,
    openInvestigations: row.open_investigations,
  }
}

/** A task with everything that was ever entered, planned and decided about it. */
export async function presentTask(db: Db<OrdersTables>, row: TaskRow, readerId: string): Promise<Task> {
  const plans = await listPlans(db, row.id)
  const resources = await listPlanResources(
    db,
    plans.map(({ id }) => id),
  )
  const entries = await listEntries(db, [row.id])
  const isWorkable = WORKABLE.includes(row.order_state)
  return {
    ...presentTaskSummary(row),
    orderTitle: row.order_title,
    orderState: row.order_state,
    isWorkable,
    acts: isWorkable ? taskActsOf(row) : [],
    mayCheck: row.state === 'done' && row.done_by !== readerId && !row.entered_by.includes(readerId),
    conditions: row.conditions,
    note: row.note,
    retestOf: row.retest_of,
    retestId: row.retest_id,
    voidReason: row.void_reason,
    doneByName: row.done_by_name,
    checkedByName: row.checked_by_name,
    batchId: row.batch_id,
    plans: plans.map((plan) => presentPlan(plan, resources)),
    results: presentResults(entries),
    investigations: (await listInvestigations(db, row.id)).map(presentInvestigation),
    instruments: (await listUsedInstruments(db, row.id)).map(presentInstrument),
    steps: (await listTaskSteps(db, row.id)).map((step) => ({
      act: step.act,
      from: step.from_state,
      to: step.to_state,
      personName: step.person_name,
      reason: step.reason,
      at: step.at.toISOString(),
    })),
  }
}

function presentPlan(row: PlanRow, resources: readonly PlanResourceRow[]): TaskPlan {
  return {
    id: row.id,
    state: row.state,
    personId: row.person_id,
    personName: row.person_name,
    takesPerson: row.takes_person,
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    endReason: row.end_reason,
    resources: resources
      .filter(({ plan_id }) => plan_id === row.id)
      .map((one) => ({
        resourceId: one.resource_id,
        name: one.name,
        reservationId: one.reservation_id,
        reservationNumber: one.reservation_number,
      })),
  }
}

/** Rows come newest first for each figure. */
function presentResults(rows: readonly EntryRow[]): TaskResult[] {
  const byResult = new Map<string, EntryRow[]>()
  for (const row of rows) byResult.set(row.result_id, [...(byResult.get(row.result_id) ?? []), row])
  return [...byResult.values()].flatMap(([current, ...earlier]) =>
    current ? [{ id: current.result_id, position: current.position, ...presentEntry(current), earlier: earlier.map(presentEntry) }] : [],
  )
}

function presentEntry(row: EntryRow): TaskResult['earlier'][number] {
  return {
    revision: row.revision,
    parameter: row.parameter,
    sampleLabel: row.sample_label,
    value: row.value,
    unit: row.unit,
    limitLow: row.limit_low,
    limitHigh: row.limit_high,
    limitWords: row.limit_words,
    basis: row.basis,
    verdict: row.verdict,
    isWithdrawn: row.is_withdrawn,
    source: row.source,
    reason: row.reason,
    enteredByName: row.entered_by_name,
    enteredAt: row.entered_at.toISOString(),
  }
}

function presentInvestigation(row: InvestigationRow): Task['investigations'][number] {
  return {
    id: row.id,
    taskId: row.task_id,
    resultId: row.result_id,
    parameter: row.parameter,
    value: row.value,
    state: row.state,
    openedByName: row.opened_by_name,
    openedAt: row.opened_at.toISOString(),
    cause: row.cause,
    findings: row.findings,
    conclusion: row.conclusion,
    isRetestAllowed: row.is_retest_allowed,
    closedByName: row.closed_by_name,
    closedAt: row.closed_at?.toISOString() ?? null,
  }
}

function presentInstrument(row: UsedInstrumentRow): Task['instruments'][number] {
  return {
    id: row.id,
    resourceId: row.resource_id,
    name: row.name,
    usedOn: row.used_on,
    calibrationState: row.calibration_state,
    calibrationDueOn: row.calibration_due_on,
    certificateNo: row.certificate_no,
    reason: row.reason,
    recordedByName: row.recorded_by_name,
  }
}
