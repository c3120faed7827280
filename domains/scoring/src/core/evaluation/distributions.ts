/** ln Γ(x) for x > 0 by Lanczos' approximation (g = 7, nine terms); good to 14 digits. */
function logGamma(x: number): number {
  const terms = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ]
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const base = shifted + 7.5
  const sum = terms.reduce((total, term, index) => (index === 0 ? term : total + term / (shifted + index)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum)
}

/** The regularised incomplete beta function I_x(a, b), by Lentz's continued fraction (Numerical Recipes 6.4). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a
  const TINY = 1e-300
  let c = 1
  let d = 1 - ((a + b) * x) / (a + 1)
  d = 1 / (Math.abs(d) < TINY ? TINY : d)
  let fraction = d
  for (let m = 1; m <= 300; m += 1) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 + term * d
      c = 1 + term / c
      d = 1 / (Math.abs(d) < TINY ? TINY : d)
      if (Math.abs(c) < TINY) c = TINY
      fraction *= d * c
    }
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return front * fraction
}

/** The probability that |T| is at least |t|, for Student's t. */
export function studentTails(t: number, freedom: number): number {
  return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5)
}

/** The t beyond which, on both sides together, lies the part `tails` (0–1). */
export function studentQuantile(tails: number, freedom: number): number {
  let [low, high] = [0, 1]
  while (studentTails(high, freedom) > tails) high *= 2
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2
    if (studentTails(middle, freedom) > tails) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The probability that F is at least `f`. */
export function fisherTail(f: number, freedom: number, restFreedom: number): number {
  return f <= 0 ? 1 : incompleteBeta(restFreedom / (restFreedom + freedom * f), restFreedom / 2, freedom / 2)
}
