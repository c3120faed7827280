import { pinyin } from 'pinyin-pro'

const syllables = new Map<string, readonly string[]>()
const MAX_ENTRIES = 50_000
const LETTERS = /^[a-z]+$/

/** One syllable without tone for each Chinese character, `lv` for ü; other characters stand for themselves. Readings follow the words around them. */
export function syllablesOf(text: string): readonly string[] {
  const known = syllables.get(text)
  if (known) return known
  const result = [...text].map((char) => char.toLowerCase())
  const read = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' })
  if (read.length === result.length) for (const [index, syllable] of read.entries()) if (syllable) result[index] = syllable.toLowerCase()
  if (syllables.size >= MAX_ENTRIES) syllables.clear()
  syllables.set(text, result)
  return result
}

/** Longest stretch of initials and of full pinyin that is kept in the index. */
export const MAX_INITIALS = 12
export const MAX_PINYIN = 24

/** The initials from each character on: 液相色谱 → `yxsp`, `xsp`, `sp`, `p`. */
export function initialSuffixes(text: string): string[] {
  const initials = syllablesOf(text).map((syllable) => (LETTERS.test(syllable) ? syllable.charAt(0) : syllable))
  return initials.map((_, index) => initials.slice(index, index + MAX_INITIALS).join(''))
}

/** The full pinyin from each character on, cut to `MAX_PINYIN` letters. */
export function pinyinSuffixes(text: string): string[] {
  const all = syllablesOf(text)
  return all.map((_, index) =>
    all
      .slice(index, index + MAX_PINYIN)
      .join('')
      .slice(0, MAX_PINYIN),
  )
}

/** The full pinyin of a text, cut like the index; equal for texts that sound the same. */
export function pinyinOf(text: string): string {
  return syllablesOf(text).join('').slice(0, MAX_PINYIN)
}
