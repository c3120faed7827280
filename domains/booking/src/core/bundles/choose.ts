import type { Fen } from '@jiju/kernel/money'

/** A resource that is free at the time and passes every rule, at its price. */
export type Choice = { readonly resourceId: string; readonly priceFen: Fen }

/** `cheapest`: least for all together; `listed`: as far in front in each list as possible, the first list before the second. */
export const PREFERENCES = ['cheapest', 'listed'] as const
export type Preference = (typeof PREFERENCES)[number]

/**
 * One resource for each need, none twice; undefined when that cannot be. `needs` holds for each its choices in the order in which they were listed.
 * Of equally good answers the one nearer the front of the lists.
 */
export function chooseResources(needs: readonly (readonly Choice[])[], preference: Preference): Choice[] | undefined {
  const lists = needs.map((choices) => (preference === 'cheapest' ? [...choices].sort(byPrice) : choices))
  // What the needs from each on cost at least: no answer that cannot become cheaper is looked at further.
  const least = lists.map((_, index) =>
    lists.slice(index).reduce((sum, choices) => sum + (choices.map(({ priceFen }) => priceFen).sort(compare)[0] ?? 0n), 0n),
  )
  let best: { chosen: Choice[]; totalFen: Fen } | undefined
  const search = (index: number, chosen: Choice[], totalFen: Fen): void => {
    if (best && (preference === 'listed' || totalFen + (least[index] ?? 0n) >= best.totalFen)) return
    const choices = lists[index]
    if (!choices) {
      best = { chosen, totalFen }
      return
    }
    for (const choice of choices)
      if (!chosen.some(({ resourceId }) => resourceId === choice.resourceId))
        search(index + 1, [...chosen, choice], totalFen + choice.priceFen)
  }
  search(0, [], 0n)
  return best?.chosen
}

const compare = (a: Fen, b: Fen) => (a < b ? -1 : a > b ? 1 : 0)
const byPrice = (a: Choice, b: Choice) => compare(a.priceFen, b.priceFen)
