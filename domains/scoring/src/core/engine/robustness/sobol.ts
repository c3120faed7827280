import type { Random } from './random.ts'

/**
 * Which part of the variance of a result goes back to each factor: `first` alone, `total` with all that it does together with others.
 * Errors are standard errors by resampling.
 */
export type SobolIndex = { readonly first: number; readonly firstError: number; readonly total: number; readonly totalError: number }

type SobolIndices = { readonly mean: number; readonly variance: number; readonly indices: readonly SobolIndex[] }

/**
 * Sobol indices of a function of independent factors, each uniform on [0, 1): first-order ones by Saltelli et al. 2010, totals by
 * Jansen 1999. Takes `base` × (factors + 2) evaluations and yields how many are done.
 */
export function* sobolIndices(
  evaluate: (point: Float64Array) => number,
  { factors, base, random }: { readonly factors: number; readonly base: number; readonly random: Random },
): Generator<number, SobolIndices, void> {
  const samples: Sample[] = []
  for (let number = 0; number < base; number += 1) {
    const a = Float64Array.from({ length: factors }, random.uniform)
    const b = Float64Array.from({ length: factors }, random.uniform)
    const mixed = new Float64Array(factors)
    const [atA, atB] = [evaluate(a), evaluate(b)]
    for (let factor = 0; factor < factors; factor += 1) {
      const point = a.slice()
      point[factor] = b[factor] as number
      mixed[factor] = evaluate(point)
    }
    samples.push({ atA, atB, mixed })
    yield (number + 1) * (factors + 2)
  }
  const found = estimate(samples, factors)
  const resampled = Array.from({ length: RESAMPLES }, () =>
    estimate(
      samples.map(() => samples[Math.floor(random.uniform() * samples.length)] as Sample),
      factors,
    ),
  )
  const spread = (of: (indices: Estimate) => number) => deviation(resampled.map(of))
  return {
    mean: found.mean,
    variance: found.variance,
    indices: Array.from({ length: factors }, (_, factor) => ({
      first: found.first[factor] as number,
      firstError: spread(({ first }) => first[factor] as number),
      total: found.total[factor] as number,
      totalError: spread(({ total }) => total[factor] as number),
    })),
  }
}

const RESAMPLES = 100

type Sample = { readonly atA: number; readonly atB: number; readonly mixed: Float64Array }
type Estimate = { readonly mean: number; readonly variance: number; readonly first: Float64Array; readonly total: Float64Array }

function estimate(samples: readonly Sample[], factors: number): Estimate {
  const count = samples.length
  const mean = samples.reduce((sum, { atA, atB }) => sum + atA + atB, 0) / (2 * count)
  const variance = samples.reduce((sum, { atA, atB }) => sum + (atA - mean) ** 2 + (atB - mean) ** 2, 0) / (2 * count)
  const first = new Float64Array(factors)
  const total = new Float64Array(factors)
  if (variance === 0) return { mean, variance, first, total }
  for (const { atA, atB, mixed } of samples) {
    for (let factor = 0; factor < factors; factor += 1) {
      const change = (mixed[factor] as number) - atA
      // The mean taken off changes nothing but the spread of the estimate.
      first[factor] = (first[factor] as number) + ((atB - mean) * change) / (count * variance)
      total[factor] = (total[factor] as number) + (change * change) / (2 * count * variance)
    }
  }
  return { mean, variance, first, total }
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}
