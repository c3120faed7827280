import type { Spans } from './opening-hours.ts'

/**
 * What is taken on each of `capacity` numbered units, from rows in order of time. A unit above the capacity, left over from a larger one, is not
 * offered and left out.
 */
export function takenByUnit(
  rows: readonly { readonly unit: number; readonly start: number; readonly end: number }[],
  capacity: number,
): number[][] {
  const units: number[][] = Array.from({ length: capacity }, () => [])
  for (const { unit, start, end } of rows) units[unit - 1]?.push(start, end)
  return units
}

/** Spans in which a use fits on at least one unit, in order of their start; those that lie within another are left out. They may overlap. */
export function freeOnAnyUnit(freeByUnit: readonly Spans[]): number[] {
  const [only] = freeByUnit
  if (freeByUnit.length === 1 && only) return [...only]
  const all: { start: number; end: number }[] = []
  for (const free of freeByUnit) for (let i = 0; i < free.length; i += 2) all.push({ start: free[i] ?? 0, end: free[i + 1] ?? 0 })
  all.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: number[] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const { start, end } of all)
    if (end > reach) {
      kept.push(start, end)
      reach = end
    }
  return kept
}

/** Spans as a sorted union: overlapping and touching ones become one. */
export function joinSpans(spans: Spans): number[] {
  const joined: number[] = []
  for (let i = 0; i < spans.length; i += 2) {
    const start = spans[i] ?? 0
    const end = spans[i + 1] ?? 0
    const last = joined.length - 1
    if (last > 0 && start <= (joined[last] ?? 0)) joined[last] = Math.max(end, joined[last] ?? 0)
    else joined.push(start, end)
  }
  return joined
}

/** Spans that are taken on every unit at the same time. */
export function takenOnAllUnits(units: readonly Spans[]): number[] {
  const [first = [], ...others] = units
  return others.reduce<number[]>((common, taken) => intersect(common, taken), [...first])
}

function intersect(a: Spans, b: Spans): number[] {
  const common: number[] = []
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const start = Math.max(a[i] ?? 0, b[k] ?? 0)
    const end = Math.min(a[i + 1] ?? 0, b[k + 1] ?? 0)
    if (start < end) common.push(start, end)
    if ((a[i + 1] ?? 0) < (b[k + 1] ?? 0)) i += 2
    else k += 2
  }
  return common
}
