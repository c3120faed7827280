import { quantileOf } from './distribution.ts'

/** Ascending values in groups of neighbours: the mean of each group and how many are in it. */
export type Groups = { readonly means: readonly number[]; readonly counts: readonly number[] }

/** Nobody is shown in a smaller company. */
export const LEAST_IN_GROUP = 5
const MOST_GROUPS = 100

/**
 * Groups of equal size of ascending values, each of at least `least`; null where there are fewer values than that. No value belongs to two
 * groups, so no value follows from their means. With `least` 1 each different value is its own group.
 */
export function groupValues(ascending: Float64Array, least: number = LEAST_IN_GROUP): Groups | null {
  if (ascending.length < Math.max(least, 1)) return null
  return least === 1 ? groupEqual(ascending) : groupNeighbours(ascending, least)
}

function groupEqual(ascending: Float64Array): Groups {
  const means: number[] = []
  const counts: number[] = []
  for (const value of ascending) {
    if (means.at(-1) === value) counts[counts.length - 1] = (counts.at(-1) as number) + 1
    else {
      means.push(value)
      counts.push(1)
    }
  }
  return { means, counts }
}

function groupNeighbours(ascending: Float64Array, least: number): Groups {
  const length = Math.min(MOST_GROUPS, Math.floor(ascending.length / least))
  const starts = Array.from({ length: length + 1 }, (_, group) => Math.floor((ascending.length * group) / length))
  const counts = starts.slice(1).map((end, group) => end - (starts[group] as number))
  const means = counts.map((count, group) => {
    const start = starts[group] as number
    const first = ascending[start] as number
    let sum = 0
    // Counted from the first, so that equal values have exactly that mean.
    for (let index = start; index < start + count; index += 1) sum += (ascending[index] as number) - first
    return first + sum / count
  })
  return { means, counts }
}

/** Ascending values with those beyond the two quantiles moved to them. */
export function cutExtremes(ascending: Float64Array, lower: number, upper: number): Float64Array {
  const low = quantileOf(ascending, lower)
  const high = quantileOf(ascending, upper)
  const cut = new Float64Array(ascending.length)
  for (let index = 0; index < ascending.length; index += 1) cut[index] = Math.min(Math.max(ascending[index] as number, low), high)
  return cut
}

/** The value below which a part (0–1) of the grouped ones lies: on straight lines between the middles of groups, flat beyond the outer ones. */
export function quantileOfGroups({ means, counts }: Groups, part: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0)
  let before = 0
  let lastMiddle = 0
  for (const [index, count] of counts.entries()) {
    const middle = (before + count / 2) / all
    const mean = means[index] as number
    if (part <= middle) {
      const below = means[index - 1]
      return below === undefined ? mean : below + ((mean - below) * (part - lastMiddle)) / (middle - lastMiddle)
    }
    before += count
    lastMiddle = middle
  }
  return means.at(-1) ?? Number.NaN
}
