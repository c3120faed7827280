import { compactKey, normalise } from './normalise.ts'
import { readSyllables, syllablesOf } from './pinyin.ts'
import { type Segment, segment } from './segments.ts'
import { findStandards, type NamedStandard, queryKey } from './standards-in-text.ts'
import { expandTerms, GENERIC_WORDS, type SynonymGroup } from './synonyms.ts'
import { joinedWord, MARK } from './tokens.ts'
import { allOf, anyOf, type Condition, lexeme, toTsQuery } from './ts-query.ts'

/** From best to worst; results are ranked by the first tier that they meet. */
export const TIERS = [
  'exact',
  'name_start',
  'phrase',
  'all_words',
  'synonym',
  'word_start',
  'pairs',
  'split',
  'pinyin',
  'fragment',
  'sound',
  'one_off',
] as const
export type TierName = (typeof TIERS)[number]
export type Tier = { readonly name: TierName; readonly condition: Condition }

/** What other words mean the same: shipped and added groups, and the twins of a standard's key. */
export type Vocabulary = {
  readonly groups: readonly SynonymGroup[]
  readonly twinsOf: (standardKey: string) => readonly { readonly key: string; readonly number: string }[]
}

/** Text and standards of one reading of the query. */
export type Reading = { readonly segments: readonly Segment[]; readonly standards: readonly NamedStandard[] }

/** How a query is answered: `core` first; the others follow while little or nothing is found. */
export type QueryPlan = {
  readonly text: string
  readonly isTruncated: boolean
  readonly isLiteral: boolean
  /** No letter, digit or character: nothing can be found. */
  readonly isBlank: boolean
  readonly reading: Reading
  readonly core: readonly Tier[]
  /** When the core finds nothing. */
  readonly fallback: readonly Tier[]
  /** When nothing at all is found: what sounds the same. */
  readonly sound: readonly Tier[]
  /** When that finds nothing either: each way in which one character may be wrong, missing or too many. */
  readonly oneOff: readonly Condition[]
  /** Other words that are searched as well, as people write them. */
  readonly alsoIncludes: readonly string[]
}

const MAX_QUERY = 200
const MAX_SEGMENTS = 24
const MAX_RUN = 48

/** Reads a query and says what to look for, tier by tier. Any string is a query; only its first `MAX_QUERY` characters count. */
export function planQuery(input: string, vocabulary: Vocabulary, options: { readonly literal?: boolean } = {}): QueryPlan {
  const chars = [...input.slice(0, MAX_QUERY * 4)]
  const text = chars.slice(0, MAX_QUERY).join('').trim()
  const reading = read(text)
  const isLiteral = options.literal ?? false
  const expansions = isLiteral ? [] : expandTerms(text, vocabulary.groups)
  const twins = isLiteral ? [] : reading.standards.slice(0, 1).flatMap((one) => vocabulary.twinsOf(queryKey({ ...one, year: null })))
  const whole = allWords(reading)
  const others = expansions.map((expansion) => allWords(withoutGeneric(read(expansion.text))))
  return {
    text,
    isTruncated: input.length > MAX_QUERY * 4 || chars.length > MAX_QUERY,
    isLiteral,
    isBlank: whole === undefined,
    reading,
    core: tiers([
      ['exact', exact(text, reading)],
      ['name_start', inName(reading, true)],
      ['phrase', inName(reading, false)],
      ['all_words', whole],
      ['synonym', anyOf([...others, isLiteral ? undefined : withTwins(reading, twins)])],
    ]),
    fallback: tiers([
      ['pinyin', isLiteral ? undefined : spelt(text, reading)],
      ['fragment', pairs(text, false)],
    ]),
    sound: isLiteral ? [] : tiers([['sound', soundsLike(reading)]]),
    oneOff: isLiteral ? [] : oneOff(reading),
    alsoIncludes:
      whole === undefined ? [] : [...new Set([...expansions.flatMap(({ terms }) => terms), ...twins.map(({ number }) => number)])],
  }
}

/** What may complete a word: known words that begin so; undefined when there are too many to name. */
export type Completions = {
  readonly words: ReadonlyMap<string, readonly string[] | undefined>
  /** Keys of known standards that begin with the key of a named one. */
  readonly standards: ReadonlyMap<string, readonly string[] | undefined>
}

/** Wider than the core: beginnings of words, pairs in any order, two things written as one. Used unless the core finds too much already. */
export function wideTiers(plan: QueryPlan, completions: Completions): Tier[] {
  return tiers([
    ['word_start', wordStarts(plan.text, plan.reading, completions)],
    ['pairs', pairs(plan.text, true)],
    ['split', plan.isLiteral ? undefined : split(plan.reading)],
  ])
}

function tiers(list: readonly (readonly [TierName, Condition | undefined])[]): Tier[] {
  return list.flatMap(([name, condition]) => (condition ? [{ name, condition }] : []))
}

/** Standards are taken out first; what is left is cut into runs and words. */
function read(text: string): Reading {
  const standards = findStandards(text).slice(0, 4)
  let rest = text
  for (const { start, end } of standards) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  const segments = segment(rest).slice(0, MAX_SEGMENTS)
  return { standards, segments: segments.map((part) => (part.kind === 'han' ? { ...part, chars: part.chars.slice(0, MAX_RUN) } : part)) }
}

function withoutGeneric(reading: Reading): Reading {
  return { ...reading, segments: reading.segments.filter(({ chars }) => !GENERIC_WORDS.has(chars.join(''))) }
}

const word = ({ chars }: Segment) => chars.join('')

function exact(text: string, { standards, segments }: Reading): Condition | undefined {
  const key = compactKey(text)
  if (key === '') return undefined
  const [only] = standards
  const isOnlyStandard = standards.length === 1 && segments.length === 0 && only !== undefined
  return anyOf([lexeme(MARK.model + key), lexeme(MARK.name + key), isOnlyStandard ? lexeme(MARK.standard + queryKey(only)) : undefined])
}

type Place = { readonly offset: number; readonly what: Condition }

/** The query as one stretch of a name, model or keyword; with `isStart` only where the name begins with it. */
function inName({ standards, segments }: Reading, isStart: boolean): Condition | undefined {
  const [head] = segments
  if (standards.length > 0 || !head) return undefined
  const places: Place[] = []
  let offset = 0
  for (const part of segments) {
    for (const place of part.kind === 'han' ? runPlaces(part.chars, MARK.named) : [{ offset: 0, what: lexeme(MARK.named + word(part)) }])
      places.push({ offset: offset + place.offset, what: place.what })
    offset += part.kind === 'han' ? part.chars.length : 1
  }
  if (isStart) places[0] = { offset: 0, what: lexeme(MARK.start + (head.kind === 'han' ? head.chars.slice(0, 2).join('') : word(head))) }
  return phrase(places)
}

/** Every second pair is enough to hold a run together; a single character is looked for in names. */
function runPlaces(chars: readonly string[], mark = ''): Place[] {
  if (chars.length === 1) return [{ offset: 0, what: lexeme(MARK.single + chars[0]) }]
  const offsets = new Set<number>()
  for (let offset = 0; offset + 1 < chars.length; offset += 2) offsets.add(offset)
  offsets.add(chars.length - 2)
  return [...offsets].map((offset) => ({ offset, what: lexeme(`${mark}${chars[offset]}${chars[offset + 1]}`) }))
}

function phrase(places: readonly Place[]): Condition | undefined {
  const [first, ...rest] = places
  if (!first || rest.length === 0) return first?.what
  let last = first.offset
  const then = rest.map(({ offset, what }) => {
    const distance = offset - last
    last = offset
    return { distance, what }
  })
  return { op: 'phrase', first: first.what, then }
}

const run = (chars: readonly string[], mark = ''): Condition | undefined =>
  chars.length === 0 ? undefined : phrase(runPlaces(chars, mark))
const inOrder = (texts: readonly string[]): Condition | undefined => phrase(texts.map((text, offset) => ({ offset, what: lexeme(text) })))

/** Every run, word and standard somewhere. The words of a group like `LC-20AP` may be written as one. */
function allWords({ segments, standards }: Reading): Condition | undefined {
  const parts = segments.map((part, index) => {
    if (part.kind === 'han') return run(part.chars)
    if (segments[index - 1]?.kind === 'word' && segments[index - 1]?.joinsNext) return undefined
    const joined = joinedWord(segments, index)
    return joined ? anyOf([lexeme(joined), inOrder(group(segments, index).map(word))]) : lexeme(word(part))
  })
  return allOf([...parts, ...standards.map(citing)])
}

function group(segments: readonly Segment[], index: number): Segment[] {
  let end = index
  while (segments[end]?.joinsNext) end += 1
  return segments.slice(index, end + 1)
}

/** The standard itself, its parts, and for a bare number also the words, for it may be a model. */
function citing(standard: NamedStandard): Condition | undefined {
  const key = queryKey(standard)
  const words = standard.family === null ? [...standard.number.split('.'), ...(standard.year ? [standard.year] : [])] : []
  return anyOf([lexeme(MARK.standard + key), standard.year === null ? lexeme(MARK.series + key) : undefined, inOrder(words)])
}

/** The twins and successors of the first standard, and its other editions when the query names one. */
function withTwins(reading: Reading, twins: readonly { readonly key: string }[]): Condition | undefined {
  const [first] = reading.standards
  if (!first || (twins.length === 0 && first.year === null)) return undefined
  const rest = allWords({ segments: reading.segments, standards: reading.standards.slice(1) })
  const editions = first.year === null ? [] : [queryKey({ ...first, year: null })]
  const either = anyOf(
    [...editions, ...twins.map(({ key }) => key)].flatMap((key) => [lexeme(MARK.standard + key), lexeme(MARK.series + key)]),
  )
  return allOf([either, rest])
}

const LETTERS = /^[a-z]+$/

/** Words as beginnings of words, a number as the beginning of a model's part, a standard as the beginning of one, a character in any text. */
function wordStarts(text: string, { segments, standards }: Reading, completions: Completions): Condition | undefined {
  const hasSingle = segments.some(({ kind, chars }) => kind === 'han' && chars.length === 1)
  if (standards.length === 0 && !hasSingle && !segments.some(({ kind }) => kind === 'word')) return undefined
  const parts = segments.map((part) => {
    if (part.kind === 'han') return part.chars.length === 1 ? lexeme(word(part), { prefix: true }) : run(part.chars)
    return anyOf([
      completed(word(part), completions.words),
      LETTERS.test(word(part)) ? undefined : lexeme(MARK.modelPart + word(part), { prefix: true }),
    ])
  })
  const cited = standards.map((standard) => {
    const longer = completions.standards.get(queryKey(standard)) ?? []
    return anyOf([citing(standard), ...longer.map((key) => lexeme(MARK.standard + key))])
  })
  const key = compactKey(text).slice(0, 40)
  const model = LETTERS.test(key) || key.length < 2 ? undefined : lexeme(MARK.modelPart + key, { prefix: true })
  return anyOf([model, allOf([...parts, ...cited])])
}

function completed(beginning: string, words: Completions['words']): Condition | undefined {
  const known = words.has(beginning) ? words.get(beginning) : []
  if (known === undefined) return lexeme(beginning, { prefix: true })
  return anyOf([beginning, ...known].map((text) => lexeme(text)))
}

/** Words as initials or pinyin of a name, each for itself or all together: `yxsp`, `ye xiang se pu`, `gaoxiao HPLC`; or a model without its gaps. */
function spelt(text: string, { segments, standards }: Reading): Condition | undefined {
  const key = compactKey(text)
  const parts = segments.map((part) => (part.kind === 'han' ? run(part.chars) : anyOf([lexeme(word(part)), pinyin(word(part))])))
  const model = LETTERS.test(key) && key.length >= 4 ? lexeme(MARK.modelPart + key.slice(0, 40), { prefix: true }) : undefined
  return anyOf([allOf([...parts, ...standards.map(citing)]), standards.length === 0 ? pinyin(key) : undefined, model])
}

const MAX_INITIALS = 24

function pinyin(letters: string): Condition | undefined {
  if (!LETTERS.test(letters) || letters.length < 2) return undefined
  const initials = letters.length > MAX_INITIALS ? undefined : run([...letters], MARK.initials)
  const spellings = readSyllables(letters).map((syllables) => inOrder(syllables.map((syllable) => MARK.syllable + syllable)))
  return anyOf([initials, ...spellings])
}

/**
 * All pairs of neighbouring characters, in any order and place. `exactOnly`: just where that says enough, which is Chinese text and a single
 * pair; inside longer Latin words it is only a guess.
 */
function pairs(text: string, exactOnly: boolean): Condition | undefined {
  const chars = segment(text, true).flatMap(({ kind, chars }) => chars.map((char) => ({ char, kind })))
  const isExact = chars.length <= 2 || chars.every(({ kind }) => kind === 'han')
  if (chars.length > 40 || isExact !== exactOnly) return undefined
  const [only] = chars
  if (chars.length === 1 && only) return only.kind === 'word' ? lexeme(MARK.pair + only.char) : undefined
  const found = new Set<string>()
  for (const [index, { char, kind }] of chars.entries()) {
    const next = chars[index + 1]
    if (next) found.add(kind === 'han' && next.kind === 'han' ? char + next.char : MARK.pair + char + next.char)
  }
  return allOf([...found].map((pair) => lexeme(pair)))
}

/** Two things written without a space: 液相色谱质谱联用 is also 液相色谱 and 质谱联用. */
function split({ segments, standards }: Reading): Condition | undefined {
  const runs = segments.filter(({ kind, chars }) => kind === 'han' && chars.length >= 4 && chars.length <= 16)
  const [long] = runs
  if (runs.length !== 1 || !long) return undefined
  const cuts = long.chars.slice(2, -1).map((_, index) => allOf([run(long.chars.slice(0, index + 2)), run(long.chars.slice(index + 2))]))
  return allOf([anyOf(cuts), ...others(segments, long), ...standards.map(citing)])
}

function others(segments: readonly Segment[], except: Segment): (Condition | undefined)[] {
  return segments.filter((part) => part !== except).map((part) => (part.kind === 'han' ? run(part.chars) : lexeme(word(part))))
}

/** Names that sound the same: the usual slip of a pinyin keyboard. */
function soundsLike({ segments, standards }: Reading): Condition | undefined {
  if (!segments.some(({ kind, chars }) => kind === 'han' && chars.length >= 2)) return undefined
  const parts = segments.map((part) => {
    if (part.kind === 'word') return lexeme(word(part))
    if (part.chars.length < 2) return run(part.chars)
    return anyOf([inOrder(syllablesOf(word(part)).map((syllable) => MARK.syllable + syllable)), run(part.chars)])
  })
  return allOf([...parts, ...standards.map(citing)])
}

/** One character of the longest run is wrong, missing or too many; compared with names. */
function oneOff({ segments, standards }: Reading): Condition[] {
  const runs = segments.filter(({ kind, chars }) => kind === 'han' && chars.length >= 3 && chars.length <= 16)
  const [long] = runs.sort((a, b) => b.chars.length - a.chars.length)
  if (!long) return []
  const { chars } = long
  const variants = new Map<string, Condition>()
  const add = (variant: Condition | undefined) => {
    const condition = allOf([variant, ...others(segments, long), ...standards.map(citing)])
    if (variant && condition) variants.set(toTsQuery(variant), condition)
  }
  for (let at = 0; at < chars.length; at += 1) {
    const left = chars.slice(0, at)
    const right = chars.slice(at + 1)
    add(apart(left, right))
    if (at === 0 || right.length === 0) continue
    // At either end a character too many is the same as a wrong one.
    add(run([...left, ...right], MARK.named))
    add(apart(left, chars.slice(at)))
  }
  return [...variants.values()]
}

/** `left`, then one unknown character, then `right`. */
function apart(left: readonly string[], right: readonly string[]): Condition | undefined {
  if (left.length === 0) return run(right, MARK.named)
  if (right.length === 0) return run(left, MARK.named)
  const shifted = runPlaces(right, MARK.named).map(({ offset, what }) => ({ offset: offset + left.length + 1, what }))
  return phrase([...runPlaces(left, MARK.named), ...shifted])
}

/** The query as the operator's list of unmet demand keeps it. */
export function missKey(text: string): string {
  return normalise(text).slice(0, MAX_QUERY)
}
