import type { Distribution } from './distribution.ts'
import { ln } from './exact-math.ts'
import type { Indicator, Normalisation } from './model.ts'

/** A treated value as a number between 0 (worst) and 1 (best). */
export function normalise(
  value: number,
  { normalise: rule, direction }: Pick<Indicator, 'normalise' | 'direction'>,
  cohort: Distribution,
): number {
  const part = partOf(value, rule, cohort)
  return direction === 'lower' ? 1 - part : part
}

function partOf(value: number, rule: Normalisation, cohort: Distribution): number {
  switch (rule.kind) {
    case 'ladder':
      return rule.steps.reduce((points, step) => (value >= step.from ? step.points : points), rule.below)
    case 'goalposts': {
      if (!rule.log) return within((value - rule.low) / (rule.high - rule.low))
      return value <= rule.low ? 0 : within((ln(value) - ln(rule.low)) / (ln(rule.high) - ln(rule.low)))
    }
    case 'min_max':
      return cohort.max > cohort.min ? within((value - cohort.min) / (cohort.max - cohort.min)) : 0.5
    case 'z_score':
      return cohort.deviation > 0 ? within(0.5 + ((value - cohort.mean) / cohort.deviation) * rule.perDeviation) : 0.5
    case 'percentile': {
      const [below, equal] = positionIn(cohort.sorted, value)
      return (below + equal / 2) / cohort.count
    }
    case 'rank': {
      const [below, equal] = positionIn(cohort.sorted, value)
      return cohort.count > 1 ? Math.min(1, (below + Math.max(equal, 1) - 1) / (cohort.count - 1)) : 1
    }
    case 'borda': {
      const [below, equal] = positionIn(cohort.sorted, value)
      return cohort.count > 1 ? Math.min(1, (below + Math.max(equal - 1, 0) / 2) / (cohort.count - 1)) : 0.5
    }
    case 'distance':
      return distance(value, rule.target === 'maximum' ? cohort.max : rule.target)
    case 'log_scale':
      return value <= 0 || cohort.quantile <= 0 ? 0 : within(ln(1 + value) / ln(1 + cohort.quantile))
  }
}

function distance(value: number, target: number): number {
  return target > 0 ? within(value / target) : 0
}

function within(part: number): number {
  return Math.min(Math.max(part, 0), 1)
}

/** How many of the ascending values lie below, and how many are equal. */
export function positionIn(sorted: Float64Array, value: number): [below: number, equal: number] {
  const below = firstAtLeast(sorted, value)
  let equal = 0
  while (below + equal < sorted.length && sorted[below + equal] === value) equal += 1
  return [below, equal]
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
