/** One character as the search sees it, and where it stands in the original (UTF-16 units, half-open). */
export type FoldedChar = { readonly char: string; readonly start: number; readonly end: number; readonly kind: 'han' | 'word' | 'gap' }

// Scripts without spaces between words are cut into pairs of characters; all other letters and digits form words.
const HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u
const WORD = /^[\p{L}\p{N}]$/u
const MARK = /\p{M}/gu

/** Width, case and accents are folded (NFKC, then lower case without marks); every other character is a gap. Lone surrogates are gaps. */
export function fold(text: string): FoldedChar[] {
  const folded: FoldedChar[] = []
  let start = 0
  for (const codePoint of text) {
    const end = start + codePoint.length
    for (const { char, kind } of foldCodePoint(codePoint)) folded.push({ char, start, end, kind })
    start = end
  }
  return folded
}

/** The folded text with single spaces for gaps; equal for all spellings that the search takes as the same. */
export function normalise(text: string): string {
  let result = ''
  for (const { char, kind } of fold(text)) {
    if (kind !== 'gap') result += char
    else if (result !== '' && !result.endsWith(' ')) result += ' '
  }
  return result.trimEnd()
}

/** The folded text without gaps: `LC-20AP` and `lc 20ap` have one key. */
export function compactKey(text: string): string {
  let key = ''
  for (const { char, kind } of fold(text)) if (kind !== 'gap') key += char
  return key
}

type Folded = readonly { readonly char: string; readonly kind: FoldedChar['kind'] }[]

// Texts use few different characters, and the regular expressions of Unicode are slow.
const folds = new Map<string, Folded>()
const MAX_FOLDS = 30_000

function foldCodePoint(codePoint: string): Folded {
  const known = folds.get(codePoint)
  if (known !== undefined) return known
  const decomposed = codePoint.normalize('NFKC').toLowerCase().normalize('NFKD').replace(MARK, '').normalize('NFC')
  const folded = [...(decomposed === '' ? ' ' : decomposed)].map((char) => ({ char, kind: kindOf(char) }))
  if (folds.size >= MAX_FOLDS) folds.clear()
  folds.set(codePoint, folded)
  return folded
}

function kindOf(char: string): FoldedChar['kind'] {
  if (HAN.test(char)) return 'han'
  return WORD.test(char) ? 'word' : 'gap'
}

/** Typed text without control characters, which the database does not keep. */
export function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed.
  return text.replace(/[\u0000-\u001f\u007f]/g, ' ').trim()
}
