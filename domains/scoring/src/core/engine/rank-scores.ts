import type { TieRule } from './model.ts'

/** Places of scores, the highest first; equal scores by the tie rule, NaN has no place (NaN). */
export function rankScores(steps: Float64Array, ties: TieRule): Float64Array {
  const sorted = steps.filter((value) => !Number.isNaN(value)).sort()
  const places = placesOf(sorted, ties)
  return steps.map((value) => places.get(value) ?? Number.NaN)
}

/** The place of each different score. */
function placesOf(ascending: Float64Array, ties: TieRule): Map<number, number> {
  const places = new Map<number, number>()
  const count = ascending.length
  for (let end = count; end > 0; ) {
    const value = ascending[end - 1] as number
    let start = end - 1
    while (start > 0 && ascending[start - 1] === value) start -= 1
    const best = count - end + 1
    const worst = count - start
    places.set(value, ties === 'dense' ? places.size + 1 : ties === 'best' ? best : ties === 'worst' ? worst : (best + worst) / 2)
    end = start
  }
  return places
}
