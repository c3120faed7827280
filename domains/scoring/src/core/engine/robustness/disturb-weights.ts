import type { Branch, Child, Model, Weight } from '../model.ts'
import type { Random } from './random.ts'

/** How weights are drawn around those of the model. */
export type Noise =
  /** Each weight times a factor between 1 − ratio and 1 + ratio, every one as likely. */
  | { readonly kind: 'uniform'; readonly ratio: number }
  /** The weights of a branch together, by the Dirichlet distribution with the model's as mean; higher concentrations stay nearer. */
  | { readonly kind: 'dirichlet'; readonly concentration: number }

/** The model with the weights of every branch drawn anew. */
export function disturbWeights(model: Model, noise: Noise, random: Random): Model {
  const disturb = (branch: Branch): Branch => {
    const weights =
      noise.kind === 'uniform' ? uniform(branch.children, noise.ratio, random) : dirichlet(branch.children, noise.concentration, random)
    return {
      ...branch,
      children: branch.children.map((child, index) => {
        const weight = weights[index] as Weight
        return 'branch' in child ? { ...child, weight, branch: disturb(child.branch) } : { ...child, weight }
      }),
    }
  }
  return { ...model, root: disturb(model.root) }
}

/** Of all stages by one factor, as what matters more to one matters more to all. */
function uniform(children: readonly Child[], ratio: number, random: Random): Weight[] {
  return children.map(({ weight }) => scaleWeight(weight, 1 + ratio * (2 * random.uniform() - 1)))
}

function dirichlet(children: readonly Child[], concentration: number, random: Random): Weight[] {
  const stages = new Set(children.flatMap(({ weight }) => (typeof weight === 'number' ? [] : Object.keys(weight))))
  const draw = (of: (weight: Weight) => number): number[] => {
    const weights = children.map(({ weight }) => of(weight))
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    return weights.map((weight) => (weight > 0 ? random.gamma((concentration * weight) / all) : 0))
  }
  if (stages.size === 0) return draw((weight) => weight as number)
  const byStage = [...stages].map(
    (stage) => [stage, draw((weight) => (typeof weight === 'number' ? weight : (weight[stage] ?? 0)))] as const,
  )
  return children.map((_, index) => Object.fromEntries(byStage.map(([stage, weights]) => [stage, weights[index] as number])))
}

export function scaleWeight(weight: Weight, factor: number): Weight {
  if (typeof weight === 'number') return weight * factor
  return Object.fromEntries(Object.entries(weight).map(([stage, own]) => [stage, own * factor]))
}

/** The model without an indicator: its weight is 0 wherever it stands. */
export function withoutIndicator(model: Model, indicator: string): Model {
  const strip = (branch: Branch): Branch => ({
    ...branch,
    children: branch.children.map((child): Child => {
      if ('branch' in child) return { ...child, branch: strip(child.branch) }
      return child.indicator === indicator ? { ...child, weight: 0 } : child
    }),
  })
  return { ...model, root: strip(model.root) }
}
