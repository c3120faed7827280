/** Half-open range of instants, `[start, end)`: back-to-back ranges do not overlap. */
export type TimeRange = { readonly start: Date; readonly end: Date }

export function minutesIn(range: TimeRange): number {
  return (range.end.getTime() - range.start.getTime()) / 60_000
}

export function overlaps(a: TimeRange, b: TimeRange): boolean {
  return a.start < b.end && b.start < a.end
}

export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000)
}

/** The range with `before` and `after` minutes added around it. */
export function widen(range: TimeRange, before: number, after: number): TimeRange {
  return { start: addMinutes(range.start, -before), end: addMinutes(range.end, after) }
}

/** Sorted union: touching and overlapping ranges become one. */
export function mergeRanges(ranges: readonly TimeRange[]): TimeRange[] {
  const sorted = [...ranges].sort((a, b) => a.start.getTime() - b.start.getTime())
  const merged: TimeRange[] = []
  for (const range of sorted) {
    const last = merged.at(-1)
    if (last && range.start <= last.end) merged[merged.length - 1] = { start: last.start, end: range.end > last.end ? range.end : last.end }
    else merged.push(range)
  }
  return merged
}

/** What is left of `from` after taking `taken` away; both may be unsorted, the result is sorted and disjoint. */
export function subtractRanges(from: readonly TimeRange[], taken: readonly TimeRange[]): TimeRange[] {
  const busy = mergeRanges(taken)
  const free: TimeRange[] = []
  for (const range of mergeRanges(from)) {
    let start = range.start
    for (const block of busy) {
      if (block.end <= start) continue
      if (block.start >= range.end) break
      if (block.start > start) free.push({ start, end: block.start })
      if (block.end > start) start = block.end
    }
    if (start < range.end) free.push({ start, end: range.end })
  }
  return free
}
