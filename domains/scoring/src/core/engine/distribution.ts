import { type BoxCox, boxCox, fitBoxCox, momentsOf } from './box-cox.ts'
import { ln } from './exact-math.ts'
import type { Indicator, Normalisation, OutlierRule } from './model.ts'

/** A treatment with the numbers that the cohort gave it. */
type Treatment =
  | { readonly kind: 'clamp'; readonly low: number; readonly high: number }
  | { readonly kind: 'log'; readonly offset: number }
  | BoxCox

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
  /** The quantile of treated values that the method names, else the median. */
  readonly quantile: number
  /** The treated value that stands in for a missing one; NaN where nothing does. */
  readonly standIn: number
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
  { outliers, normalise, missing }: Pick<Indicator, 'outliers' | 'normalise' | 'missing'>,
): Distribution | null {
  let treated = sortKnown(values)
  const treatments: Treatment[] = []
  for (const rule of outliers) {
    const treatment = treated.length > 0 && fitTreatment(treated, rule)
    if (!treatment) continue
    treatments.push(treatment)
    treated = sortKnown(treatAll(treated, treatment))
  }
  const count = treated.length
  if (count === 0) return null
  let sum = 0
  for (let index = 0; index < count; index += 1) sum += treated[index] as number
  const mean = sum / count
  let squares = 0
  for (let index = 0; index < count; index += 1) squares += ((treated[index] as number) - mean) * ((treated[index] as number) - mean)
  return {
    count,
    treatments,
    sorted: comparesOneByOne(normalise) ? treated : new Float64Array(0),
    min: treated[0] as number,
    max: treated[count - 1] as number,
    mean,
    deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : 0,
    quantile: quantileOf(treated, normalise.kind === 'log_scale' ? normalise.quantile : 0.5),
    standIn: missing.kind === 'impute' ? quantileOf(treated, missing.quantile) : Number.NaN,
  }
}

function fitTreatment(sorted: Float64Array, rule: OutlierRule): Treatment | null {
  if (rule.kind === 'winsorise') return { kind: 'clamp', low: quantileOf(sorted, rule.lower), high: quantileOf(sorted, rule.upper) }
  if (rule.kind === 'log') return { kind: 'log', offset: rule.offset }
  const { skewness, kurtosis } = momentsOf(sorted)
  return Math.abs(skewness) > rule.skewnessLimit && kurtosis > rule.kurtosisLimit ? fitBoxCox(sorted) : null
}

/** One value after one treatment; NaN where the treatment has no answer. */
export function treat(value: number, treatment: Treatment): number {
  if (treatment.kind === 'clamp') return Math.min(Math.max(value, treatment.low), treatment.high)
  if (treatment.kind === 'box_cox') return boxCox(value, treatment)
  const shifted = value + treatment.offset
  return shifted > 0 ? ln(shifted) : Number.NaN
}

function treatAll(values: Float64Array, treatment: Treatment): Float64Array {
  const treated = new Float64Array(values.length)
  for (let index = 0; index < values.length; index += 1) treated[index] = treat(values[index] as number, treatment)
  return treated
}

/** The numbers among the values in ascending order; those that are so already are not sorted again. */
function sortKnown(values: Float64Array): Float64Array {
  const known = new Float64Array(values.length)
  let count = 0
  let isAscending = true
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number
    if (Number.isNaN(value)) continue
    if (count > 0 && value < (known[count - 1] as number)) isAscending = false
    known[count] = value
    count += 1
  }
  return isAscending ? known.subarray(0, count) : known.subarray(0, count).sort()
}

function comparesOneByOne({ kind }: Normalisation): boolean {
  return kind === 'percentile' || kind === 'rank' || kind === 'borda'
}
