export type LeastSquares = {
  readonly coefficients: Float64Array
  readonly residuals: Float64Array
  /** (X′X)⁻¹, row by row. */
  readonly inverse: readonly Float64Array[]
}

/**
 * Least squares by Householder's reflections. `columns` are the regressors, each as long as `y`; with weights multiply both by their
 * roots before. Null where a column is a sum of others, so that no coefficient is determined.
 */
export function leastSquares(columns: readonly Float64Array[], y: Float64Array): LeastSquares | null {
  const [rows, count] = [y.length, columns.length]
  if (rows < count) return null
  const a = columns.map((column) => Float64Array.from(column))
  const target = Float64Array.from(y)
  const r: Float64Array[] = Array.from({ length: count }, () => new Float64Array(count))
  for (let k = 0; k < count; k += 1) {
    const pivot = a[k] as Float64Array
    const length = normFrom(pivot, k)
    // What is left of a column that others make up is rounding.
    if (length <= 1e-10 * Math.max(normFrom(columns[k] as Float64Array, 0), Number.MIN_VALUE)) return null
    const sign = (pivot[k] as number) > 0 ? -1 : 1
    const reflector = Float64Array.from(pivot)
    reflector[k] = (pivot[k] as number) - sign * length
    const square = normFrom(reflector, k) ** 2
    const reflect = (vector: Float64Array) => {
      let product = 0
      for (let i = k; i < rows; i += 1) product += (reflector[i] as number) * (vector[i] as number)
      const factor = (2 * product) / square
      for (let i = k; i < rows; i += 1) vector[i] = (vector[i] as number) - factor * (reflector[i] as number)
    }
    for (let j = k; j < count; j += 1) {
      reflect(a[j] as Float64Array)
      ;(r[k] as Float64Array)[j] = (a[j] as Float64Array)[k] as number
    }
    reflect(target)
  }
  const coefficients = solveUpper(r, target.subarray(0, count))
  const residuals = Float64Array.from(y, (value, i) => {
    let fitted = 0
    for (let j = 0; j < count; j += 1) fitted += (columns[j]?.[i] as number) * (coefficients[j] as number)
    return value - fitted
  })
  return { coefficients, residuals, inverse: inverseOf(r) }
}

function normFrom(vector: Float64Array, start: number): number {
  let sum = 0
  for (let i = start; i < vector.length; i += 1) sum += (vector[i] as number) ** 2
  return Math.sqrt(sum)
}

function solveUpper(r: readonly Float64Array[], right: Float64Array): Float64Array {
  const result = Float64Array.from(right)
  for (let i = result.length - 1; i >= 0; i -= 1) {
    let value = result[i] as number
    for (let j = i + 1; j < result.length; j += 1) value -= (r[i]?.[j] as number) * (result[j] as number)
    result[i] = value / (r[i]?.[i] as number)
  }
  return result
}

/** R⁻¹R⁻ᵀ, which is (X′X)⁻¹. */
function inverseOf(r: readonly Float64Array[]): Float64Array[] {
  const count = r.length
  const columns = r.map((_, k) =>
    solveUpper(
      r,
      Float64Array.from({ length: count }, (_unused, i) => (i === k ? 1 : 0)),
    ),
  )
  return r.map((_, i) =>
    Float64Array.from({ length: count }, (_unused, j) =>
      columns.reduce((sum, column) => sum + (column[i] as number) * (column[j] as number), 0),
    ),
  )
}

/** Variances and covariances under errors that are alike and independent: s²(X′X)⁻¹. */
export function classicalCovariance({ residuals, inverse }: LeastSquares): Float64Array[] {
  const s2 = residuals.reduce((sum, u) => sum + u * u, 0) / (residuals.length - inverse.length)
  return inverse.map((row) => row.map((value) => value * s2))
}

/**
 * Variances and covariances when errors of one cluster go together (Liang and Zeger 1986), with the usual small-sample factor
 * G/(G−1) · (N−1)/(N−K). `absorbed` counts regressors that were taken out before, such as the constant.
 */
export function clusteredCovariance(
  { residuals, inverse }: LeastSquares,
  columns: readonly Float64Array[],
  clusters: Int32Array,
  absorbed = 0,
): Float64Array[] {
  const count = columns.length
  const scores = new Map<number, Float64Array>()
  for (let i = 0; i < residuals.length; i += 1) {
    const cluster = clusters[i] as number
    const score = scores.get(cluster) ?? new Float64Array(count)
    for (let j = 0; j < count; j += 1) score[j] = (score[j] as number) + (columns[j]?.[i] as number) * (residuals[i] as number)
    scores.set(cluster, score)
  }
  const meat = Array.from({ length: count }, () => new Float64Array(count))
  for (const score of scores.values())
    for (let i = 0; i < count; i += 1)
      for (let j = 0; j < count; j += 1)
        (meat[i] as Float64Array)[j] = (meat[i]?.[j] as number) + (score[i] as number) * (score[j] as number)
  const [groups, rows, k] = [scores.size, residuals.length, count + absorbed]
  const factor = (groups / (groups - 1)) * ((rows - 1) / (rows - k))
  return product(product(inverse, meat), inverse).map((row) => row.map((value) => value * factor))
}

function product(left: readonly Float64Array[], right: readonly Float64Array[]): Float64Array[] {
  return left.map((row) =>
    Float64Array.from({ length: right.length }, (_, j) => row.reduce((sum, value, k) => sum + value * (right[k]?.[j] as number), 0)),
  )
}
