import type { Peers } from './outranking.ts'

/**
 * How much each child helped a row to win its duels with peers (see copeland): a duel won counts 1 and a tied one a half, shared by the
 * children in which the row is better, by weight, or equal, by half of the weight. As there, the row does not meet itself.
 */
export function duelShares(own: readonly number[], { count, parts }: Peers, weights: readonly number[]): number[] {
  const shares = weights.map(() => 0)
  const support = weights.map(() => 0)
  let hasMetItself = false
  for (let peer = 0; peer < count; peer += 1) {
    if (!hasMetItself && own.every((mine, child) => Object.is(mine, parts[peer * own.length + child]))) {
      hasMetItself = true
      continue
    }
    let all = 0
    let won = 0
    for (const [child, mine] of own.entries()) {
      const theirs = parts[peer * own.length + child] as number
      const weight = Number.isNaN(mine) || Number.isNaN(theirs) ? 0 : (weights[child] as number)
      const helped = mine > theirs ? weight : mine === theirs ? weight / 2 : 0
      support[child] = helped
      all += weight
      won += helped
    }
    const outcome = won * 2 > all * (1 + NEARLY) ? 1 : won * 2 >= all * (1 - NEARLY) ? 0.5 : 0
    if (won === 0) continue
    for (const [child, helped] of support.entries()) shares[child] = (shares[child] as number) + (outcome * helped) / won
  }
  return shares
}

const NEARLY = 1e-9
