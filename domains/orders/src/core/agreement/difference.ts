/** A piece of a text that was changed. Same and removed pieces joined are the old text, same and added ones the new. */
type DifferencePiece = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/** Above this many comparisons the middle of two texts counts as replaced in whole. */
const MAX_COMPARISONS = 1_000_000

/** How `after` differs from `before`, by words of letters and digits and by single other characters. */
export function differenceOf(before: string, after: string): readonly DifferencePiece[] {
  const old = wordsOf(before)
  const fresh = wordsOf(after)
  let head = 0
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1
  let tail = 0
  while (tail < old.length - head && tail < fresh.length - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1
  const middle = compare(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail))
  return join([
    { kind: 'same', text: old.slice(0, head).join('') },
    ...middle,
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ])
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{Script=Latin}\p{N}]+|[\s\S]/gu) ?? []

function compare(old: readonly string[], fresh: readonly string[]): readonly DifferencePiece[] {
  if (old.length * fresh.length > MAX_COMPARISONS)
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: fresh.join('') },
    ]
  const width = fresh.length + 1
  // lengths[i * width + j]: the longest common sequence of what is left from i and j.
  const lengths = new Uint16Array((old.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pieces: DifferencePiece[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      pieces.push({ kind: 'same', text: old[i] ?? '' })
      i += 1
      j += 1
    } else if (j >= fresh.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'removed', text: old[i] ?? '' })
      i += 1
    } else {
      pieces.push({ kind: 'added', text: fresh[j] ?? '' })
      j += 1
    }
  }
  return pieces
}

function join(pieces: readonly DifferencePiece[]): readonly DifferencePiece[] {
  const joined: DifferencePiece[] = []
  for (const piece of pieces) {
    if (piece.text === '') continue
    const last = joined.at(-1)
    if (last?.kind === piece.kind) joined[joined.length - 1] = { kind: piece.kind, text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined
}
