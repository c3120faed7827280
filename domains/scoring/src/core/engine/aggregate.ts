import { exp, ln, pow } from './exact-math.ts'
import type { Aggregation } from './model.ts'

type Mean = Exclude<Aggregation, { kind: 'outranking' }>

/**
 * The weighted mean of the first `count` values (0–1), whose weights sum to more than 0.
 * A value of 0 that has weight makes the geometric, the harmonic and power means below 0 to 0.
 */
export function meanOf(aggregate: Mean, values: ArrayLike<number>, weights: ArrayLike<number>, count = values.length): number {
  const exponent = exponentOf(aggregate)
  let total = 0
  let sum = 0
  for (let index = 0; index < count; index += 1) {
    const weight = weights[index] as number
    if (weight === 0) continue
    total += weight
    sum += weight * lift(values[index] as number, exponent)
  }
  if (exponent === 1) return sum / total
  return exponent === 0 ? exp(sum / total) : pow(sum / total, 1 / exponent)
}

/** What is summed: −∞ or ∞ for a value of 0 that no positive mean survives. */
function lift(value: number, exponent: number): number {
  if (exponent === 1) return value
  return exponent === 0 ? ln(value) : pow(value, exponent)
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
