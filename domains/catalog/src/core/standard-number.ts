/**
 * A standard number taken apart. `key` is what makes it unique: capitals, no spaces, plain hyphen, `GB/T16886.1-2022`.
 * `base` is the key without year and amendments: `GB/T16886.1`. `year` is null when the number has none.
 */
export type StandardNumber = { readonly number: string; readonly key: string; readonly base: string; readonly year: number | null }

const NUMBER =
  /^([A-Z]+(?:[/ ][A-Z]+)*)\s*([0-9][0-9A-Z]*(?:[.-][0-9A-Z]+)*?)(?:\s*[-:]\s*((?:19|20)\d{2}))?((?:\+|\/(?:A|AC|AMD|COR) ?\d).*)?$/

/** Reads a number as people write it (full-width signs, any dash, missing spaces); undefined when it is none. */
export function parseStandardNumber(text: string): StandardNumber | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .replace(/：/g, ':')
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim()
  const match = NUMBER.exec(plain)
  if (!match || plain.length > 60) return undefined
  const [, issuer = '', body = '', year, amendments = ''] = match
  const joint = /^(ISO|IEC|EN|ASTM|ANSI)\b/.test(issuer) ? ':' : '-'
  const tail = `${year === undefined ? '' : joint + year}${amendments.replace(/\s/g, '')}`
  return {
    number: `${issuer} ${body}${tail}`,
    key: `${issuer}${body}${tail}`.replace(/ /g, ''),
    base: `${issuer}${body}`.replace(/ /g, ''),
    year: year === undefined ? null : Number(year),
  }
}
