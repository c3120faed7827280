import { parseFen } from '@jiju/kernel/money'
import { z } from 'zod'

// Control characters but tab and line end, and halves of characters: neither a spreadsheet nor the database can hold them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to refuse.
const UNSTORABLE = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|\p{Cs}/u

const isStorable = (value: string) => !UNSTORABLE.test(value)

/** Text that people type: line ends as `\n`, trimmed, at least one character. */
export const text = (max: number) =>
  z
    .string()
    .overwrite((value) => value.replace(/\r\n?/g, '\n').trim())
    .min(1)
    .max(max)
    .refine(isStorable, { message: 'has characters that cannot be stored' })

/** Text on one line: items of lists, names. */
export const line = (max: number) => text(max).overwrite((value) => value.replace(/\s+/g, ' '))

/** The same where nothing is a value of its own. */
export const optionalText = (max: number) => text(max).nullable()
export const optionalLine = (max: number) => line(max).nullable()

/** Yuan as a decimal string with at most two decimals, not negative, at most 1,000,000,000. */
export const yuan = z
  .string()
  .regex(/^\d{1,10}(\.\d{1,2})?$/)
  .refine((value) => (parseFen(value) ?? 0n) <= 100_000_000_000n, { message: 'too large' })
  .describe('yuan, decimal string')

export const IdParams = z.object({ id: z.uuid() })
export const OrganisationParams = z.object({ organisationId: z.uuid() })

export const FileRef = z
  .object({ fileId: z.uuid(), caption: optionalText(200), url: z.string().describe('path of the bytes, relative to the origin') })
  .meta({ id: 'CatalogFileRef' })
