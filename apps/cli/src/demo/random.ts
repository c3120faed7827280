/** A source of numbers that repeats itself: the same seed and stream give the same sequence on every machine. */
export type Random = {
  /** In [0, 1). */
  readonly next: () => number
  /** A whole number from `from` to `to`, both included. */
  readonly int: (from: number, to: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** One of the pairs' values; the second member of a pair is its weight. */
  readonly weighted: <T>(pairs: readonly (readonly [T, number])[]) => T
}

// FNV-1a: spreads seed and stream name over the generator's 32 bits of state.
function hash(text: string): number {
  let state = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  return state >>> 0
}

/** Mulberry32. Each `stream` of a seed runs by itself, so that a change in one part of the district leaves the others as they were. */
export function randomFrom(seed: number, stream: string): Random {
  let state = hash(`${seed}|${stream}`)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted: (pairs) => {
      let rest = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of pairs) {
        rest -= weight
        if (rest < 0) return value
      }
      return (pairs.at(-1) as (typeof pairs)[number])[0]
    },
  }
}
