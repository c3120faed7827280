import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exp, ln, pow } from './exact-math.ts'

const bits = new DataView(new ArrayBuffer(8))

function pattern(x: number): bigint {
  bits.setFloat64(0, x)
  return bits.getBigInt64(0)
}

/** How many floats lie between two of the same sign. */
function unitsBetween(a: number, b: number): number {
  return Math.abs(Number(pattern(a) - pattern(b)))
}

describe('logarithm and exponential', () => {
  it('lie within 2 units in the last place of what the engine of this machine says', () => {
    const positive = fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true })
    const near = fc.double({ min: 0.25, max: 4, noNaN: true })
    fc.assert(
      fc.property(fc.oneof(positive, near), (x) => unitsBetween(ln(x), Math.log(x)) <= 2),
      { numRuns: 20_000 },
    )
    const within = fc.double({ min: -745, max: 709, noNaN: true })
    const small = fc.double({ min: -2, max: 2, noNaN: true })
    fc.assert(
      fc.property(fc.oneof(within, small), (x) => unitsBetween(exp(x), Math.exp(x)) <= 2),
      { numRuns: 20_000 },
    )
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        fc.double({ min: -8, max: 8, noNaN: true }),
        (x, y) => unitsBetween(pow(x, y), x ** y) <= 2 + 2 * Math.abs(y * Math.log(x)),
      ),
      { numRuns: 20_000 },
    )
  })

  // A change of one of these changes published scores: ENGINE_VERSION has to change with it.
  it.each([
    ['ln', 0.1, 'c0026bb1bbb55515'],
    ['ln', 0.5, 'bfe62e42fefa39ef'],
    ['ln', 0.75, 'bfd269621134db92'],
    ['ln', 1.5, '3fd9f323ecbf984c'],
    ['ln', 2, '3fe62e42fefa39ef'],
    ['ln', 10, '40026bb1bbb55516'],
    ['ln', 74999, '402673515ab3c9f3'],
    ['ln', 1e-300, 'c085963447f87fb5'],
    ['ln', 5e-324, 'c0874385446d71c3'],
    ['ln', 1.7976931348623157e308, '40862e42fefa39ef'],
    ['exp', -745, '0000000000000001'],
    ['exp', -1, '3fd78b56362cef38'],
    ['exp', -1e-9, '3fefffffff768fa1'],
    ['exp', 1e-9, '3ff000000044b830'],
    ['exp', 0.5, '3ffa61298e1e069c'],
    ['exp', 1, '4005bf0a8b14576a'],
    ['exp', 10, '40d5829dcf950560'],
    ['exp', 709, '7fdd422d2be5dc9b'],
    ['pow', [0.3, 0.3333333333333333], '3fe56bfea66ef78c'],
    ['pow', [0.7, -0.5], '3ff31fa808c55b44'],
    ['pow', [2, 0.5], '3ff6a09e667f3bcc'],
    ['pow', [0.001, 10], '39b4484bfeebc2ad'],
  ] as const)('%s of %s is always the same bits', (name, x, hex) => {
    const value = name === 'pow' ? pow(x[0], x[1]) : name === 'ln' ? ln(x) : exp(x)
    expect(BigInt.asUintN(64, pattern(value)).toString(16).padStart(16, '0')).toBe(hex)
  })

  it('answer at the ends', () => {
    expect([ln(0), ln(-1), ln(Number.POSITIVE_INFINITY), ln(1)]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      0,
    ])
    expect([exp(710), exp(-746), exp(0), exp(Number.NaN)]).toEqual([Number.POSITIVE_INFINITY, 0, 1, Number.NaN])
    expect([pow(0, 2), pow(0, -1), pow(0, 0), pow(3, 2), pow(4, -1)]).toEqual([0, Number.POSITIVE_INFINITY, 1, 9, 0.25])
  })
})
