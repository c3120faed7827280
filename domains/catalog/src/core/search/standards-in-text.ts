/**
 * A standard as a text names it: `family` without the mark of recommended standards (GB/T → gb), `number` with parts joined by dots
 * (10993-5 → 10993.5), `year` of the edition. `start`/`end` are UTF-16 offsets in the text it was read from.
 */
export type NamedStandard = {
  readonly family: string | null
  readonly number: string
  readonly year: string | null
  readonly start: number
  readonly end: number
}

const FAMILIES = 'gb|yy|iso|iec|astm|jjf|jjg|jb|hg|ws|hj|sn|nb|qb|en|ansi|din|clsi|db\\d{0,4}'
// GB/T, GBT, YY/T, ISO/TS, ISO/IEC, EN ISO: the last family named decides.
const PREFIX = `(?:(?:bs|din|en|ansi|aami)[\\s/]+(?=iso|iec))?(?<family>${FAMILIES})(?:\\s*/?\\s*(?:t|z|ts|tr|iec|ieee|pas)(?=[\\s\\d-]))?[\\s:-]*`
const NUMBER = '(?<number>[a-z]?\\d{2,6}(?:[.-](?!(?:19|20)\\d\\d(?!\\d))\\d{1,3}){0,3})'
const YEAR = '(?:\\s*[-:]\\s*(?<year>(?:19|20)\\d\\d)(?!\\d))?'
// Without a family a number counts only with a part or a year: 9706.1, 9706.1-2020, 10993-5.
const BARE =
  '(?<bare>(?!(?:19|20)\\d\\d-\\d)\\d{3,6}(?:[.-](?!(?:19|20)\\d\\d(?!\\d))\\d{1,3}){1,3}|\\d{3,6}(?=\\s*[-:]\\s*(?:19|20)\\d\\d(?!\\d)))'
const PATTERN = new RegExp(`(?<![a-z\\d])(?:${PREFIX}${NUMBER}|${BARE})${YEAR}(?![\\d.][\\da-z])`, 'giu')

/** Full-width and typographic forms become plain ones of the same length, so that offsets stay those of the text. */
function plain(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000‐‑–—−／]/gu, (char) => {
    if (char === '\u3000') return ' '
    if ('‐‑–—−'.includes(char)) return '-'
    return String.fromCharCode(char.charCodeAt(0) - 0xfee0)
  })
}

/** Every standard that the text names, in order. */
export function findStandards(text: string): NamedStandard[] {
  const found: NamedStandard[] = []
  for (const match of plain(text).matchAll(PATTERN)) {
    const { family, number, bare, year } = match.groups ?? {}
    found.push({
      family: family?.toLowerCase() ?? null,
      number: (number ?? bare ?? '').toLowerCase().replaceAll('-', '.'),
      year: year ?? null,
      start: match.index,
      end: match.index + match[0].length,
    })
  }
  return found
}

/** The keys under which a cited standard is found exactly: with and without family and year. */
export function standardKeys({ family, number, year }: Pick<NamedStandard, 'family' | 'number' | 'year'>): string[] {
  const names = family === null ? [number] : [number, `${family}${number}`]
  return year === null ? names : names.flatMap((name) => [name, `${name}-${year}`])
}

/** The series that it belongs to: 60601.1.2 → 60601.1 and 60601, with and without family. */
export function seriesKeys({ family, number }: Pick<NamedStandard, 'family' | 'number'>): string[] {
  const parts = number.split('.')
  const series = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'))
  return family === null ? series : [...series, ...series.map((name) => `${family}${name}`)]
}

/** The one key that a query for this standard looks for. */
export function queryKey({ family, number, year }: Pick<NamedStandard, 'family' | 'number' | 'year'>): string {
  return `${family ?? ''}${number}${year === null ? '' : `-${year}`}`
}
