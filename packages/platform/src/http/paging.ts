import { Refusal } from '@jiju/kernel/problem'
import type { z } from 'zod'

/** Packs the sort values of the last row; opaque to the caller. */
export function encodeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** Reads the sort values back; refuses with `platform.cursor_invalid` when they are not what the list sorts by. */
export function decodeCursor<Shape extends z.ZodType>(cursor: string | undefined, shape: Shape): z.output<Shape> | undefined {
  if (cursor === undefined) return undefined
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw new Refusal({ code: 'platform.cursor_invalid', kind: 'invalid', field: '/querystring/cursor' })
  }
}

/** Turns `limit + 1` rows into a page; the extra row only says that there is more. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
  sortValues: (row: Row) => readonly unknown[],
): { items: Item[]; nextCursor: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { items: page.map(present), nextCursor: rows.length > limit && last !== undefined ? encodeCursor(sortValues(last)) : null }
}
