import { pinyin } from 'pinyin-pro'
import table from './pinyin-syllables.json' with { type: 'json' }

const known = new Map<string, readonly string[]>()
const MAX_ENTRIES = 50_000

/** One syllable without tone for each character, `lv` for ü; what is not Chinese stands for itself. Readings follow the words around them. */
export function syllablesOf(text: string): readonly string[] {
  const found = known.get(text)
  if (found) return found
  const result = [...text].map((char) => char.toLowerCase())
  const read = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' })
  if (read.length === result.length) for (const [index, syllable] of read.entries()) if (syllable) result[index] = syllable.toLowerCase()
  if (known.size >= MAX_ENTRIES) known.clear()
  known.set(text, result)
  return result
}

/** The first letter of each syllable: 液相色谱 → y x s p. */
export function initialsOf(text: string): string[] {
  return syllablesOf(text).map((syllable) => syllable.charAt(0))
}

const SYLLABLES: ReadonlySet<string> = new Set(table.syllables.split(' '))
const BEGINNINGS: ReadonlySet<string> = new Set(
  [...SYLLABLES].flatMap((syllable) => [...syllable].map((_, index) => syllable.slice(0, index + 1))),
)
const MAX_READINGS = 4
const MAX_LETTERS = 40

/**
 * The ways to read letters as syllables: `yexiangsepu` → ye xiang se pu. The last one may still be typed (`yexiangsep`): then the complete
 * ones before it are the reading. Empty when the letters are no pinyin.
 */
export function readSyllables(letters: string): (readonly string[])[] {
  if (!/^[a-z]+$/.test(letters) || letters.length > MAX_LETTERS) return []
  const complete: string[][] = []
  const unfinished: string[][] = []
  const walk = (at: number, syllables: readonly string[]) => {
    if (complete.length >= MAX_READINGS) return
    if (at === letters.length) {
      complete.push([...syllables])
      return
    }
    const rest = letters.slice(at)
    if (unfinished.length < MAX_READINGS && syllables.length > 0 && BEGINNINGS.has(rest) && !SYLLABLES.has(rest))
      unfinished.push([...syllables])
    for (let length = Math.min(6, rest.length); length > 0; length -= 1)
      if (SYLLABLES.has(rest.slice(0, length))) walk(at + length, [...syllables, rest.slice(0, length)])
  }
  walk(0, [])
  return complete.length > 0 ? complete : unfinished
}
