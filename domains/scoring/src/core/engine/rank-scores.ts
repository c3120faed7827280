import type { TieRule } from './model.ts'

/** Scores in whole steps that lie this near together are counted; others are sorted. */
const MAX_SPAN = 1_048_576

/** Places of scores, the highest first; equal scores by the tie rule, NaN has no place (NaN). */
export function rankScores(steps: Float64Array, ties: TieRule): Float64Array {
  const ranks = new Float64Array(steps.length).fill(Number.NaN)
  const range = wholeRangeOf(steps)
  if (range && range.most - range.least < MAX_SPAN) {
    const places = countPlaces(steps, range, ties)
    for (let row = 0; row < steps.length; row += 1) {
      const value = steps[row] as number
      if (!Number.isNaN(value)) ranks[row] = places[value - range.least] as number
    }
  } else {
    const places = sortPlaces(steps, ties)
    for (let row = 0; row < steps.length; row += 1) ranks[row] = places.get(steps[row] as number) ?? Number.NaN
  }
  return ranks
}

type Range = { readonly least: number; readonly most: number }

/** The least and the greatest score; null where one is not whole or there is none. */
function wholeRangeOf(steps: Float64Array): Range | null {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let row = 0; row < steps.length; row += 1) {
    const value = steps[row] as number
    if (Number.isNaN(value)) continue
    if (value !== Math.floor(value)) return null
    if (value < least) least = value
    if (value > most) most = value
  }
  return least <= most ? { least, most } : null
}

/** By score from the least on: its place; anything where nobody has it. */
function countPlaces(steps: Float64Array, { least, most }: Range, ties: TieRule): Float64Array {
  const counts = new Uint32Array(most - least + 1)
  for (let row = 0; row < steps.length; row += 1) {
    const value = steps[row] as number
    if (!Number.isNaN(value)) counts[value - least] = (counts[value - least] as number) + 1
  }
  const places = new Float64Array(counts.length)
  const next = placesFor(ties)
  for (let index = counts.length - 1; index >= 0; index -= 1) if (counts[index] !== 0) places[index] = next(counts[index] as number)
  return places
}

function sortPlaces(steps: Float64Array, ties: TieRule): Map<number, number> {
  const ascending = steps.filter((value) => !Number.isNaN(value)).sort()
  const places = new Map<number, number>()
  const next = placesFor(ties)
  for (let end = ascending.length; end > 0; ) {
    const value = ascending[end - 1] as number
    let start = end - 1
    while (start > 0 && ascending[start - 1] === value) start -= 1
    places.set(value, next(end - start))
    end = start
  }
  return places
}

/** Gives groups of equal scores their places, the highest group first. */
function placesFor(ties: TieRule): (size: number) => number {
  let before = 0
  let groups = 0
  return (size) => {
    const best = before + 1
    before += size
    groups += 1
    if (ties === 'dense') return groups
    if (ties === 'mean') return (best + before) / 2
    return ties === 'best' ? best : before
  }
}
