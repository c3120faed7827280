import { parseFen } from '@jiju/kernel/money'
import { z } from 'zod'

/** Text that people type: trimmed, at least one character. */
export const text = (max: number) => z.string().trim().min(1).max(max)

/** The same where nothing is a value of its own. */
export const optionalText = (max: number) => text(max).nullable()

/** Yuan as a decimal string with at most two decimals, not negative, at most 1,000,000,000. */
export const yuan = z
  .string()
  .regex(/^\d{1,10}(\.\d{1,2})?$/)
  .refine((value) => (parseFen(value) ?? 0n) <= 100_000_000_000n, { message: 'too large' })
  .describe('yuan, decimal string')

export const pageQuery = {
  cursor: z.string().max(500).exactOptional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

export const IdParams = z.object({ id: z.uuid() })
export const OrganisationParams = z.object({ organisationId: z.uuid() })

export const page = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), nextCursor: z.string().nullable() })

export const FileRef = z
  .object({ fileId: z.uuid(), caption: optionalText(200), url: z.string().describe('path of the bytes, relative to the origin') })
  .meta({ id: 'CatalogFileRef' })
