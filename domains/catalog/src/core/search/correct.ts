/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours count one each. */
export function editDistance(a: string, b: string): number {
  const [x, y] = [[...a], [...b]]
  let before: number[] = []
  let last = Array.from({ length: y.length + 1 }, (_, index) => index)
  for (let i = 1; i <= x.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= y.length; j += 1) {
      const same = x[i - 1] === y[j - 1]
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[y.length] ?? x.length
}

/** Slips that a word of this length may hold: none up to 3 letters, one up to 7, two beyond. */
export function toleratedSlips(word: string): number {
  const { length } = [...word]
  return length <= 3 ? 0 : length <= 7 ? 1 : 2
}

/** The known word nearest to `word`, within the tolerated slips; earlier entries win a tie. Undefined when none is near. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const slips = toleratedSlips(word)
  let best: { word: string; distance: number } | undefined
  for (const candidate of slips === 0 ? [] : known) {
    if (Math.abs(candidate.length - word.length) > slips) continue
    const distance = editDistance(word, candidate)
    if (distance > 0 && distance <= slips && (!best || distance < best.distance)) best = { word: candidate, distance }
  }
  return best?.word
}
