import { conditionOf, type FactTable } from './fact-table.ts'
import type { Model } from './model.ts'

/** The place of each row's stage in the model, −1 for none; a model without stages has all at 0. */
export function stagesOf(model: Model, table: FactTable): Int16Array {
  const stages = new Int16Array(table.ids.length)
  if (model.stages.length === 0) return stages
  const questions = model.stages.map(({ when }) => when.map((condition) => conditionOf(table, condition)))
  for (let row = 0; row < stages.length; row += 1) stages[row] = questions.findIndex((all) => all.every((isTrue) => isTrue(row)))
  return stages
}

/** The cohort of each row by the model's rule, −1 for none. */
export function cohortsOf(model: Model, stages: Int16Array): Int16Array {
  return model.cohort === 'stage' ? stages : stages.map((stage) => Math.min(stage, 0))
}

/** The cohort of one row, −1 for none. */
export function cohortOf(model: Model, stages: Int16Array, row: number): number {
  return cohortsOf(model, stages.subarray(row, row + 1))[0] as number
}

/** How many cohorts the model knows. */
export function cohortCountOf({ cohort, stages }: Model): number {
  return cohort === 'stage' ? Math.max(stages.length, 1) : 1
}

/** The rows of each cohort in ascending order. */
export function rowsByCohort(cohorts: Int16Array, count: number): readonly Uint32Array[] {
  const sizes = new Uint32Array(count)
  for (const cohort of cohorts) if (cohort >= 0) sizes[cohort] = (sizes[cohort] as number) + 1
  const groups = Array.from(sizes, (size) => new Uint32Array(size))
  sizes.fill(0)
  for (let row = 0; row < cohorts.length; row += 1) {
    const cohort = cohorts[row] as number
    if (cohort < 0) continue
    const place = sizes[cohort] as number
    ;(groups[cohort] as Uint32Array)[place] = row
    sizes[cohort] = place + 1
  }
  return groups
}
