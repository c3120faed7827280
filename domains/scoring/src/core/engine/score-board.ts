import { type Groups, groupValues } from './groups.ts'
import type { Scores } from './score-table.ts'

/** Scores in steps of groups of enterprises, ascending: how many, their mean, and whether all have that very score. */
export type ScoreGroups = Groups & { readonly isOneScore: readonly boolean[] }

/** The scores of a run without names: among all, and by stage in the model's order; null where too few are scored. */
export type ScoreBoard = { readonly all: ScoreGroups | null; readonly stages: readonly (ScoreGroups | null)[] }

/** Best and worst place that a score can have. */
export type PlaceRange = readonly [best: number, worst: number]

/** The board of a run, each score with as many enterprises as have it; `least` 5 hides single ones in groups of at least five. */
export function boardOf({ steps, stage }: Pick<Scores, 'steps' | 'stage'>, stageCount: number, least = 1): ScoreBoard {
  const among = (place: number | null): ScoreGroups | null => {
    const known = steps.filter((value, row) => !Number.isNaN(value) && (place === null || stage[row] === place)).sort()
    const groups = groupValues(known, least)
    if (!groups) return null
    let start = 0
    const isOneScore = groups.counts.map((count) => {
      const [first, last] = [known[start], known[start + count - 1]]
      start += count
      return first === last
    })
    return { ...groups, isOneScore }
  }
  return { all: among(null), stages: Array.from({ length: Math.max(stageCount, 1) }, (_, place) => among(place)) }
}

/**
 * The places of a score: 1 + how many are better. Of a group of different scores it is known that one at least reaches its mean and one
 * at least does not exceed it, and that all of the next groups lie beyond. `own`, the score that the enterprise has now, is not a peer.
 */
export function placesAmong({ means, counts, isOneScore }: ScoreGroups, steps: number, own: number | null): PlaceRange {
  const groups = means.map((mean, index) => ({ mean, count: counts[index] as number, isOne: isOneScore[index] as boolean }))
  let surely = 0
  let perhaps = 0
  for (const [index, { mean, count, isOne }] of groups.entries()) {
    const below = groups[index - 1]
    const above = groups[index + 1]
    if (isOne) {
      surely += mean > steps ? count : 0
      perhaps += mean > steps ? count : 0
    } else {
      // All members are at least as good as the group below on average, and at most as good as the group above.
      surely += below && below.mean > steps ? count : mean > steps ? 1 : 0
      perhaps += above && above.mean <= steps ? 0 : mean <= steps ? count - 1 : count
    }
  }
  const self = own !== null && own > steps ? 1 : 0
  return [Math.max(1, surely - self + 1), Math.max(1, perhaps - self + 1)]
}
