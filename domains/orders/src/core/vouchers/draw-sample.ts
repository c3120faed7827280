/** A 32-bit hash of a text (FNV-1a, then a finalizer that mixes every bit); the same text always gives the same number. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * Draws a share of `ids`, at least one, by a seed: whoever has the seed draws the same again, whatever the order in which the ids come. Each id is as
 * likely as any other.
 */
export function drawSample(ids: readonly string[], sharePercent: number, seed: string): string[] {
  const size = Math.min(ids.length, Math.max(1, Math.ceil((ids.length * sharePercent) / 100)))
  const drawn = ids.map((id) => ({ id, rank: hashOf(`${seed}/${id}`) }))
  drawn.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
  return drawn.slice(0, size).map(({ id }) => id)
}
