/**
 * A standard number taken apart. `number` is as its body writes it, see `shownNumber`.
 * `key` is what makes it unique: capitals, no spaces, plain hyphen, `GB/T16886.1-2022`.
 * `base` is the key without year and amendments: `GB/T16886.1`. `year` is null when the number has none.
 */
export type StandardNumber = { readonly number: string; readonly key: string; readonly base: string; readonly year: number | null }

const NUMBER =
  /^([A-Z]+(?:[/ ][A-Z]+)*)\s*([0-9][0-9A-Z]*(?:[.-][0-9A-Z]+)*?)(?:\s*[-:]\s*((?:19|20)\d{2}))?((?:\+|\/(?:A|AC|AMD|COR) ?\d).*)?$/

/** Stands in numbers and keys for the Chinese Pharmacopoeia, whose chapters are cited by number. */
const PHARMACOPOEIA = 'CHP'
/** Bodies that put the year after a colon; all others after a hyphen. */
const YEAR_AFTER_COLON = /^(ISO|IEC|EN|ANSI|AAMI|BS|DIN|NF|JIS)\b/
/** Bodies whose letters before the figures belong to the number: ASTM F1980, AAMI TIR57, CLSI EP05-A3. */
const LETTERED = /^((?:ANSI\/)?(?:ASTM|AAMI|CLSI)) ([A-Z]{1,4})$/

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
    .replace(/^(?:《?(?:中华人民共和国|中国)药典》?|CHP)(?= ?\d)/, PHARMACOPOEIA)
  const match = NUMBER.exec(plain)
  if (!match || plain.length > 60) return undefined
  const [, issuer = '', body = '', year, amendments = ''] = match
  const joint = /^(ISO|IEC|EN|ASTM|ANSI)\b/.test(issuer) ? ':' : '-'
  const tail = `${year === undefined ? '' : joint + year}${amendments.replace(/\s/g, '')}`
  return {
    number: shownNumber({ issuer, body, year, amendments }),
    key: `${issuer}${body}${tail}`.replace(/ /g, ''),
    base: `${issuer}${body}`.replace(/ /g, ''),
    year: year === undefined ? null : Number(year),
  }
}

type Parts = { readonly issuer: string; readonly body: string; readonly year: string | undefined; readonly amendments: string }

/** A number as its own body writes it: 中国药典 0512, ASTM F1980-21, ISO 10993-5:2009, GB 9706.1-2020, IEC 60601-1:2005/Amd 1:2012. */
function shownNumber({ issuer, body, year, amendments }: Parts): string {
  const edition = year === undefined ? '' : `${YEAR_AFTER_COLON.test(issuer) ? ':' : '-'}${year}`
  const spaced = amendments.replace(/ ?([/+:]) ?/g, '$1')
  const tail = edition + spaced.replace(/\/(AMD|COR) ?(\d)/g, (_, kind: string, no: string) => `/${kind === 'AMD' ? 'Amd' : 'Cor'} ${no}`)
  if (issuer === PHARMACOPOEIA) return `中国药典 ${body}${tail}`
  const lettered = LETTERED.exec(issuer)
  if (!lettered) return `${issuer} ${body}${tail}`
  // ASTM marks a second edition of a year and its corrections in small letters: D4169-23e1, F3301-18a.
  const shownBody = body.replace(/-\d{2}[A-Z]\d?$/, (edition) => edition.toLowerCase())
  return `${lettered[1]} ${lettered[2]}${shownBody}${tail}`
}
