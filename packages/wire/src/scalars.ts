import { z } from 'zod'

/** Yuan with two decimals as a string, so that no JSON reader turns it into a float. */
export const Yuan = z
  .string()
  .regex(/^-?\d{1,15}\.\d{2}$/)
  .describe('Yuan, two decimals, as a string')

/** An amount that people type: yuan with at most two decimals, not negative. */
export const YuanInput = z
  .string()
  .regex(/^\d{1,13}(\.\d{1,2})?$/)
  .describe('Yuan, at most two decimals, as a string')

export const Instant = z.iso.datetime().describe('Instant in UTC, ISO 8601')
export const Day = z.iso.date().describe('Calendar day, YYYY-MM-DD')

/** Text that people type: trimmed, without control characters, of a bounded length. */
export function text(maxLength: number, minLength = 1) {
  return (
    z
      .string()
      .trim()
      .min(minLength)
      .max(maxLength)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
      .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/)
  )
}
