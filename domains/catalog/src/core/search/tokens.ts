import { parseStandardNumber } from '../standard-number.ts'
import { CUSTOMER_CLASSES } from '../vocabulary.ts'
import { compactKey } from './normalise.ts'
import { initialsOf, syllablesOf } from './pinyin.ts'
import { type PricesByClass, priceFor } from './price-for.ts'
import { type Segment, segment } from './segments.ts'
import { findStandards, seriesKeys, standardKeys } from './standards-in-text.ts'
import { cellsOf, priceStep } from './steps.ts'
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
type SearchMarks = {
  readonly id: string
  readonly kind: string
  readonly providerId: string
  readonly district: string | null
  readonly classCode: string | null
  readonly modes: readonly string[]
  readonly schemes: readonly string[]
  /** Numbers of the cited standards without year. */
  readonly standards: readonly string[]
  readonly prices: PricesByClass
  readonly point: { readonly lon: number; readonly lat: number } | null
}

/**
 * Kinds of lexemes. Words and pairs of characters of all texts stand plain; these prefixes hold a character that no word has.
 * Those with a place (`named`, `single`, `start`, `initials`, `syllable`, and the plain ones) can be asked for side by side.
 */
export const MARK = {
  /** The whole name, and the whole model, without gaps. */
  name: 'n=',
  model: 'm=',
  /** The model from each of its words on. */
  modelPart: 'mp=',
  /** Words and pairs of names, models and keywords; single characters; how a name begins. */
  named: 'a=',
  single: 'u=',
  start: '^',
  /** Pairs of initials, and syllables, of Chinese names. */
  initials: 'i=',
  syllable: 'f=',
  /** Any two neighbouring characters of a name, and single letters. */
  pair: 'b=',
  standard: 's=',
  series: 'p=',
  draw: '~',
  kind: '@k=',
  provider: '@p=',
  district: '@d=',
  class: '@c=',
  mode: '@m=',
  scheme: '@a=',
  cited: '@s=',
  /** `enterprise:12`: step of what a customer of the class pays. */
  price: '@y=',
  cell: '@g=',
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

/** The index entry of one resource as the text of a `tsvector`; the same input gives the same text. */
export function buildTokens(text: SearchText, marks: SearchMarks): string {
  const entry = new IndexEntry()
  for (const name of [text.nameZh, text.nameEn]) {
    if (!name) continue
    entry.addName(name, { isStart: true, isRead: name === text.nameZh })
    entry.mark(MARK.name, compactKey(name).slice(0, MAX_KEY))
    entry.addPairs(name)
  }
  addModel(entry, text)
  for (const keyword of text.keywords) entry.addName(keyword, {})
  for (const method of text.methods) entry.addText(method, true)
  for (const standard of text.standards) {
    entry.addStandards(standard.number)
    for (const part of [standard.number, standard.titleZh, standard.titleEn]) if (part) entry.addText(part, true)
  }
  for (const name of text.providerNames) entry.addText(name, true)
  const body = text.body.join('\n').slice(0, MAX_BODY)
  entry.addStandards(body)
  entry.addText(body, false)
  addMarks(entry, marks)
  return entry.toString()
}

function addModel(entry: IndexEntry, { model, manufacturer }: SearchText): void {
  if (manufacturer && !model) entry.addName(manufacturer, {})
  if (!model) return
  const key = compactKey(model)
  const maker = manufacturer ? compactKey(manufacturer) : ''
  const repeatsMaker = maker !== '' && key.startsWith(maker)
  const full = manufacturer && !repeatsMaker ? `${manufacturer} ${model}` : model
  entry.addName(full, { isStart: true })
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
  for (const customerClass of CUSTOMER_CLASSES) {
    const price = priceFor(marks.prices, customerClass)
    if (price !== null) entry.mark(MARK.price, `${customerClass}:${priceStep(price)}`)
  }
  if (marks.point) for (const cell of cellsOf(marks.point)) entry.mark(MARK.cell, cell)
  const zeros = Math.min(DRAW_BITS, Math.clz32(drawOf(marks.id)) - (32 - DRAW_BITS))
  for (let level = 1; level <= zeros; level += 1) entry.mark(MARK.draw, String(level))
}

class IndexEntry {
  private readonly lexemes = new Map<string, number[]>()
  private position = 1

  mark(prefix: string, value: string): void {
    if (value !== '') this.at(prefix + value)
  }

  /** Pairs of neighbouring characters and words at their places; a gap of ten places keeps phrases inside one text. */
  addText(text: string, joinHan: boolean): void {
    const segments = segment(text, joinHan)
    for (const [index, part] of segments.entries()) {
      if (this.position > MAX_POSITION) return
      this.position = this.place(segments, index, part)
    }
    this.position += 10
  }

  /** The same, and what only names have: their own lexemes, how they begin, and how they are read. */
  addName(name: string, { isStart = false, isRead = false }: { isStart?: boolean; isRead?: boolean }): void {
    const segments = segment(name, true)
    for (const [index, part] of segments.entries()) {
      const start = this.position
      this.position = this.place(segments, index, part, MARK.named)
      const isFirst = isStart && index === 0
      if (part.kind === 'word') {
        if (isFirst) this.at(MARK.start + part.chars.join('').slice(0, MAX_WORD), start)
        continue
      }
      for (const [offset, char] of part.chars.entries()) this.at(MARK.single + char, start + offset)
      if (isFirst) for (const length of [1, 2]) this.at(MARK.start + part.chars.slice(0, length).join(''), start)
      if (isRead) this.addReading(part.chars.join(''), start)
    }
    this.position += 10
  }

  private place(segments: readonly Segment[], index: number, part: Segment, alsoAs?: string): number {
    const put = (text: string, position: number) => {
      this.at(text, position)
      if (alsoAs) this.at(alsoAs + text, position)
    }
    if (part.kind === 'han') {
      for (const [offset, char] of part.chars.entries()) put(char + (part.chars[offset + 1] ?? ''), this.position + offset)
      return this.position + part.chars.length
    }
    put(part.chars.join('').slice(0, MAX_WORD), this.position)
    const joined = joinedWord(segments, index)
    if (joined) put(joined, this.position)
    return this.position + 1
  }

  private addReading(run: string, start: number): void {
    const initials = initialsOf(run)
    for (const [offset, syllable] of syllablesOf(run).entries()) {
      this.at(MARK.syllable + syllable, start + offset)
      const next = initials[offset + 1]
      if (next !== undefined) this.at(MARK.initials + initials[offset] + next, start + offset)
    }
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

  private at(text: string, position?: number): void {
    let places = this.lexemes.get(text)
    if (!places) {
      places = []
      this.lexemes.set(text, places)
    }
    if (position !== undefined) places.push(position)
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
