import { ln } from './exact-math.ts'
import type { Normalisation, OutlierRule } from './model.ts'

/** A treatment with the numbers that the cohort gave it. */
export type Treatment =
  | { readonly kind: 'clamp'; readonly low: number; readonly high: number }
  | { readonly kind: 'log'; readonly offset: number }

/** What a cohort says about one indicator: all that scoring one more enterprise against it needs. */
export type Distribution = {
  readonly count: number
  readonly treatments: readonly Treatment[]
  /** Treated values in ascending order; empty where the method does not compare one by one. */
  readonly sorted: Float64Array
  readonly min: number
  readonly max: number
  readonly mean: number
  /** Of the sample (n − 1); 0 with fewer than two. */
  readonly deviation: number
  /** The quantile that the method or the missing rule names, of treated values. */
  readonly quantile: number
}

/** The value below which a part of ascending numbers lies, between neighbours on a straight line (Hyndman and Fan, type 7). */
export function quantileOf(sorted: ArrayLike<number>, part: number): number {
  const place = (sorted.length - 1) * part
  const low = Math.floor(place)
  const below = sorted[low] ?? Number.NaN
  const above = sorted[Math.min(low + 1, sorted.length - 1)] ?? Number.NaN
  return below + (above - below) * (place - low)
}

/** Learns from the known values of a cohort; null when nobody in it has one. */
export function fitDistribution(
  values: Float64Array,
  rules: { outliers: readonly OutlierRule[]; normalise: Normalisation; quantile: number },
): Distribution | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const treatments: Treatment[] = []
  let treated = sorted
  for (const rule of rules.outliers) {
    if (treated.length === 0) return null
    const treatment = fitTreatment(treated, rule)
    if (!treatment) continue
    treatments.push(treatment)
    treated = treated.map((value) => treat(value, treatment)).filter((value) => !Number.isNaN(value))
  }
  const count = treated.length
  if (count === 0) return null
  let sum = 0
  for (const value of treated) sum += value
  const mean = sum / count
  let squares = 0
  for (const value of treated) squares += (value - mean) ** 2
  return {
    count,
    treatments,
    sorted: comparesOneByOne(rules.normalise) ? treated : new Float64Array(0),
    min: treated[0] as number,
    max: treated[count - 1] as number,
    mean,
    deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : 0,
    quantile: quantileOf(treated, rules.quantile),
  }
}

function fitTreatment(sorted: Float64Array, rule: OutlierRule): Treatment | null {
  if (rule.kind === 'winsorise') return { kind: 'clamp', low: quantileOf(sorted, rule.lower), high: quantileOf(sorted, rule.upper) }
  if (rule.kind === 'log') return { kind: 'log', offset: rule.offset }
  return null
}

/** One value after one treatment; NaN where the treatment has no answer. */
export function treat(value: number, treatment: Treatment): number {
  if (treatment.kind === 'clamp') return Math.min(Math.max(value, treatment.low), treatment.high)
  const shifted = value + treatment.offset
  return shifted > 0 ? ln(shifted) : Number.NaN
}

function comparesOneByOne({ kind }: Normalisation): boolean {
  return kind === 'percentile' || kind === 'rank' || kind === 'borda'
}
