import { z } from 'zod'

/** Spread into a list's query contract: keyset paging by an opaque cursor. */
export const pageQuery = {
  cursor: z.string().max(1000).exactOptional().describe('`nextCursor` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** The contract of one page of `item`; `nextCursor` is null on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}
