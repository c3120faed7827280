import { type FoldedChar, fold } from './normalise.ts'
import { syllablesOf } from './pinyin.ts'
import type { Reading } from './query-plan.ts'
import { segment } from './segments.ts'
import { findStandards, type NamedStandard, queryKey, seriesKeys, standardKeys } from './standards-in-text.ts'

/** Half-open range of UTF-16 units in the text that is shown. */
export type Highlight = { readonly start: number; readonly end: number }

/** What to mark: runs of characters, beginnings of words, standards; `letters` may be initials or pinyin; `pairs` mark fragments when nothing else is met. */
export type Needles = {
  readonly runs: readonly string[]
  readonly words: readonly string[]
  readonly standards: readonly NamedStandard[]
  readonly letters: readonly string[]
  readonly pairs: readonly string[]
}

/** The needles of the query itself and of the other words that were searched as well. */
export function needlesOf(reading: Reading, alsoIncludes: readonly string[]): Needles {
  const runs = new Set<string>()
  const words = new Set<string>()
  const standards = [...reading.standards]
  const add = (segments: Reading['segments']) => {
    for (const { kind, chars } of segments) (kind === 'han' ? runs : words).add(chars.join(''))
  }
  add(reading.segments)
  for (const term of alsoIncludes) {
    const found = findStandards(term)
    if (found.length > 0) standards.push(...found)
    else add(segment(term))
  }
  const letters = reading.segments.filter(({ kind, chars }) => kind === 'word' && chars.length >= 2).map(({ chars }) => chars.join(''))
  const spelt = reading.segments.every(({ kind }) => kind === 'word') ? [reading.segments.map(({ chars }) => chars.join('')).join('')] : []
  const own = reading.segments.map(({ chars }) => chars.join(''))
  const pairs = own.flatMap((text) => [...text].slice(0, -1).map((char, index) => char + [...text][index + 1]))
  return { runs: [...runs], words: [...words], standards, letters: [...new Set([...letters, ...spelt])], pairs: [...new Set(pairs)] }
}

/** Where the text answers the query: sorted, disjoint, inside the text. */
export function highlight(text: string, needles: Needles): Highlight[] {
  const chars = fold(text)
  const dense = chars.filter(({ kind }) => kind !== 'gap')
  const found = [
    ...needles.runs.flatMap((needle) => occurrences(dense, needle)),
    ...needles.words.flatMap((needle) => occurrences(chars, needle, true)),
    ...standardsIn(text, needles.standards),
  ]
  if (found.length === 0) found.push(...needles.letters.flatMap((letters) => readings(dense, letters)))
  if (found.length === 0)
    found.push(...needles.words.filter((word) => [...word].length > 1).flatMap((needle) => occurrences(dense, needle)))
  if (found.length === 0) found.push(...needles.pairs.flatMap((pair) => occurrences(dense, pair)))
  return merge(found)
}

function occurrences(chars: readonly FoldedChar[], needle: string, atWordStart = false): Highlight[] {
  const wanted = [...needle]
  const [first] = wanted
  const found: Highlight[] = []
  if (first === undefined) return found
  for (let at = 0; at + wanted.length <= chars.length; at += 1) {
    if (chars[at]?.char !== first) continue
    if (atWordStart && chars[at - 1]?.kind === 'word') continue
    if (wanted.every((char, offset) => chars[at + offset]?.char === char)) found.push(span(chars, at, at + wanted.length - 1))
  }
  return found
}

/** Characters whose initials, or whose full pinyin, begin with the letters. */
function readings(dense: readonly FoldedChar[], letters: string): Highlight[] {
  if (!/^[a-z]{2,24}$/.test(letters)) return []
  const syllables = syllablesOf(dense.map(({ char }) => char).join(''))
  const initials = syllables.map((syllable, index) => (dense[index]?.kind === 'han' ? syllable.charAt(0) : ' '))
  const found: Highlight[] = []
  for (let at = 0; at < dense.length; at += 1) {
    if (initials.slice(at, at + letters.length).join('') === letters) found.push(span(dense, at, at + letters.length - 1))
    else if (dense[at]?.kind === 'han') {
      let spelt = ''
      let last = at
      while (spelt.length < letters.length && last < dense.length) spelt += syllables[last++] ?? ''
      if (spelt.startsWith(letters)) found.push(span(dense, at, last - 1))
    }
  }
  return found
}

function standardsIn(text: string, wanted: readonly NamedStandard[]): Highlight[] {
  if (wanted.length === 0) return []
  return findStandards(text)
    .filter((standard) => wanted.some((one) => answers(standard, one)))
    .map(({ start, end }) => ({ start, end }))
}

/** True when a document that cites `cited` is an answer to a query for `wanted`. */
export function answers(cited: NamedStandard, wanted: NamedStandard): boolean {
  const key = queryKey(wanted)
  return standardKeys(cited).includes(key) || (wanted.year === null && seriesKeys(cited).includes(key))
}

function span(chars: readonly FoldedChar[], first: number, last: number): Highlight {
  return { start: chars[first]?.start ?? 0, end: chars[last]?.end ?? 0 }
}

function merge(ranges: readonly Highlight[]): Highlight[] {
  const merged: Highlight[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last && range.start <= last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else merged.push(range)
  }
  return merged
}
