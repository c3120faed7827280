import { partsOfMean } from './aggregate.ts'
import { duelShares } from './duel-shares.ts'
import type { FactTable } from './fact-table.ts'
import type { Fit } from './fit-model.ts'
import { type Branch, branchesOf, type Child, type Model, weightOf } from './model.ts'
import type { Peers } from './outranking.ts'
import type { Scores } from './score-table.ts'
import { cohortOf } from './stages.ts'

/** A scored table, of a run or against another run's fit. */
export type Scored = {
  readonly model: Model
  readonly table: FactTable
  readonly asOf: string
  readonly fit: Fit
  readonly scores: Scores
}

/**
 * What a branch or an indicator brings to the total: points of the model's scale, and its weight as a part of the whole (0–1) by the
 * model and as it applied. The weight of missing ones goes to the others of their branch, so theirs applied with 0.
 */
export type Contribution = { readonly points: number; readonly weightRatio: number; readonly appliedRatio: number }

export type BranchContribution = Contribution & { readonly branch: string; readonly parent: string | null }

/** An indicator stands once under each branch that names it. */
export type IndicatorContribution = Contribution & { readonly indicator: string; readonly branch: string }

/**
 * Takes the weighted total of a row apart, before bonus and deductions: a branch's points are shared by its children as the mean is by
 * its values (see partsOfMean), or by the duels that they helped to win. Points are 0 where the row has no total.
 */
export function contributionsOf(
  { model, fit, scores }: Pick<Scored, 'model' | 'fit' | 'scores'>,
  row: number,
): { readonly branches: readonly BranchContribution[]; readonly indicators: readonly IndicatorContribution[] } {
  const list = branchesOf(model)
  const stage = model.stages[scores.stage[row] as number]
  const cohort = cohortOf(model, scores.stage, row)
  const branches: BranchContribution[] = []
  const indicators: IndicatorContribution[] = []

  const columnOf = (child: Child): Float64Array =>
    ('branch' in child
      ? scores.branches[list.indexOf(child.branch)]?.part
      : scores.parts[model.indicators.findIndex(({ code }) => code === child.indicator)]) as Float64Array

  const visit = (branch: Branch, parent: string | null, own: Contribution): void => {
    branches.push({ branch: branch.code, parent, ...own })
    const values = branch.children.map((child) => columnOf(child)[row] as number)
    const weights = branch.children.map(({ weight }) => weightOf(weight, stage))
    const applied = weights.map((weight, index) => (Number.isNaN(values[index]) ? 0 : weight))
    const parts =
      branch.aggregate.kind === 'outranking'
        ? duelShares(values, fit.peers[list.indexOf(branch)]?.[cohort] ?? NOBODY, weights)
        : partsOfMean(
            branch.aggregate,
            values.map((value) => (Number.isNaN(value) ? 0 : value)),
            applied,
          )
    // Whoever met nobody has a half without a duel: by weight.
    const shares = parts.some((part) => part > 0) ? parts : applied
    for (const [index, child] of branch.children.entries()) {
      const below = {
        points: own.points * ratio(shares, index),
        weightRatio: own.weightRatio * ratio(weights, index),
        appliedRatio: own.appliedRatio * ratio(applied, index),
      }
      if ('branch' in child) visit(child.branch, branch.code, below)
      else indicators.push({ indicator: child.indicator, branch: branch.code, ...below })
    }
  }

  const total = (scores.branches[0]?.part[row] as number) * model.scale
  visit(model.root, null, { points: Number.isNaN(total) ? 0 : total, weightRatio: 1, appliedRatio: 1 })
  return { branches, indicators }
}

const NOBODY: Peers = { count: 0, parts: new Float64Array(0) }

function ratio(shares: readonly number[], index: number): number {
  const sum = shares.reduce((before, share) => before + share, 0)
  return sum > 0 ? (shares[index] as number) / sum : 0
}
