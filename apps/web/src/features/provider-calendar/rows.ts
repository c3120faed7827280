type Interval = { readonly start: Date; readonly end: Date }

/**
 * Puts overlapping intervals side by side: each gets the first lane that is free at its start.
 * Returns the lane of each interval in the order given, and how many lanes there are (at least 1).
 */
export function lanesOf(intervals: readonly Interval[]): { lanes: number[]; count: number } {
  const order = intervals.map((_, index) => index)
  order.sort(
    (a, b) =>
      intervals[a]!.start.getTime() - intervals[b]!.start.getTime() || intervals[b]!.end.getTime() - intervals[a]!.end.getTime() || a - b,
  )
  const freeFrom: number[] = []
  const lanes = new Array<number>(intervals.length).fill(0)
  for (const index of order) {
    const { start, end } = intervals[index]!
    const free = freeFrom.findIndex((until) => until <= start.getTime())
    const lane = free === -1 ? freeFrom.length : free
    freeFrom[lane] = end.getTime()
    lanes[index] = lane
  }
  return { lanes, count: Math.max(freeFrom.length, 1) }
}

/** Tops of rows of the given heights, and one more: the height of them all. */
export function rowTops(heights: readonly number[]): number[] {
  const tops = [0]
  for (const height of heights) tops.push(tops.at(-1)! + height)
  return tops
}

/** Rows `[first, last)` that a window of `height` pixels at `scrollTop` shows, with `spare` rows around it. */
export function visibleRows(tops: readonly number[], scrollTop: number, height: number, spare = 4): { first: number; last: number } {
  const count = tops.length - 1
  const first = Math.max(rowAt(tops, scrollTop) - spare, 0)
  const last = Math.min(rowAt(tops, scrollTop + height) + 1 + spare, count)
  return { first, last: Math.max(last, first) }
}

/** The row under pixel `y`; the nearest one outside. */
export function rowAt(tops: readonly number[], y: number): number {
  let low = 0
  let high = Math.max(tops.length - 2, 0)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (tops[middle]! <= y) low = middle
    else high = middle - 1
  }
  return low
}
