import { exp, ln, pow } from './exact-math.ts'
import type { Aggregation } from './model.ts'

type Mean = Exclude<Aggregation, { kind: 'outranking' }>

/** The weighted mean of values (0–1) whose weights sum to more than 0. A value of 0 makes geometric and harmonic means 0. */
export function meanOf(aggregate: Mean, values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const exponent = exponentOf(aggregate)
  if (exponent <= 0 && values.some((value, index) => value === 0 && (weights[index] as number) > 0)) return 0
  let sum = 0
  if (exponent === 0) {
    for (const [index, value] of values.entries()) if (weights[index] !== 0) sum += (weights[index] as number) * ln(value)
    return exp(sum / total)
  }
  for (const [index, value] of values.entries()) if (weights[index] !== 0) sum += (weights[index] as number) * pow(value, exponent)
  return exponent === 1 ? sum / total : pow(sum / total, 1 / exponent)
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

function exponentOf(aggregate: Mean): number {
  if (aggregate.kind === 'arithmetic') return 1
  if (aggregate.kind === 'geometric') return 0
  return aggregate.kind === 'harmonic' ? -1 : aggregate.exponent
}
