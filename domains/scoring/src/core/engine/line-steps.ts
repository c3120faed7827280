import type { Adjustment } from './adjustments.ts'
import type { BranchContribution, IndicatorContribution } from './contributions.ts'
import type { Model } from './model.ts'
import { allotSteps, toSteps } from './rounding.ts'

type LineSteps = {
  readonly branches: ReadonlyMap<string, number>
  readonly indicators: readonly number[]
  readonly adjustments: readonly number[]
}

/**
 * The lines of a total in whole steps: the root and the adjustments sum to the total shown, and the children of each branch to it.
 * Without a total (NaN) all are 0.
 */
export function stepsOfLines(
  lines: {
    readonly branches: readonly BranchContribution[]
    readonly indicators: readonly IndicatorContribution[]
    readonly adjustments: readonly Adjustment[]
  },
  model: Pick<Model, 'decimals' | 'rounding'>,
  total: number,
): LineSteps {
  const { branches, indicators, adjustments } = lines
  const inSteps = ({ points }: { readonly points: number }) => points * 10 ** model.decimals
  const root = branches[0] as BranchContribution
  const [rootSteps = 0, ...adjusted] = Number.isNaN(total)
    ? [0, ...adjustments.map(() => 0)]
    : allotSteps([root, ...adjustments].map(inSteps), toSteps(total, model))
  const ofBranch = new Map([[root.branch, rootSteps]])
  const ofIndicator = indicators.map(() => 0)
  for (const { branch } of branches) {
    const below = branches.filter(({ parent }) => parent === branch)
    const own = [...indicators.entries()].filter(([, line]) => line.branch === branch)
    const shares = allotSteps([...below, ...own.map(([, line]) => line)].map(inSteps), ofBranch.get(branch) as number)
    for (const [index, child] of below.entries()) ofBranch.set(child.branch, shares[index] as number)
    for (const [index, [at]] of own.entries()) ofIndicator[at] = shares[below.length + index] as number
  }
  return { branches: ofBranch, indicators: ofIndicator, adjustments: adjusted }
}
