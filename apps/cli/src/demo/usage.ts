import type { Spans } from '@jiju/booking/core/opening-hours'
import type { Random } from './random.ts'

type UsageShape = {
  readonly stepMinutes: number
  /** Kept free between two uses: clean-up of the first and set-up of the second. */
  readonly gapMinutes: number
  readonly lengths: readonly (readonly [number, number])[]
}

/** A use, as milliseconds. */
export type Use = { readonly start: number; readonly end: number }

const MINUTE = 60_000

/**
 * Fills an open span with uses that take about `share` of it: on the step, never closer than the gap, in random places.
 * `gridMs` is an instant on the grid, such as the local midnight before the span.
 */
export function fillSpan(random: Random, span: Use, gridMs: number, shape: UsageShape, share: number): Use[] {
  const step = shape.stepMinutes * MINUTE
  const gap = Math.ceil((shape.gapMinutes * MINUTE) / step) * step
  const start = gridMs + Math.ceil((span.start - gridMs) / step) * step
  const room = Math.floor((span.end - start) / step) * step
  const wanted = room * share * (0.75 + random.next() * 0.5)
  const lengths: number[] = []
  let used = 0
  while (used < wanted) {
    const length = random.weighted(shape.lengths) * MINUTE
    const taken = lengths.reduce((sum, each) => sum + each + gap, 0)
    // The last use stands for what is still wanted with the right chance, so that short days are not overfilled.
    if (taken + length > room || !random.chance(Math.min(1, (wanted - used) / length))) break
    lengths.push(length)
    used += length
  }
  if (lengths.length === 0) return []
  const spare = Math.floor((room - used - gap * (lengths.length - 1)) / step)
  const offsets = lengths.map(() => random.int(0, spare)).sort((a, b) => a - b)
  let at = start
  let moved = 0
  return lengths.map((length, index) => {
    const offset = offsets[index] as number
    at += (offset - moved) * step
    moved = offset
    const use = { start: at, end: at + length }
    at = use.end + gap
    return use
  })
}

const DAY = 86_400_000

/** Spans cut into pieces of at most `days` days, each followed by the gap, so that months of round-the-clock opening can be filled piece by piece. */
export function cutSpans(spans: Spans, days: number, gapMinutes: number): Use[] {
  const pieces: Use[] = []
  for (let i = 0; i < spans.length; i += 2) {
    const end = spans[i + 1] as number
    for (let start = spans[i] as number; start < end; start += days * DAY) {
      const last = Math.min(end, start + days * DAY)
      pieces.push({ start, end: last === end ? end : last - gapMinutes * MINUTE })
    }
  }
  return pieces
}
