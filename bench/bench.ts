/** One measured value; with a peer, the same thing done by something else in the same run. */
export type Figure = {
  readonly figure: string
  readonly value: number
  readonly unit: string
  readonly peer?: string
  readonly peerValue?: number
}

export type BenchContext = {
  /** Ends within 45 s, with fewer rows where it must; a figure then says how many. */
  readonly quick: boolean
  readonly emit: (figure: Figure) => void
  /** A migrated, empty database of this run alone. */
  readonly databaseUrl: string
  /** A folder of this run alone; it is removed afterwards. */
  readonly home: string
}

export type Bench = (context: BenchContext) => Promise<void>

/** The value below which `share` (0–1) of the values lie; the values need not be sorted. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Seeded random numbers in [0, 1) (mulberry32), so that two runs measure the same work. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
