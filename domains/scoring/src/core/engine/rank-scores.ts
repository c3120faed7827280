import type { TieRule } from './model.ts'

/** Places of scores, the highest first; equal scores by the tie rule, NaN has no place (NaN). */
export function rankScores(steps: Float64Array, ties: TieRule): Float64Array {
  const ranks = new Float64Array(steps.length).fill(Number.NaN)
  const order = Uint32Array.from(steps.keys()).filter((row) => !Number.isNaN(steps[row]))
  order.sort((a, b) => (steps[b] as number) - (steps[a] as number) || a - b)
  let group = 0
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && steps[order[end] as number] === steps[order[start] as number]) end += 1
    group += 1
    const place = { best: start + 1, worst: end, mean: (start + 1 + end) / 2, dense: group }[ties]
    for (let index = start; index < end; index += 1) ranks[order[index] as number] = place
    start = end
  }
  return ranks
}
