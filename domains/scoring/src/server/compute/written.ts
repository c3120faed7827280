import { createHash } from 'node:crypto'

/** A text in pieces of bytes, with the SHA-256 of the whole: ready for the file store. */
export type Hashed = { readonly pieces: readonly Uint8Array[]; readonly sha256: string }

export function hashPieces(text: Iterable<string>): Hashed {
  const encoder = new TextEncoder()
  const hash = createHash('sha256')
  const pieces: Uint8Array[] = []
  for (const piece of text) {
    const bytes = encoder.encode(piece)
    hash.update(bytes)
    pieces.push(bytes)
  }
  return { pieces, sha256: hash.digest('hex') }
}

const ROWS_A_LIST = 5000

/** Rows as JSON lists of a few thousand each: what one statement writes. */
export function jsonLists(rows: Iterable<unknown>): string[] {
  const lists: string[] = []
  let own: unknown[] = []
  for (const row of rows) {
    own.push(row)
    if (own.length < ROWS_A_LIST) continue
    lists.push(JSON.stringify(own))
    own = []
  }
  if (own.length > 0) lists.push(JSON.stringify(own))
  return lists
}
