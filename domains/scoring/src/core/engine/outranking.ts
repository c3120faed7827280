/** Every row meets every other of its cohort: at this many that is 900 million duels, some ten seconds. */
export const MAX_OUTRANKED = 30_000

/** Sums of weights in another order differ in their last digits. */
const NEARLY = 1e-9

/** What the peers of one cohort reached in the children of a branch: a row a peer, a column a child; NaN is unknown. */
export type Peers = { readonly count: number; readonly parts: Float64Array }

/** The rows that duel as a matrix of what they reached in the children of a branch. Throws a RangeError when they are too many. */
export function gatherPeers(branch: string, children: readonly Float64Array[], rows: Uint32Array): Peers {
  if (rows.length > MAX_OUTRANKED) throw new RangeError(`${branch} compares ${rows.length} one by one; ${MAX_OUTRANKED} is the most`)
  const parts = new Float64Array(rows.length * children.length)
  for (const [place, row] of rows.entries()) {
    for (const [child, column] of children.entries()) parts[place * children.length + child] = column[row] as number
  }
  return { count: rows.length, parts }
}

/**
 * Copeland's score as a part of 1: duels won and half of those tied ÷ duels held. The weighted majority of the children known of both
 * decides a duel; with none known of both there is no duel, and with no duel the score is a half. A peer who reached the same in every
 * child is taken for the row itself, once.
 */
export function copeland(own: Float64Array, { count, parts }: Peers, weights: Float64Array): number {
  const children = own.length
  let held = 0
  let points = 0
  let isAmongPeers = false
  for (let peer = 0, at = 0; peer < count; peer += 1, at += children) {
    let balance = 0
    let common = 0
    let different = 0
    // Without branches, as nobody can foretell them; NaN is neither more nor less nor equal.
    for (let child = 0; child < children; child += 1) {
      const mine = own[child] as number
      const theirs = parts[at + child] as number
      const weight = weights[child] as number
      const more = Number(mine > theirs)
      const less = Number(mine < theirs)
      balance += weight * (more - less)
      common += weight * (more + less + Number(mine === theirs))
      different += more + less
    }
    if (different === 0 && !isAmongPeers && isSame(own, parts, at)) {
      isAmongPeers = true
      continue
    }
    if (common === 0) continue
    held += 1
    points += (Number(balance > NEARLY * common) + Number(balance >= -NEARLY * common)) / 2
  }
  return held === 0 ? 0.5 : points / held
}

/** Whether a peer's row holds the same, unknown ones included. */
function isSame(own: Float64Array, parts: Float64Array, at: number): boolean {
  return own.every((mine, child) => Object.is(mine, parts[at + child]))
}
