import { exp, ln } from '../exact-math.ts'

/** Numbers that only look random: of one seed always the same, on any machine. */
export type Random = {
  /** Uniform on [0, 1), 53 bits. */
  readonly uniform: () => number
  /** Of the gamma distribution with this shape (above 0) and scale 1. */
  readonly gamma: (shape: number) => number
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna 2018), its state filled from the seed by splitmix32: whole numbers of 32 bits only, so that every
 * engine gives the same.
 */
export function randomOf(seed: number): Random {
  const state = new Uint32Array(4)
  let filler = seed >>> 0
  for (let place = 0; place < 4; place += 1) {
    filler = (filler + 0x9e3779b9) >>> 0
    let mixed = Math.imul(filler ^ (filler >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    state[place] = mixed ^ (mixed >>> 15)
  }
  const bits = (): number => {
    const [a = 0, b = 0, c = 0, d = 0] = state
    const result = Math.imul(turn(Math.imul(b, 5), 7), 9) >>> 0
    const third = c ^ a
    const fourth = d ^ b
    state[0] = a ^ fourth
    state[1] = b ^ third
    state[2] = third ^ (b << 9)
    state[3] = turn(fourth, 11)
    return result
  }
  const uniform = () => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992
  return { uniform, gamma: (shape) => gamma(shape, uniform) }
}

function turn(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}

/** Marsaglia and Tsang 2000; below shape 1 by a shape one higher times a power of a uniform. */
function gamma(shape: number, uniform: () => number): number {
  if (shape < 1) return gamma(shape + 1, uniform) * exp(ln(1 - uniform()) / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(uniform)
    const root = 1 + c * x
    const v = root * root * root
    if (v > 0 && ln(1 - uniform()) < 0.5 * x * x + d - d * v + d * ln(v)) return d * v
  }
}

/** Marsaglia's polar method. */
function normal(uniform: () => number): number {
  for (;;) {
    const x = 2 * uniform() - 1
    const y = 2 * uniform() - 1
    const square = x * x + y * y
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * ln(square)) / square)
  }
}
