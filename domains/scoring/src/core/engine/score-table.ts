import { meanOf } from './aggregate.ts'
import { type Distribution, treat } from './distribution.ts'
import { type FactEvent, type FactTable, holds, measureColumn } from './fact-table.ts'
import { cohortsOf, type Fit, stagesOf } from './fit-model.ts'
import { type Branch, branchesOf, type Deduction, type Gate, type Indicator, type Model, type Stage, weightOf } from './model.ts'
import { normalise } from './normalise.ts'
import { toSteps } from './rounding.ts'

/** Why an enterprise has a score or not; the place in the list is what `status` holds. */
export const STATUSES = ['scored', 'no_stage', 'missing_fact', 'low_coverage', 'vetoed', 'gated'] as const

export type Status = (typeof STATUSES)[number]

/** Scores by column, a row an enterprise in the order of the table. Parts are 0–1, points are of the model's scale; NaN is missing. */
export type Scores = {
  readonly ids: readonly string[]
  /** Place of the stage in the model, −1 for none. */
  readonly stage: Int16Array
  readonly status: Uint8Array
  /** By indicator in the model's order: the part reached. */
  readonly parts: readonly Float64Array[]
  /** 1 where the part was imputed. */
  readonly imputed: readonly Uint8Array[]
  /** By branch in the order of `branchesOf`: its part, and the part of its weight that is known. */
  readonly branches: readonly { readonly part: Float64Array; readonly coverage: Float64Array }[]
  readonly bonus: Float64Array
  readonly deduction: Float64Array
  /** Total in steps of the last decimal, as shown; NaN without a score. */
  readonly steps: Float64Array
}

/** Scores a table against what a cohort said; with the fit of the same table this is a run. `asOf` is the day at which events are judged. */
export function scoreTable(model: Model, fit: Fit, table: FactTable, asOf: string): Scores {
  const stage = stagesOf(model, table)
  const cohorts = cohortsOf(model, stage)
  const parts: Float64Array[] = []
  const imputed: Uint8Array[] = []
  for (const [index, indicator] of model.indicators.entries()) {
    const column = normaliseColumn(table, indicator, fit.distributions[index] ?? [], cohorts)
    parts.push(column.parts)
    imputed.push(column.imputed)
  }
  return aggregateTable(model, { table, stage, parts, imputed, asOf })
}

/** The second half of scoring, from the indicators' parts on: what a change of weights alone has to repeat. */
export function aggregateTable(
  model: Model,
  input: Pick<Scores, 'stage' | 'parts' | 'imputed'> & { readonly table: FactTable; readonly asOf: string },
): Scores {
  const { table, stage, parts, imputed, asOf } = input
  const rows = table.ids.length
  const branches = branchesOf(model).map(() => ({ part: new Float64Array(rows), coverage: new Float64Array(rows) }))
  const status = new Uint8Array(rows)
  const bonus = new Float64Array(rows)
  const steps = new Float64Array(rows)
  const { deduction, vetoed } = deduct(model, table, asOf)
  const refusing = model.indicators.flatMap(({ missing }, index) => (missing.kind === 'refuse' ? [parts[index] as Float64Array] : []))
  const aggregator = planBranches(model, { parts, imputed, branches })
  for (let row = 0; row < rows; row += 1) {
    aggregator(row, stage[row] as number)
    bonus[row] = bonusOf(model, parts, row)
    const total = (branches[0]?.part[row] as number) * model.scale
    const before = Math.max(0, total + (bonus[row] as number) - (deduction[row] as number))
    const gate = gateOf(model, { table, branches, row, score: before })
    if (stage[row] === -1) status[row] = STATUSES.indexOf('no_stage')
    else if (refusing.some((column) => Number.isNaN(column[row]))) status[row] = STATUSES.indexOf('missing_fact')
    else if (Number.isNaN(total)) status[row] = STATUSES.indexOf('low_coverage')
    else if (vetoed[row] === 1) status[row] = STATUSES.indexOf('vetoed')
    else if (gate === null) status[row] = STATUSES.indexOf('gated')
    steps[row] = status[row] === 0 ? toSteps(gate as number, model) : Number.NaN
  }
  return { ids: table.ids, stage, status, parts, imputed, branches, bonus, deduction, steps }
}

function normaliseColumn(
  table: FactTable,
  indicator: Indicator,
  cohortsFit: readonly (Distribution | null)[],
  cohorts: Int16Array,
): { parts: Float64Array; imputed: Uint8Array } {
  const raw = measureColumn(table, indicator.measure)
  const parts = new Float64Array(raw.length)
  const imputed = new Uint8Array(raw.length)
  for (let row = 0; row < raw.length; row += 1) {
    const cohort = cohortsFit[cohorts[row] as number]
    if (!cohort) {
      parts[row] = Number.NaN
      continue
    }
    const part = partOfRaw(raw[row] as number, indicator, cohort)
    if (Number.isNaN(part) && indicator.missing.kind === 'impute') {
      parts[row] = normalise(cohort.quantile, indicator, cohort)
      imputed[row] = 1
    } else parts[row] = part
  }
  return { parts, imputed }
}

/** The part (0–1) that a raw value reaches in a cohort; NaN where it is missing or a treatment has no answer. */
export function partOfRaw(raw: number, indicator: Indicator, cohort: Distribution): number {
  let value = raw
  for (const treatment of cohort.treatments) value = treat(value, treatment)
  return Number.isNaN(value) ? value : normalise(value, indicator, cohort)
}

/** A function that fills one row of every branch, children before parents. */
function planBranches(
  model: Model,
  { parts, imputed, branches }: Pick<Scores, 'parts' | 'imputed' | 'branches'>,
): (row: number, stage: number) => void {
  const places = new Map(model.indicators.map(({ code }, index) => [code, index]))
  const list = branchesOf(model)
  const plans = list.map((branch, index) => planBranch(branch, index))
  return (row, stage) => {
    for (let index = plans.length - 1; index >= 0; index -= 1) plans[index]?.(row, Math.max(stage, 0))
  }

  function planBranch(branch: Branch, own: number): (row: number, stage: number) => void {
    const target = branches[own] as Scores['branches'][number]
    const children = branch.children.map((child) => {
      if ('branch' in child) {
        const source = branches[list.indexOf(child.branch)] as Scores['branches'][number]
        return { part: source.part, known: (row: number) => source.coverage[row] as number }
      }
      const place = places.get(child.indicator) as number
      const isImputed = imputed[place] as Uint8Array
      return { part: parts[place] as Float64Array, known: (row: number) => 1 - (isImputed[row] as number) }
    })
    const stages: readonly (Stage | undefined)[] = model.stages.length > 0 ? model.stages : [undefined]
    const weights = stages.map((stage) => branch.children.map(({ weight }) => weightOf(weight, stage)))
    const { aggregate } = branch
    if (aggregate.kind === 'outranking') throw new Error('outranking compares whole columns')
    return (row, stage) => {
      const values: number[] = []
      const known: number[] = []
      let all = 0
      let covered = 0
      for (const [index, child] of children.entries()) {
        const weight = weights[stage]?.[index] as number
        if (weight === 0) continue
        all += weight
        const part = child.part[row] as number
        if (Number.isNaN(part)) continue
        covered += weight * child.known(row)
        values.push(part)
        known.push(weight)
      }
      const coverage = all > 0 ? covered / all : 0
      target.coverage[row] = coverage
      target.part[row] = values.length === 0 || coverage < branch.minimumCoverage ? Number.NaN : meanOf(aggregate, values, known)
    }
  }
}

function bonusOf({ bonus, indicators }: Model, parts: readonly Float64Array[], row: number): number {
  if (!bonus) return 0
  let points = 0
  for (const item of bonus.items) {
    const part = parts[indicators.findIndex(({ code }) => code === item.indicator)]?.[row] as number
    if (!Number.isNaN(part)) points += item.points * part
  }
  return Math.min(points, bonus.cap)
}

/** Points that events cost by row, and who is excluded by one. */
function deduct(model: Model, table: FactTable, asOf: string): { deduction: Float64Array; vetoed: Uint8Array } {
  const rules = new Map(model.deductions.items.map((item) => [item.code, item]))
  const rows = new Map(table.ids.map((id, row) => [id, row]))
  const deduction = new Float64Array(table.ids.length)
  const vetoed = new Uint8Array(table.ids.length)
  for (const event of table.events) {
    const rule = rules.get(event.code)
    const row = rows.get(event.id)
    const cost = rule && costOfEvent(rule, event, asOf)
    if (!cost || row === undefined) continue
    deduction[row] = (deduction[row] as number) + cost.points
    if (cost.excludes) vetoed[row] = 1
  }
  return { deduction: deduction.map((points) => Math.min(points, model.deductions.cap)), vetoed }
}

/** What an event costs on a day; null before it happened and once it no longer counts. */
export function costOfEvent(
  rule: Deduction,
  event: Pick<FactEvent, 'on' | 'repairedOn'>,
  asOf: string,
): { readonly points: number; readonly excludes: boolean } | null {
  if (event.on > asOf) return null
  if (rule.expiresAfterDays !== null && daysBetween(event.on, asOf) >= rule.expiresAfterDays) return null
  const isRepaired = event.repairedOn !== null && event.repairedOn <= asOf
  return { points: rule.points * (isRepaired ? rule.repairedRatio : 1), excludes: rule.isVeto && !isRepaired }
}

/** The score after all gates, null where one gives none. */
function gateOf(
  model: Model,
  { table, branches, row, score }: { table: FactTable; branches: Scores['branches']; row: number; score: number },
): number | null {
  let left = score
  for (const gate of model.gates) {
    if (isGateMet(model, gate, { table, branches, row })) continue
    const { otherwise } = gate
    if (otherwise === 'no_score') return null
    left = Math.min(left, otherwise.atMost)
  }
  return left
}

/** Whether a row fulfils a gate; a branch without a part does not. */
export function isGateMet(
  model: Model,
  { require }: Gate,
  { table, branches, row }: { table: FactTable; branches: Scores['branches']; row: number },
): boolean {
  if ('fact' in require) return holds(table, row, require)
  const place = branchesOf(model).findIndex(({ code }) => code === require.branch)
  return (branches[place]?.part[row] as number) * model.scale >= require.atLeast
}

/** Days from one day to another; days are `2026-09-30`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
