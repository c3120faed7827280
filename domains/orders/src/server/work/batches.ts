import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { type Db, violatedConstraint } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { BeginBatch, DecideBatch, RecordBatchStep, WriteRecipe } from '../../contract/batches.ts'
import { isWithin } from '../../core/work/batch-check.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { lockOrder } from '../sql/service-orders.ts'
import {
  approveRecipeVersion,
  type BatchRow,
  changeBatch,
  findBatch,
  findRecipeVersion,
  insertBatch,
  insertBatchCheck,
  listBatchChecks,
  listBatchesOfTask,
  listBatchSteps,
  lockRecipe,
  putRecipe,
  recordBatchStep,
  witnessBatchStep,
  writeRecipeVersion,
} from '../sql/work/batches.ts'
import { findTask, moveTask, touchTask } from '../sql/work/tasks.ts'
import { getTask, recordTaskStep, refuseUnless, WORKABLE, type Worker } from './get-task.ts'

const BATCH_MISSING: Problem = { code: 'orders.batch_missing', kind: 'missing' }
const RECIPE_MISSING: Problem = { code: 'orders.recipe_missing', kind: 'missing' }
type SeenBatch = Worker & { readonly batchId: string; readonly version: number }

/** The draft of a recipe: a new one, or the next version of the one that has this code. */
export async function writeRecipe(tx: Db<OrdersTables>, work: Work, by: Worker, body: WriteRecipe): Promise<void> {
  const { code, name, batchSize, sizeUnit, steps, changeWords } = body
  const id = newId(work.now.getTime())
  const recipeId = await putRecipe(tx, { id, providerId: by.providerId, code, name, by: by.personId, at: work.now })
  await writeRecipeVersion(tx, {
    id: newId(work.now.getTime()),
    recipeId,
    batchSize,
    sizeUnit,
    steps,
    changeWords,
    by: by.personId,
    at: work.now,
  })
  await work.audit({ action: 'orders.recipe.write', subjectType: 'recipe', subjectId: recipeId, detail: { code } })
}

/** Another person than its writer puts the draft into force. */
export async function approveRecipe(tx: Db<OrdersTables>, work: Work, by: Worker & { recipeId: string }): Promise<void> {
  const recipe = await lockRecipe(tx, by.recipeId)
  if (recipe?.provider_id !== by.providerId) throw new Refusal(RECIPE_MISSING)
  const isApproved = await approveRecipeVersion(tx, { recipeId: by.recipeId, by: by.personId, at: work.now }).catch((error: unknown) => {
    if (violatedConstraint(error) === 'recipe_version_second_person')
      throw new Refusal({ code: 'orders.recipe_own_draft', kind: 'refused' })
    throw error
  })
  if (!isApproved) throw new Refusal({ code: 'orders.recipe_without_draft', kind: 'conflict' })
  await work.audit({ action: 'orders.recipe.approve', subjectType: 'recipe', subjectId: by.recipeId })
}

/** Begins a batch of a running task by the version of the recipe that is in force. */
export async function beginBatch(tx: Db<OrdersTables>, work: Work, by: Worker & { taskId: string }, body: BeginBatch): Promise<BatchRow> {
  const { task } = await getTask(tx, by)
  const order = await lockOrder(tx, task.order_id)
  if (order) refuseUnless(WORKABLE, order)
  const locked = await findTask(tx, task.id)
  if (locked?.kind !== 'batch' || locked.state !== 'running')
    throw new Refusal({ code: 'orders.task_not_running', kind: 'conflict', params: { state: task.state } })
  if ((await listBatchesOfTask(tx, task.id)).some(({ state }) => state === 'running' || state === 'made'))
    throw new Refusal({ code: 'orders.batch_running', kind: 'conflict' })
  const recipe = await findRecipeVersion(tx, body.recipeVersionId)
  if (recipe?.provider_id !== by.providerId) throw new Refusal(RECIPE_MISSING)
  if (recipe.state !== 'approved')
    throw new Refusal({ code: 'orders.recipe_not_in_force', kind: 'refused', params: { number: recipe.number } })
  const id = newId(work.now.getTime())
  await insertBatch(tx, {
    id,
    number: body.number,
    taskId: task.id,
    orderId: task.order_id,
    providerId: by.providerId,
    recipeVersionId: recipe.id,
    plannedSize: body.plannedSize,
    sizeUnit: recipe.size_unit,
    by: by.personId,
    at: work.now,
    steps: recipe.steps,
  }).catch((error: unknown) => {
    if (violatedConstraint(error) === 'batch_number')
      throw new Refusal({ code: 'orders.batch_number_taken', kind: 'conflict', params: { number: body.number }, field: '/number' })
    throw error
  })
  if (!(await touchTask(tx, locked, by.personId))) throw new Refusal(VERSION_STALE)
  await recordTaskStep(tx, work, {
    task: locked,
    act: 'begin_batch',
    personId: by.personId,
    detail: { batchId: id, number: body.number, recipeVersion: recipe.number },
  })
  return getBatch(tx, id, by.providerId)
}

/** The steps of a recipe are done in order; each value that was entered stays, a change says why. */
export async function recordStep(
  tx: Db<OrdersTables>,
  work: Work,
  seen: SeenBatch & { position: number },
  body: RecordBatchStep,
): Promise<BatchRow> {
  const batch = await lockBatch(tx, seen)
  if (batch.state !== 'running') throw new Refusal({ code: 'orders.batch_not_running', kind: 'conflict' })
  const steps = await listBatchSteps(tx, batch.id)
  const step = steps.find(({ position }) => position === seen.position)
  if (!step) throw new Refusal(BATCH_MISSING)
  const known = await listBatchChecks(tx, batch.id)
  const problems: Problem[] = []
  if (steps.some((other) => other.position < seen.position && other.done_at === null))
    problems.push({ code: 'orders.batch_step_before', kind: 'refused' })
  if (step.witnessed_by_name !== null) problems.push({ code: 'orders.batch_step_witnessed', kind: 'conflict' })
  const entered = new Set(known.filter((row) => row.step_position === seen.position).map(({ parameter }) => parameter))
  for (const [index, value] of body.values.entries()) {
    const check = step.checks.find(({ parameter }) => parameter === value.parameter)
    if (!check)
      problems.push({
        code: 'orders.batch_check_unknown',
        kind: 'refused',
        params: { parameter: value.parameter },
        field: `/values/${index}/parameter`,
      })
    else if (entered.has(value.parameter) && !value.reason)
      problems.push({ code: 'orders.reason_missing', kind: 'refused', field: `/values/${index}/reason` })
  }
  const after = new Set([...entered, ...body.values.map(({ parameter }) => parameter)])
  const missing = step.checks.filter(({ parameter }) => !after.has(parameter))
  if (body.isDone && missing.length > 0)
    problems.push({ code: 'orders.batch_checks_missing', kind: 'refused', params: { count: missing.length } })
  if (problems.length > 0) throw new Refusal(...problems)
  for (const { parameter, value, reason } of body.values) {
    const check = step.checks.find((one) => one.parameter === parameter)
    const last = known.find((row) => row.step_position === seen.position && row.parameter === parameter)
    await insertBatchCheck(tx, {
      id: newId(work.now.getTime()),
      batchId: batch.id,
      position: seen.position,
      parameter,
      revision: (last?.revision ?? 0) + 1,
      value,
      isWithin: check ? isWithin(value, check) : null,
      reason: last ? (reason ?? null) : null,
      by: seen.personId,
      at: work.now,
    })
  }
  await recordBatchStep(tx, {
    batchId: batch.id,
    position: seen.position,
    words: body.words,
    doneBy: body.isDone ? seen.personId : null,
    at: work.now,
  })
  return changed(tx, work, batch, seen, {
    act: 'record_step',
    state: 'running',
    maker: seen.personId,
    detail: { position: seen.position, isDone: body.isDone },
  })
}

/** A second person has seen a step done. */
export async function witnessStep(tx: Db<OrdersTables>, work: Work, seen: SeenBatch & { position: number }): Promise<BatchRow> {
  const batch = await lockBatch(tx, seen)
  const isSeen = await witnessBatchStep(tx, { batchId: batch.id, position: seen.position, by: seen.personId, at: work.now }).catch(
    (error: unknown) => {
      if (violatedConstraint(error) === 'batch_step_second_person') throw new Refusal({ code: 'orders.check_own_work', kind: 'refused' })
      throw error
    },
  )
  if (!isSeen) throw new Refusal({ code: 'orders.batch_step_not_done', kind: 'conflict' })
  return changed(tx, work, batch, seen, {
    act: 'witness_step',
    state: batch.state,
    maker: seen.personId,
    detail: { position: seen.position },
  })
}

/** All steps are done: the batch waits for the decision of a quality person. */
export async function finishBatch(tx: Db<OrdersTables>, work: Work, seen: SeenBatch, yieldSize: string): Promise<BatchRow> {
  const batch = await lockBatch(tx, seen)
  if (batch.state !== 'running') throw new Refusal({ code: 'orders.batch_not_running', kind: 'conflict' })
  const open = (await listBatchSteps(tx, batch.id)).filter(({ done_at }) => done_at === null)
  if (open.length > 0) throw new Refusal({ code: 'orders.batch_steps_open', kind: 'refused', params: { count: open.length } })
  return changed(tx, work, batch, seen, { act: 'finish', state: 'made', maker: seen.personId, yieldSize, detail: { yieldSize } })
}

/** Release or rejection by somebody who had no hand in making it. With a release the task is checked; a rejected batch may be made again. */
export async function decideBatch(tx: Db<OrdersTables>, work: Work, seen: SeenBatch, body: DecideBatch): Promise<BatchRow> {
  const batch = await lockBatch(tx, seen)
  if (batch.state !== 'made') throw new Refusal({ code: 'orders.batch_not_made', kind: 'conflict' })
  const state = body.isReleased ? 'released' : 'rejected'
  const row = await changed(tx, work, batch, seen, {
    act: state,
    state,
    maker: null,
    decision: { by: seen.personId, words: body.words },
    detail: {},
  })
  if (body.isReleased) await checkTask(tx, work, batch, seen.personId)
  await work.publish('orders.batch_decided', { batchId: batch.id, orderId: batch.order_id, providerId: batch.provider_id, state })
  return row
}

/** The task of a released batch: the maker has done it, the quality person has checked it. */
async function checkTask(tx: Db<OrdersTables>, work: Work, batch: BatchRow, personId: string): Promise<void> {
  const task = await findTask(tx, batch.task_id)
  const maker = batch.makers.at(-1)
  if (task?.state !== 'running' || !maker)
    throw new Refusal({ code: 'orders.task_not_running', kind: 'conflict', params: { state: task?.state ?? '' } })
  const done = await moveTask(tx, task, { from: 'running', to: 'done', personId: maker, reason: null, now: work.now })
  const isChecked =
    done &&
    (await moveTask(tx, { id: task.id, version: task.version + 1 }, { from: 'done', to: 'checked', personId, reason: null, now: work.now }))
  if (!isChecked) throw new Refusal(VERSION_STALE)
  await recordTaskStep(tx, work, { task, act: 'complete', to: 'done', personId: maker, detail: { batchId: batch.id } })
  await recordTaskStep(tx, work, {
    task: { ...task, version: task.version + 1, state: 'done' },
    act: 'release',
    to: 'checked',
    personId,
    detail: { batchId: batch.id },
  })
}

type BatchMove = Omit<Parameters<typeof changeBatch>[2], 'at'> & {
  readonly act: string
  readonly detail: Readonly<Record<string, unknown>>
}

async function changed(
  tx: Db<OrdersTables>,
  work: Work,
  batch: BatchRow,
  seen: Worker,
  { act, detail, ...to }: BatchMove,
): Promise<BatchRow> {
  const isChanged = await changeBatch(tx, batch, { ...to, at: work.now }).catch((error: unknown) => {
    if (violatedConstraint(error) === 'batch_quality_person') throw new Refusal({ code: 'orders.batch_own_release', kind: 'refused' })
    throw error
  })
  if (!isChanged) throw new Refusal(VERSION_STALE)
  await work.audit({ action: `orders.batch.${act}`, subjectType: 'batch', subjectId: batch.id, detail: { ...detail, to: to.state } })
  return getBatch(tx, batch.id, seen.providerId)
}

async function lockBatch(tx: Db<OrdersTables>, seen: SeenBatch): Promise<BatchRow> {
  const before = await getBatch(tx, seen.batchId, seen.providerId)
  const order = await lockOrder(tx, before.order_id)
  if (order) refuseUnless(WORKABLE, order)
  const batch = await getBatch(tx, seen.batchId, seen.providerId)
  if (batch.version !== seen.version) throw new Refusal(VERSION_STALE)
  return batch
}

export async function getBatch(db: Db<OrdersTables>, id: string, providerId: string): Promise<BatchRow> {
  const batch = await findBatch(db, id)
  if (batch?.provider_id !== providerId) throw new Refusal(BATCH_MISSING)
  return batch
}
