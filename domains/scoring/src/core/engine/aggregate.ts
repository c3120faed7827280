import { exp, ln, pow } from './exact-math.ts'
import type { Aggregation } from './model.ts'

type Mean = Exclude<Aggregation, { kind: 'outranking' }>

/**
 * The weighted mean of values (0–1) whose weights sum to more than 0. A value of 0 that has weight makes the geometric, the harmonic and
 * power means below 0 to 0.
 */
export function meanOf(aggregate: Mean, values: readonly number[], weights: readonly number[]): number {
  const exponent = exponentOf(aggregate)
  let total = 0
  let sum = 0
  for (const [index, value] of values.entries()) {
    const weight = weights[index] as number
    if (weight === 0) continue
    total += weight
    sum += weight * lift(value, exponent)
  }
  return settle(sum / total, exponent)
}

/** What a mean sums: −∞ or ∞ for a value of 0 that leaves no other mean than 0. */
export function lift(value: number, exponent: number): number {
  if (exponent === 1) return value
  return exponent === 0 ? ln(value) : pow(value, exponent)
}

/** The mean whose lifted values have this average. */
export function settle(average: number, exponent: number): number {
  if (exponent === 1) return average
  return exponent === 0 ? exp(average) : pow(average, 1 / exponent)
}

/**
 * What each value contributes to the mean: value × slope of the mean in it. Every mean here doubles when all its values double,
 * so the parts sum to the mean (Euler's theorem on homogeneous functions); for the arithmetic mean it is weight × value.
 */
export function partsOfMean(aggregate: Mean, values: readonly number[], weights: readonly number[]): number[] {
  const mean = meanOf(aggregate, values, weights)
  if (mean === 0) return values.map(() => 0)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const exponent = exponentOf(aggregate)
  return values.map((value, index) => {
    const weight = (weights[index] as number) / total
    if (weight === 0) return 0
    if (exponent === 0) return weight * mean
    return exponent === 1 ? weight * value : weight * pow(value / mean, exponent) * mean
  })
}

/** Every mean is a power mean; 0 stands for the geometric. */
export function exponentOf(aggregate: Mean): number {
  if (aggregate.kind === 'arithmetic') return 1
  if (aggregate.kind === 'geometric') return 0
  return aggregate.kind === 'harmonic' ? -1 : aggregate.exponent
}
