import { createHash } from 'node:crypto'

/** A text as bytes with their SHA-256: ready for the file store. */
export type Hashed = { readonly bytes: Uint8Array; readonly sha256: string }

export function hashText(text: string): Hashed {
  const bytes = new TextEncoder().encode(text)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

const ROWS_A_LIST = 5000

/** Rows as JSON lists of a few thousand each: what one statement writes. */
export function jsonLists<Row>(rows: readonly Row[]): string[] {
  const lists: string[] = []
  for (let start = 0; start < rows.length; start += ROWS_A_LIST) lists.push(JSON.stringify(rows.slice(start, start + ROWS_A_LIST)))
  return lists
}
