import type { Distribution } from './distribution.ts'
import { ln } from './exact-math.ts'
import type { Indicator } from './model.ts'

/** A treated value as a number between 0 (worst) and 1 (best). */
export function normalise(value: number, indicator: Pick<Indicator, 'normalise' | 'direction'>, cohort: Distribution): number {
  return normaliserOf(indicator, cohort)(value)
}

/** The method of an indicator in a cohort, with all that does not depend on the value worked out before. */
export function normaliserOf(
  { normalise: rule, direction }: Pick<Indicator, 'normalise' | 'direction'>,
  cohort: Distribution,
): (value: number) => number {
  const isLower = direction === 'lower'
  const turned = (part: (value: number) => number) => (isLower ? (value: number) => 1 - part(value) : part)
  switch (rule.kind) {
    case 'ladder': {
      const { below, steps } = rule
      return (value) => {
        let points = below
        for (const step of steps) if (value >= step.from) points = step.points
        return points
      }
    }
    case 'goalposts': {
      const { low, high } = rule
      if (!rule.log) return turned((value) => within((value - low) / (high - low)))
      const lnLow = ln(low)
      const lnSpan = ln(high) - lnLow
      return turned((value) => (value <= low ? 0 : within((ln(value) - lnLow) / lnSpan)))
    }
    case 'min_max': {
      const { min, max } = cohort
      return max > min ? turned((value) => within((value - min) / (max - min))) : () => 0.5
    }
    case 'z_score': {
      const { mean, deviation } = cohort
      const { perDeviation } = rule
      return deviation > 0 ? turned((value) => within(0.5 + ((value - mean) / deviation) * perDeviation)) : () => 0.5
    }
    case 'percentile': {
      const { sorted, count } = cohort
      return turned((value) => {
        const below = countBelow(sorted, value)
        return (below + countEqual(sorted, value, below) / 2) / count
      })
    }
    case 'rank': {
      const { sorted, count } = cohort
      if (count < 2) return () => 1
      const better = isLower ? countBelow : countAbove
      return (value) => Math.max(0, count - 1 - better(sorted, value)) / (count - 1)
    }
    case 'borda': {
      const { sorted, count } = cohort
      if (count < 2) return () => 0.5
      return turned((value) => {
        const below = countBelow(sorted, value)
        return Math.min(1, (below + Math.max(countEqual(sorted, value, below) - 1, 0) / 2) / (count - 1))
      })
    }
    case 'distance': {
      if (isLower) {
        const target = rule.target === 'best' ? cohort.min : rule.target
        return (value) => (value <= target ? 1 : target > 0 ? target / value : 0)
      }
      const target = rule.target === 'best' ? cohort.max : rule.target
      return (value) => (value >= target ? 1 : target > 0 ? within(value / target) : 0)
    }
    case 'log_scale': {
      const lnBest = ln(1 + cohort.quantile)
      return turned((value) => {
        if (value <= 0) return 0
        // A quantile of 0 or less, or one that is nothing beside 1: whoever has something reaches it.
        return lnBest > 0 ? within(ln(1 + value) / lnBest) : 1
      })
    }
  }
}

function within(part: number): number {
  return Math.min(Math.max(part, 0), 1)
}

/** How many of the ascending values lie below, and how many are equal. */
export function positionIn(sorted: Float64Array, value: number): [below: number, equal: number] {
  const below = countBelow(sorted, value)
  return [below, countEqual(sorted, value, below)]
}

function countBelow(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

function countAbove(sorted: Float64Array, value: number): number {
  const below = countBelow(sorted, value)
  return sorted.length - below - countEqual(sorted, value, below)
}

/** Equal values stand together from `start` on; their end is found by doubling steps, as most values have few equals and zero may have many. */
function countEqual(sorted: Float64Array, value: number, start: number): number {
  if (start >= sorted.length || sorted[start] !== value) return 0
  let width = 1
  while (start + width < sorted.length && sorted[start + width] === value) width *= 2
  let low = start + (width >>> 1)
  let high = Math.min(start + width, sorted.length)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low - start
}
