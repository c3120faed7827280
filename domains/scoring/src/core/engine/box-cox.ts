import { exp, ln } from './exact-math.ts'

/** λ is looked for here: beyond these the transform says no more than reciprocal squares and squares do. */
const LAMBDA_LIMIT = 2
const LAMBDA_PRECISION = 1e-6
const GOLDEN = (Math.sqrt(5) - 1) / 2

export type BoxCox = { readonly kind: 'box_cox'; readonly least: number; readonly shift: number; readonly lambda: number }

/**
 * The λ between −2 and 2 of greatest likelihood (Box and Cox 1964). The likelihood of values divided by their geometric mean falls
 * with the variance of the transform alone and has one peak (Kouider and Chen 1995), so a golden section finds it.
 */
export function fitBoxCox(sorted: Float64Array): BoxCox {
  const least = sorted[0] as number
  const shift = least > 0 ? 0 : 1 - least
  const logs = sorted.map((value) => ln(value + shift))
  let sum = 0
  for (const log of logs) sum += log
  const centre = sum / logs.length
  for (let index = 0; index < logs.length; index += 1) logs[index] = (logs[index] as number) - centre
  let low = -LAMBDA_LIMIT
  let high = LAMBDA_LIMIT
  let left = high - GOLDEN * (high - low)
  let right = low + GOLDEN * (high - low)
  let varianceLeft = varianceOf(logs, left)
  let varianceRight = varianceOf(logs, right)
  while (high - low > LAMBDA_PRECISION) {
    if (varianceLeft <= varianceRight) {
      high = right
      right = left
      varianceRight = varianceLeft
      left = high - GOLDEN * (high - low)
      varianceLeft = varianceOf(logs, left)
    } else {
      low = left
      left = right
      varianceLeft = varianceRight
      right = low + GOLDEN * (high - low)
      varianceRight = varianceOf(logs, right)
    }
  }
  return { kind: 'box_cox', least, shift, lambda: (low + high) / 2 }
}

/** A value after the transform; one below the cohort's least counts as the least, since its power may not exist. */
export function boxCox(value: number, { least, shift, lambda }: BoxCox): number {
  return powerOfLog(ln(Math.max(value, least) + shift), lambda)
}

function varianceOf(logs: Float64Array, lambda: number): number {
  let sum = 0
  let squares = 0
  // Around the value for log 0, which lies among the others: the sums keep their digits.
  for (const log of logs) {
    const power = powerOfLog(log, lambda)
    sum += power
    squares += power * power
  }
  return squares / logs.length - (sum / logs.length) ** 2
}

/** (e^(λ × log) − 1) ÷ λ, and the log itself where λ is 0 within the precision of its search. */
function powerOfLog(log: number, lambda: number): number {
  return Math.abs(lambda) < LAMBDA_PRECISION ? log : (exp(lambda * log) - 1) / lambda
}

/** Skewness and excess kurtosis of a sample, corrected for its size: SKEW and KURT of a spreadsheet (Joanes and Gill 1998, G1 and G2). */
export function momentsOf(values: Float64Array): { skewness: number; kurtosis: number } {
  const n = values.length
  let sum = 0
  for (const value of values) sum += value
  const mean = sum / n
  let second = 0
  let third = 0
  let fourth = 0
  for (const value of values) {
    const square = (value - mean) * (value - mean)
    second += square
    third += square * (value - mean)
    fourth += square * square
  }
  if (n < 4 || second === 0) return { skewness: 0, kurtosis: 0 }
  const variance = second / (n - 1)
  return {
    skewness: (n / ((n - 1) * (n - 2))) * (third / (variance * Math.sqrt(variance))),
    kurtosis:
      ((n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3))) * (fourth / (variance * variance)) - (3 * (n - 1) * (n - 1)) / ((n - 2) * (n - 3)),
  }
}
