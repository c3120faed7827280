import { aggregateBranches, type BranchColumn, type Parts, type PeersByBranch } from './aggregate-branches.ts'
import { deduct } from './deduct.ts'
import { conditionOf, type FactTable } from './fact-table.ts'
import type { Fit } from './fit-model.ts'
import { type Branch, branchesOf, type Gate, type Model, type Stage, weightOf } from './model.ts'
import { normaliseTable } from './normalise-table.ts'
import { toSteps } from './rounding.ts'
import { cohortsOf, stagesOf } from './stages.ts'

/** Why an enterprise has a score or not; the place in the list is what `status` holds. */
export const STATUSES = ['scored', 'no_stage', 'missing_fact', 'low_coverage', 'vetoed', 'gated'] as const

export type Status = (typeof STATUSES)[number]

const [SCORED, NO_STAGE, MISSING_FACT, LOW_COVERAGE, VETOED, GATED] = STATUSES.keys() as unknown as [0, 1, 2, 3, 4, 5]

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
  readonly branches: readonly BranchColumn[]
  readonly bonus: Float64Array
  readonly deduction: Float64Array
  /** Total in steps of the last decimal, as shown; NaN without a score. */
  readonly steps: Float64Array
}

/** Scores a table against what a cohort said; with the fit of the same table this is a run. `asOf` is the day at which events are judged. */
export function scoreTable(model: Model, fit: Fit, table: FactTable, asOf: string): Scores {
  const stage = stagesOf(model, table)
  const reached = normaliseTable(model, { table, cohorts: cohortsOf(model, stage), distributions: fit.distributions })
  return aggregateTable(model, { table, stage, ...reached, asOf, peers: fit.peers })
}

/**
 * The second half of scoring, from the indicators' parts on: what a change of weights alone has to repeat. Where a branch compares one by
 * one, `peers` are those of a fit; without them the rows of the table meet each other.
 */
export function aggregateTable(
  model: Model,
  input: Parts & { readonly table: FactTable; readonly asOf: string; readonly peers?: PeersByBranch },
): Scores {
  const { table, stage, parts, imputed, asOf } = input
  const rows = table.ids.length
  const branches = aggregateBranches(model, input, input.peers ?? null)
  const total = (branches[0] as BranchColumn).part
  const { deduction, vetoed } = deduct(model, table, asOf)
  const bonus = bonusColumn(model, parts, rows)
  const refuses = refusalOf(model, parts)
  const gates = model.gates.map((gate) => gateOf(model, gate, table, branches))
  const status = new Uint8Array(rows)
  const steps = new Float64Array(rows).fill(Number.NaN)
  for (let row = 0; row < rows; row += 1) {
    const place = stage[row] as number
    const before = (total[row] as number) * model.scale + (bonus[row] as number) - (deduction[row] as number)
    if (place === -1) status[row] = NO_STAGE
    else if (refuses(row, place)) status[row] = MISSING_FACT
    else if (Number.isNaN(before)) status[row] = LOW_COVERAGE
    else if (vetoed[row] === 1) status[row] = VETOED
    else {
      const left = limitOf(gates, row)
      status[row] = left === null ? GATED : SCORED
      if (left !== null) steps[row] = toSteps(Math.min(Math.max(before, 0), left), model)
    }
  }
  return { ids: table.ids, stage, status, parts, imputed, branches, bonus, deduction, steps }
}

function bonusColumn({ bonus, indicators }: Model, parts: readonly Float64Array[], rows: number): Float64Array {
  const column = new Float64Array(rows)
  for (const { indicator, points } of bonus?.items ?? []) {
    const part = parts[indicators.findIndex(({ code }) => code === indicator)] as Float64Array
    for (let row = 0; row < rows; row += 1)
      if (!Number.isNaN(part[row])) column[row] = (column[row] as number) + points * (part[row] as number)
  }
  const cap = bonus?.cap ?? 0
  return column.map((points) => Math.min(points, cap))
}

/** Whether an indicator that must be known, and has weight in this stage, is missing in a row. */
function refusalOf(model: Model, parts: readonly Float64Array[]): (row: number, stage: number) => boolean {
  const columns = (model.stages.length > 0 ? model.stages : [undefined]).map((stage) => {
    const used = usedIndicators(model.root, stage)
    return parts.filter((_, index) => model.indicators[index]?.missing.kind === 'refuse' && used.has(model.indicators[index]?.code ?? ''))
  })
  return (row, stage) => columns[stage]?.some((column) => Number.isNaN(column[row])) ?? false
}

/** The indicators whose weight is above 0 in a stage, all the way up. */
export function usedIndicators(branch: Branch, stage: Stage | undefined): Set<string> {
  const used = new Set<string>()
  for (const child of branch.children) {
    if (weightOf(child.weight, stage) === 0) continue
    if ('branch' in child) for (const code of usedIndicators(child.branch, stage)) used.add(code)
    else used.add(child.indicator)
  }
  return used
}

/** What a gate leaves a row: no limit (∞) where its condition holds, null for no score. */
type Limit = (row: number) => number | null

export function gateOf(model: Model, { require, otherwise }: Gate, table: FactTable, branches: readonly BranchColumn[]): Limit {
  const isMet = 'fact' in require ? conditionOf(table, require) : reachesOf(model, require, branches)
  const limit = otherwise === 'no_score' ? null : otherwise.atMost
  return (row) => (isMet(row) ? Number.POSITIVE_INFINITY : limit)
}

/** Whether a branch reaches its points as shown; a missing branch does not. */
function reachesOf(
  model: Model,
  { branch, atLeast }: { branch: string; atLeast: number },
  branches: readonly BranchColumn[],
): (row: number) => boolean {
  const column = (branches[branchesOf(model).findIndex(({ code }) => code === branch)] as BranchColumn).part
  const least = toSteps(atLeast, model)
  return (row) => toSteps((column[row] as number) * model.scale, model) >= least
}

function limitOf(gates: readonly Limit[], row: number): number | null {
  let least = Number.POSITIVE_INFINITY
  for (const gate of gates) {
    const limit = gate(row)
    if (limit === null) return null
    least = Math.min(least, limit)
  }
  return least
}
