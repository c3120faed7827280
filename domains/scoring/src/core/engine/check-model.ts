import { isObject } from './check-model-kinds.ts'
import { checkMeaning } from './check-model-meaning.ts'
import { model } from './check-model-shape.ts'
import type { FactTable } from './fact-table.ts'
import { branchesOf, type Model } from './model.ts'
import { MAX_OUTRANKED } from './outranking.ts'
import { cohortCountOf, cohortsOf, rowsByCohort, stagesOf } from './stages.ts'

/** Something wrong with a model: where, as a JSON pointer (RFC 6901), and what. A warning does not keep the model from use. */
export type Mistake = {
  readonly path: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly isWarning: boolean
}

const WARNINGS: ReadonlySet<string> = new Set([
  'scoring.model_mean_zero',
  'scoring.model_stages_overlap',
  'scoring.model_fact_unused',
  'scoring.model_cap_zero',
])

/** Everything that is wrong with a value as a model; nothing, or only warnings, means that the engine takes it. */
export function checkModel(value: unknown): Mistake[] {
  const mistakes: Mistake[] = []
  const report = (path: string, code: string, params: Mistake['params'] = {}) => {
    mistakes.push({ path, code, params, isWarning: WARNINGS.has(code) })
  }
  model(value, '', report)
  if (isObject(value)) checkMeaning(value, report)
  return mistakes
}

/** What keeps a good model from these facts: a cohort with more rows than can be compared one by one. */
export function checkCohorts(model: Model, table: FactTable): Mistake[] {
  const outranking = branchesOf(model).filter(({ aggregate }) => aggregate.kind === 'outranking')
  if (outranking.length === 0) return []
  const groups = rowsByCohort(cohortsOf(model, stagesOf(model, table)), cohortCountOf(model))
  const most = Math.max(...groups.map((rows) => rows.length))
  if (most <= MAX_OUTRANKED) return []
  return outranking.map(({ code }) => ({
    path: '/root',
    code: 'scoring.model_outranking_many',
    params: { branch: code, rows: most, most: MAX_OUTRANKED },
    isWarning: false,
  }))
}
