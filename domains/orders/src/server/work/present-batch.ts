import type { Db } from '@jiju/platform/database/pool'
import type { Batch, Recipe } from '../../contract/batches.ts'
import { yieldPercent } from '../../core/work/batch-check.ts'
import type { OrdersTables } from '../needs.ts'
import { type BatchRow, listBatchChecks, listBatchSteps, type RecipeVersionRow } from '../sql/work/batches.ts'

/** The record of a batch: each step with every value that was entered. */
export async function presentBatch(db: Db<OrdersTables>, row: BatchRow, readerId: string): Promise<Batch> {
  const steps = await listBatchSteps(db, row.id)
  const checks = await listBatchChecks(db, row.id)
  const presented = steps.map((step): Batch['steps'][number] => ({
    position: step.position,
    title: step.title,
    instruction: step.instruction,
    doneByName: step.done_by_name,
    doneAt: step.done_at?.toISOString() ?? null,
    words: step.words ?? '',
    witnessedByName: step.witnessed_by_name,
    mayWitness: row.state === 'running' && step.done_at !== null && step.witnessed_by_name === null && step.done_by !== readerId,
    checks: step.checks.map((check) => {
      const [current, ...earlier] = checks.filter((one) => one.step_position === step.position && one.parameter === check.parameter)
      return {
        ...check,
        value: current?.value ?? null,
        isWithin: current?.is_within ?? null,
        enteredByName: current?.entered_by_name ?? null,
        earlier: earlier.map((one) => ({
          value: one.value,
          enteredByName: one.entered_by_name,
          enteredAt: one.entered_at.toISOString(),
          reason: one.reason,
        })),
      }
    }),
  }))
  return {
    id: row.id,
    number: row.number,
    taskId: row.task_id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    recipeName: row.recipe_name,
    recipeCode: row.recipe_code,
    recipeVersion: row.recipe_version,
    plannedSize: row.planned_size,
    sizeUnit: row.size_unit,
    yieldSize: row.yield_size,
    yieldPercent: row.yield_size === null ? null : yieldPercent(row.yield_size, row.planned_size),
    state: row.state,
    version: row.version,
    mayDecide: row.state === 'made' && !row.makers.includes(readerId),
    begunByName: row.begun_by_name,
    begunAt: row.begun_at.toISOString(),
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionWords: row.decision_words,
    outside: presented.flatMap((step) => step.checks).filter((check) => check.isWithin === false).length,
    steps: presented,
  }
}

/** Versions of a recipe come newest first. */
export function presentRecipes(rows: readonly RecipeVersionRow[]): Recipe[] {
  const recipes = new Map<string, Recipe>()
  for (const row of rows) {
    const recipe = recipes.get(row.recipe_id) ?? { id: row.recipe_id, code: row.code, name: row.name, versions: [] }
    recipe.versions.push({
      id: row.id,
      number: row.number,
      state: row.state,
      batchSize: row.batch_size,
      sizeUnit: row.size_unit,
      steps: row.steps.map((step) => ({ ...step, checks: [...step.checks] })),
      changeWords: row.change_words,
      writtenByName: row.written_by_name,
      writtenAt: row.written_at.toISOString(),
      approvedByName: row.approved_by_name,
      approvedAt: row.approved_at?.toISOString() ?? null,
    })
    recipes.set(row.recipe_id, recipe)
  }
  return [...recipes.values()]
}
