// Logarithm and exponential from the four operations that IEEE 754 rounds exactly: the same bits on every machine.
// Engines are free to differ in Math.log, Math.exp and Math.pow.

// ln 2 in two parts, the first with zeros at its end, so that whole multiples of it are exact.
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const TWO_54 = 18014398509481984

const bits = new DataView(new ArrayBuffer(8))

/** Natural logarithm, within 2 units in the last place; NaN below 0, −∞ at 0. */
export function ln(x: number): number {
  if (!(x >= 0)) return Number.NaN
  if (x === 0) return Number.NEGATIVE_INFINITY
  if (x === Number.POSITIVE_INFINITY) return x
  const isTiny = x < 2.2250738585072014e-308
  bits.setFloat64(0, isTiny ? x * TWO_54 : x)
  const high = bits.getUint32(0)
  let exponent = ((high >>> 20) & 0x7ff) - 1023 - (isTiny ? 54 : 0)
  bits.setUint32(0, (high & 0x800fffff) | 0x3ff00000)
  let mantissa = bits.getFloat64(0)
  if (mantissa > Math.SQRT2) {
    mantissa /= 2
    exponent += 1
  } else if (mantissa < Math.SQRT1_2) {
    mantissa *= 2
    exponent -= 1
  }
  // ln m = 2 artanh((m − 1) ÷ (m + 1)); the square is below 0.03, so twelve terms are enough.
  const t = (mantissa - 1) / (mantissa + 1)
  const square = t * t
  let series = 0
  for (let odd = 25; odd >= 3; odd -= 2) series = (series + 1 / odd) * square
  return exponent * LN2_HIGH + (2 * t + (2 * t * series + exponent * LN2_LOW))
}

/** e to the power of x, within 2 units in the last place. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY
  if (x < -745.1332191019412) return 0
  const power = Math.round(x / (LN2_HIGH + LN2_LOW))
  const rest = x - power * LN2_HIGH - power * LN2_LOW
  let series = 1
  for (let term = 17; term >= 1; term -= 1) series = 1 + (rest / term) * series
  // In two steps, so that neither leaves the range of exponents.
  const half = Math.trunc(power / 2)
  return series * powerOfTwo(half) * powerOfTwo(power - half)
}

/** x to the power of y for x ≥ 0, within 2 + 2 × |y × ln x| units in the last place. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1
  if (x === 0) return y > 0 ? 0 : Number.POSITIVE_INFINITY
  if (y === 1) return x
  if (y === 2) return x * x
  if (y === -1) return 1 / x
  return exp(y * ln(x))
}

function powerOfTwo(power: number): number {
  bits.setUint32(0, (power + 1023) << 20)
  bits.setUint32(4, 0)
  return bits.getFloat64(0)
}
