import { parseStandardNumber } from '../standard-number.ts'
import { compactKey } from './normalise.ts'
import { initialSuffixes, pinyinSuffixes } from './pinyin.ts'
import { type Segment, segment } from './segments.ts'
import { findStandards, seriesKeys, standardKeys } from './standards-in-text.ts'
import { quoteLexeme } from './ts-query.ts'

/** What the search reads of one resource. */
export type SearchText = {
  readonly nameZh: string | null
  readonly nameEn: string | null
  readonly model: string | null
  readonly manufacturer: string | null
  /** Keywords, class names: short and telling. */
  readonly keywords: readonly string[]
  readonly methods: readonly string[]
  readonly standards: readonly { readonly number: string; readonly titleZh: string | null; readonly titleEn: string | null }[]
  readonly providerNames: readonly string[]
  /** Summary, description, indicators: read up to `MAX_BODY` characters. */
  readonly body: readonly string[]
}

/** Values that conditions compare exactly, inside the same index as the words. */
export type SearchMarks = {
  readonly id: string
  readonly kind: string
  readonly providerId: string
  readonly district: string | null
  readonly classCode: string | null
  readonly modes: readonly string[]
  readonly schemes: readonly string[]
  /** Numbers of the cited standards without year. */
  readonly standards: readonly string[]
}

/**
 * Kinds of lexemes. Words and pairs of characters stand plain; these prefixes hold a character that no word has.
 * Weights of plain lexemes: A names, B model, maker and keywords, C methods and standards, D everything else.
 */
export const MARK = {
  name: 'n=',
  model: 'm=',
  modelPart: 'mp=',
  start: '^',
  standard: 's=',
  series: 'p=',
  initials: 'i=',
  pinyin: 'f=',
  pair: 'b=',
  draw: '~',
  kind: '@k=',
  provider: '@p=',
  district: '@d=',
  class: '@c=',
  mode: '@m=',
  scheme: '@a=',
  cited: '@s=',
} as const

export const MAX_BODY = 4000
const MAX_WORD = 64
const MAX_KEY = 240
const MAX_POSITION = 16_000
/** The draw has 16 bits: a resource carries `~1` … `~z` for its z leading zero bits, so `~n` is a fair sample of one in 2ⁿ. */
export const DRAW_BITS = 16

/** Where a resource stands among equals: drawn from the random end of its id, so that no institution is always first. 0 … 65535. */
export function drawOf(id: string): number {
  return Number.parseInt(id.slice(-4), 16)
}

type Weight = 'A' | 'B' | 'C' | 'D'

/** The index entry of one resource as the text of a `tsvector`; the same input gives the same text. */
export function buildTokens(text: SearchText, marks: SearchMarks): string {
  const entry = new IndexEntry()
  for (const name of [text.nameZh, text.nameEn]) {
    if (!name) continue
    entry.addText(name, 'A', { isStart: true, joinHan: true })
    entry.mark(MARK.name, compactKey(name).slice(0, MAX_KEY))
    entry.addPairs(name)
  }
  if (text.nameZh) entry.addReadings(text.nameZh)
  addModel(entry, text)
  for (const keyword of text.keywords) entry.addText(keyword, 'B', { joinHan: true })
  for (const method of text.methods) entry.addText(method, 'C', { joinHan: true })
  for (const standard of text.standards) {
    entry.addStandards(standard.number)
    for (const part of [standard.number, standard.titleZh, standard.titleEn]) if (part) entry.addText(part, 'C', { joinHan: true })
  }
  for (const name of text.providerNames) entry.addText(name, 'D', { joinHan: true })
  const body = text.body.join('\n').slice(0, MAX_BODY)
  entry.addStandards(body)
  entry.addText(body, 'D', {})
  addMarks(entry, marks)
  return entry.toString()
}

function addModel(entry: IndexEntry, { model, manufacturer }: SearchText): void {
  if (manufacturer && !model) entry.addText(manufacturer, 'B', { joinHan: true })
  if (!model) return
  const key = compactKey(model)
  const maker = manufacturer ? compactKey(manufacturer) : ''
  const repeatsMaker = maker !== '' && key.startsWith(maker)
  const full = manufacturer && !repeatsMaker ? `${manufacturer} ${model}` : model
  entry.addText(full, 'B', { isStart: true, joinHan: true })
  entry.addPairs(model)
  entry.mark(MARK.model, key.slice(0, MAX_KEY))
  if (full !== model) entry.mark(MARK.model, compactKey(full).slice(0, MAX_KEY))
  for (const suffix of keySuffixes(full)) entry.mark(MARK.modelPart, suffix)
}

/** The compact key from each word on, so that `1260infinity` and `20ap` are found as the beginning of one. */
function keySuffixes(text: string): string[] {
  const parts = segment(text).map(({ chars }) => chars.join(''))
  return parts.slice(0, 12).map((_, index) => parts.slice(index).join('').slice(0, 40))
}

function addMarks(entry: IndexEntry, marks: SearchMarks): void {
  entry.mark(MARK.kind, marks.kind)
  entry.mark(MARK.provider, marks.providerId)
  if (marks.district) entry.mark(MARK.district, marks.district)
  for (let length = 2; length <= (marks.classCode?.length ?? 0); length += 2)
    entry.mark(MARK.class, marks.classCode?.slice(0, length) ?? '')
  for (const mode of marks.modes) entry.mark(MARK.mode, mode)
  for (const scheme of marks.schemes) entry.mark(MARK.scheme, scheme)
  for (const number of marks.standards) entry.mark(MARK.cited, number)
  const zeros = Math.min(DRAW_BITS, Math.clz32(drawOf(marks.id)) - (32 - DRAW_BITS))
  for (let level = 1; level <= zeros; level += 1) entry.mark(MARK.draw, String(level))
}

class IndexEntry {
  private readonly lexemes = new Map<string, string[]>()
  private position = 1

  mark(prefix: string, value: string): void {
    if (value !== '') this.at(prefix + value)
  }

  /** Pairs of neighbouring characters and words at their places; a gap of ten places keeps phrases inside one text. */
  addText(text: string, weight: Weight, { isStart = false, joinHan = false }: { isStart?: boolean; joinHan?: boolean }): void {
    const segments = segment(text, joinHan)
    let first = isStart
    for (const [index, part] of segments.entries()) {
      if (this.position > MAX_POSITION) return
      if (part.kind === 'han') {
        for (const [offset, char] of part.chars.entries()) this.at(char + (part.chars[offset + 1] ?? ''), this.position + offset, weight)
        if (first) this.at(MARK.start + part.chars.slice(0, 2).join(''), this.position, weight)
        this.position += part.chars.length
      } else {
        const word = part.chars.join('').slice(0, MAX_WORD)
        this.at(word, this.position, weight)
        if (first) this.at(MARK.start + word, this.position, weight)
        const joined = joinedWord(segments, index)
        if (joined) this.at(joined, this.position, weight)
        this.position += 1
      }
      first = false
    }
    this.position += 10
  }

  /** Any neighbouring characters of a name, also inside words and across kinds: what a search for a fragment compares. */
  addPairs(name: string): void {
    const chars = segment(name, true).flatMap(({ kind, chars }) => chars.map((char) => ({ char, kind })))
    for (const [index, { char, kind }] of chars.entries()) {
      const next = chars[index + 1]
      if (kind === 'word') this.at(MARK.pair + char)
      if (next && !(kind === 'han' && next.kind === 'han')) this.at(MARK.pair + char + next.char)
    }
  }

  addReadings(name: string): void {
    for (const part of segment(name, true)) {
      if (part.kind !== 'han') continue
      const text = part.chars.join('')
      for (const initials of initialSuffixes(text)) this.at(MARK.initials + initials)
      for (const pinyin of pinyinSuffixes(text)) this.at(MARK.pinyin + pinyin)
    }
  }

  addStandards(text: string): void {
    for (const standard of findStandards(text)) {
      if (standard.family === null) continue
      for (const key of standardKeys(standard)) this.at(MARK.standard + key)
      for (const key of seriesKeys(standard)) this.at(MARK.series + key)
    }
  }

  toString(): string {
    let result = ''
    for (const [text, places] of this.lexemes)
      result += `${quoteLexeme(text)}${places.length === 0 ? '' : `:${places.slice(0, 250).join(',')}`} `
    return result
  }

  private at(text: string, position?: number, weight?: Weight): void {
    let places = this.lexemes.get(text)
    if (!places) {
      places = []
      this.lexemes.set(text, places)
    }
    if (position !== undefined) places.push(`${position}${weight === 'D' ? '' : weight}`)
  }
}

/** A standard number as lists and conditions show it: without year and amendments. */
export function baseNumber(number: string): string {
  const parsed = parseStandardNumber(number)
  return (parsed?.number ?? number.trim()).replace(/\s*[-:]\s*(?:19|20)\d\d.*$/, '')
}

/** `icp-ms` is also the word `icpms`: the words from `index` on that only a hyphen, slash or dot divides, when a group begins there. */
export function joinedWord(segments: readonly Segment[], index: number): string | undefined {
  if (!segments[index]?.joinsNext || segments[index - 1]?.joinsNext) return undefined
  let text = ''
  for (let at = index; at < segments.length; at += 1) {
    text += segments[at]?.chars.join('') ?? ''
    if (!segments[at]?.joinsNext) break
  }
  return text.length <= MAX_WORD ? text : undefined
}
