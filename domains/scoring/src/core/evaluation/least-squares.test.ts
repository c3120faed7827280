import { describe, expect, test } from 'vitest'
import { fisherTail, incompleteBeta, studentQuantile, studentTails } from './distributions.ts'
import { classicalCovariance, clusteredCovariance, leastSquares } from './least-squares.ts'

/** Longley's data with the values certified by NIST (Statistical Reference Datasets, linear regression, higher difficulty). */
const LONGLEY = [
  [60323, 83, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99, 365385, 1870, 3547, 115094, 1953],
  [63761, 100, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
] as const
const CERTIFIED = [
  [-3482258.63459582, 890420.383607373],
  [15.0618722713733, 84.9149257747669],
  [-0.035819179292591, 0.0334910077722432],
  [-2.02022980381683, 0.488399681651699],
  [-1.03322686717359, 0.214274163161675],
  [-0.0511041056535807, 0.22607320006937],
  [1829.15146461355, 455.478499142212],
] as const

const column = (...values: number[]) => Float64Array.from(values)
const fit = (columns: Float64Array[], y: Float64Array) => {
  const found = leastSquares(columns, y)
  if (!found) throw new Error('no fit')
  return found
}

describe('least squares', () => {
  test('Longley’s regression, which breaks careless arithmetic: coefficients and standard errors as certified, to eight digits', () => {
    const columns = [0, 1, 2, 3, 4, 5, 6].map((at) => Float64Array.from(LONGLEY, (row) => (at === 0 ? 1 : (row[at] as number))))
    const found = fit(
      columns,
      Float64Array.from(LONGLEY, ([y]) => y),
    )
    const covariance = classicalCovariance(found)
    for (const [index, [coefficient, error]] of CERTIFIED.entries()) {
      expect((found.coefficients[index] as number) / coefficient).toBeCloseTo(1, 8)
      expect(Math.sqrt(covariance[index]?.[index] as number) / error).toBeCloseTo(1, 8)
    }
  })

  test('a mean over three clusters, by hand: Σ(Σu)²/N² · G/(G−1) · (N−1)/(N−1)', () => {
    // 1 3 | 5 7 | 8 → mean 4.8; sums of residuals −5.6, 2.4, 3.2; squares 31.36 + 5.76 + 10.24 = 47.36.
    const ones = column(1, 1, 1, 1, 1)
    const found = fit([ones], column(1, 3, 5, 7, 8))
    expect(found.coefficients[0]).toBeCloseTo(4.8, 12)
    expect(clusteredCovariance(found, [ones], Int32Array.of(0, 0, 1, 1, 2))[0]?.[0]).toBeCloseTo((47.36 / 25) * (3 / 2), 12)
  })

  test('a column that others make up leaves nothing determined', () => {
    expect(leastSquares([column(1, 1, 1), column(2, 2, 2)], column(1, 2, 3))).toBeNull()
    expect(leastSquares([column(1), column(2)], column(1))).toBeNull()
  })
})

describe('distributions', () => {
  test.each([
    [0.05, 1, 12.7062],
    [0.05, 10, 2.228139],
    [0.05, 30, 2.042272],
    [0.01, 20, 2.84534],
    [0.1, 120, 1.657651],
  ])('t for tails of %d and %d degrees of freedom is %d as tabled', (tails, freedom, t) => {
    expect(studentQuantile(tails, freedom)).toBeCloseTo(t, 4)
    expect(studentTails(t, freedom)).toBeCloseTo(tails, 5)
  })

  test('F as tabled: 4.10 for 2 and 10, 2.71 for 5 and 20, at 5 %', () => {
    expect(fisherTail(4.102821, 2, 10)).toBeCloseTo(0.05, 6)
    expect(fisherTail(2.71089, 5, 20)).toBeCloseTo(0.05, 5)
    expect(fisherTail(0, 2, 10)).toBe(1)
  })

  test('the incomplete beta function of whole numbers is a binomial sum: I₀.₃(2, 3) = 0.3483', () => {
    expect(incompleteBeta(0.3, 2, 3)).toBeCloseTo(0.3483, 10)
    expect(incompleteBeta(0.7, 3, 2)).toBeCloseTo(1 - 0.3483, 10)
  })
})
