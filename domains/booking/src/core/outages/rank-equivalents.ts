import type { Fen } from '@jiju/kernel/money'

export type EquivalentMatch = 'same_resource' | 'same_class' | 'same_standard'

type Candidate = {
  readonly resourceId: string
  readonly start: Date
  readonly priceFen: Fen
  readonly match: EquivalentMatch
}

const MATCH_ORDER: Readonly<Record<EquivalentMatch, number>> = { same_resource: 0, same_class: 1, same_standard: 2 }

/** Nearest to the booked start first; of equally near ones the cheaper, then the closer match. */
export function rankEquivalents<T extends Candidate>(candidates: readonly T[], booked: { readonly start: Date }): T[] {
  const distance = (candidate: T) => Math.abs(candidate.start.getTime() - booked.start.getTime())
  return [...candidates].sort(
    (a, b) =>
      distance(a) - distance(b) ||
      compareFen(a.priceFen, b.priceFen) ||
      MATCH_ORDER[a.match] - MATCH_ORDER[b.match] ||
      a.start.getTime() - b.start.getTime() ||
      (a.resourceId < b.resourceId ? -1 : 1),
  )
}

function compareFen(a: Fen, b: Fen): number {
  return a < b ? -1 : a > b ? 1 : 0
}
