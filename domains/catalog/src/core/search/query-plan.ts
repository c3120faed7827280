import { compactKey, normalise } from './normalise.ts'
import { MAX_INITIALS, MAX_PINYIN, pinyinOf } from './pinyin.ts'
import { type Segment, segment } from './segments.ts'
import { findStandards, type NamedStandard, queryKey } from './standards-in-text.ts'
import { expandTerms, GENERIC_WORDS, type SynonymGroup } from './synonyms.ts'
import { joinedWord, MARK } from './tokens.ts'
import { allOf, anyOf, type Condition, lexeme } from './ts-query.ts'

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

/** How a query is answered: `core` first, `wide` unless that finds too many, `fallback` when `core` finds nothing, `typo` when all of them find nothing. */
export type QueryPlan = {
  readonly text: string
  readonly isTruncated: boolean
  /** No letter, digit or character: nothing can be found. */
  readonly isBlank: boolean
  readonly reading: Reading
  readonly core: readonly Tier[]
  readonly wide: readonly Tier[]
  readonly fallback: readonly Tier[]
  readonly typo: readonly Tier[]
  /** Other words that are searched as well, as people write them. */
  readonly alsoIncludes: readonly string[]
}

export const MAX_QUERY = 200
const MAX_SEGMENTS = 24
const MAX_RUN = 48

/** Reads a query and says what to look for, tier by tier. Any string is a query; only its first `MAX_QUERY` characters count. */
export function planQuery(input: string, vocabulary: Vocabulary, options: { readonly literal?: boolean } = {}): QueryPlan {
  const chars = [...input.slice(0, MAX_QUERY * 4)]
  const text = chars.slice(0, MAX_QUERY).join('').trim()
  const reading = read(text)
  const literal = options.literal ?? false
  const expansions = literal ? [] : expandTerms(text, vocabulary.groups)
  const twins = literal
    ? []
    : reading.standards.slice(0, 1).flatMap((standard) => vocabulary.twinsOf(queryKey({ ...standard, year: null })))
  const whole = allWords(reading)
  return {
    text,
    isTruncated: input.length > MAX_QUERY * 4 || chars.length > MAX_QUERY,
    isBlank: whole === undefined,
    reading,
    core: tiers([
      ['exact', exact(text, reading)],
      ['name_start', contiguous(reading, true)],
      ['phrase', contiguous(reading, false)],
      ['all_words', whole],
      [
        'synonym',
        anyOf([...expansions.map(({ text }) => allWords(withoutGeneric(read(text)))), literal ? undefined : withTwins(reading, twins)]),
      ],
    ]),
    wide: tiers([
      ['word_start', wordStarts(text, reading)],
      ['pairs', pairs(text, true)],
      ['split', literal ? undefined : split(reading)],
    ]),
    fallback: tiers([
      ['pinyin', literal ? undefined : spelt(text, reading)],
      ['fragment', pairs(text, false)],
    ]),
    typo: literal
      ? []
      : tiers([
          ['sound', soundsLike(reading)],
          ['one_off', oneOff(reading)],
        ]),
    alsoIncludes:
      whole === undefined ? [] : [...new Set([...expansions.flatMap(({ terms }) => terms), ...twins.map(({ number }) => number)])],
  }
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

function exact(text: string, { standards, segments }: Reading): Condition | undefined {
  const key = compactKey(text)
  if (key === '') return undefined
  const [only] = standards
  const isOnlyStandard = standards.length === 1 && segments.length === 0 && only !== undefined
  return anyOf([lexeme(MARK.model + key), lexeme(MARK.name + key), isOnlyStandard ? lexeme(MARK.standard + queryKey(only)) : undefined])
}

/** The query as one stretch of text in a name, model or keyword; with `isStart` only where the name begins with it. */
function contiguous({ standards, segments }: Reading, isStart: boolean): Condition | undefined {
  if (standards.length > 0 || segments.length === 0) return undefined
  const places = placesOf(segments, { weights: 'AB', wordPrefix: false })
  const [first] = places
  if (!first) return undefined
  const [head] = segments
  if (isStart && head) {
    const start = head.kind === 'han' ? head.chars.slice(0, 2).join('') : head.chars.join('')
    places[0] = { offset: 0, what: lexeme(MARK.start + start, { prefix: head.kind === 'han' && head.chars.length === 1, weights: 'AB' }) }
  }
  return phrase(places)
}

type Place = { readonly offset: number; readonly what: Condition }

function placesOf(segments: readonly Segment[], options: { weights?: string; wordPrefix: boolean }): Place[] {
  const places: Place[] = []
  let offset = 0
  for (const { kind, chars } of segments) {
    if (kind === 'han') {
      for (const place of runPlaces(chars, options.weights)) places.push({ offset: offset + place.offset, what: place.what })
      offset += chars.length
    } else {
      places.push({ offset, what: lexeme(chars.join(''), { prefix: options.wordPrefix, weights: options.weights ?? '' }) })
      offset += 1
    }
  }
  return places
}

/** Every second pair is enough to hold a run together; a single character is the beginning of a pair. */
function runPlaces(chars: readonly string[], weights = ''): Place[] {
  if (chars.length === 1) return [{ offset: 0, what: lexeme(chars[0] ?? '', { prefix: true, weights }) }]
  const offsets = new Set<number>()
  for (let offset = 0; offset + 1 < chars.length; offset += 2) offsets.add(offset)
  offsets.add(chars.length - 2)
  return [...offsets].map((offset) => ({ offset, what: lexeme(`${chars[offset]}${chars[offset + 1]}`, { weights }) }))
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

const run = (chars: readonly string[]): Condition | undefined => (chars.length === 0 ? undefined : phrase(runPlaces(chars)))

/** Every run, word and standard somewhere. */
function allWords(reading: Reading): Condition | undefined {
  const { segments, standards } = reading
  const parts = segments.map((part, index) => {
    if (part.kind === 'han') return run(part.chars)
    // The words of a group like `LC-20AP` may be written as one.
    if (segments[index - 1]?.kind === 'word' && segments[index - 1]?.joinsNext) return undefined
    const joined = joinedWord(segments, index)
    return joined ? anyOf([lexeme(joined), phrase(placesOf(group(segments, index), { wordPrefix: false }))]) : lexeme(part.chars.join(''))
  })
  return allOf([...parts, ...standards.map((standard) => citing(standard))])
}

function group(segments: readonly Segment[], index: number): Segment[] {
  let end = index
  while (segments[end]?.joinsNext) end += 1
  return segments.slice(index, end + 1)
}

/** The standard itself, its parts, and for a bare number also the words, for it may be a model. */
function citing(standard: NamedStandard): Condition | undefined {
  const key = queryKey(standard)
  const words = standard.family === null ? standard.number.split('.') : []
  return anyOf([
    lexeme(MARK.standard + key),
    standard.year === null ? lexeme(MARK.series + key) : undefined,
    words.length > 0
      ? phrase([...words, ...(standard.year ? [standard.year] : [])].map((word, offset) => ({ offset, what: lexeme(word) })))
      : undefined,
  ])
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

/** Words as beginnings of words and of a model's parts; a standard as the beginning of one. */
function wordStarts(text: string, { segments, standards }: Reading): Condition | undefined {
  if (standards.length === 0 && !segments.some(({ kind }) => kind === 'word')) return undefined
  const parts = segments.map(({ kind, chars }) => {
    if (kind === 'han') return run(chars)
    const word = chars.join('')
    return anyOf([lexeme(word, { prefix: true }), lexeme(MARK.modelPart + word, { prefix: true })])
  })
  const series = standards.map((standard) => anyOf([citing(standard), lexeme(MARK.standard + queryKey(standard), { prefix: true })]))
  return anyOf([lexeme(MARK.modelPart + compactKey(text).slice(0, 40), { prefix: true }), allOf([...parts, ...series])])
}

/** Words as initials or pinyin of a name, each for itself or all together: `yxsp`, `ye xiang se pu`, `gaoxiao HPLC`. */
function spelt(text: string, { segments, standards }: Reading): Condition | undefined {
  const key = compactKey(text)
  const parts = segments.map(({ kind, chars }) => {
    if (kind === 'han') return run(chars)
    const word = chars.join('')
    return anyOf([lexeme(word, { prefix: true }), pinyin(word)])
  })
  return anyOf([allOf([...parts, ...standards.map(citing)]), standards.length === 0 ? pinyin(key) : undefined])
}

function pinyin(letters: string): Condition | undefined {
  if (!LETTERS.test(letters) || letters.length < 2) return undefined
  return anyOf([
    letters.length <= MAX_INITIALS ? lexeme(MARK.initials + letters, { prefix: true }) : undefined,
    lexeme(MARK.pinyin + letters.slice(0, MAX_PINYIN), { prefix: true }),
  ])
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
  return segments.filter((part) => part !== except).map((part) => (part.kind === 'han' ? run(part.chars) : lexeme(part.chars.join(''))))
}

/** Names that sound the same: the usual slip of a pinyin keyboard. */
function soundsLike({ segments, standards }: Reading): Condition | undefined {
  const runs = segments.filter(({ kind, chars }) => kind === 'han' && chars.length >= 2)
  if (runs.length === 0) return undefined
  const parts = segments.map((part) =>
    part.kind === 'han' && part.chars.length >= 2
      ? anyOf([lexeme(MARK.pinyin + pinyinOf(part.chars.join('')), { prefix: true }), run(part.chars)])
      : part.kind === 'han'
        ? run(part.chars)
        : lexeme(part.chars.join('')),
  )
  return allOf([...parts, ...standards.map(citing)])
}

/** One character of the longest run is wrong, missing or too many. */
function oneOff({ segments, standards }: Reading): Condition | undefined {
  const [long] = segments
    .filter(({ kind, chars }) => kind === 'han' && chars.length >= 3 && chars.length <= 16)
    .sort((a, b) => b.chars.length - a.chars.length)
  if (!long) return undefined
  const chars = long.chars
  const variants: (Condition | undefined)[] = []
  for (let at = 0; at < chars.length; at += 1) {
    const left = chars.slice(0, at)
    const right = chars.slice(at + 1)
    variants.push(apart(left, right, 1))
    // An extra character in the middle; at either end the same as a wrong one.
    if (at > 0 && right.length > 0) variants.push(run([...left, ...right]))
    if (at > 0) variants.push(apart(left, chars.slice(at), 1))
  }
  return allOf([anyOf(variants), ...others(segments, long), ...standards.map(citing)])
}

/** `left`, then `between` unknown characters, then `right`. */
function apart(left: readonly string[], right: readonly string[], between: number): Condition | undefined {
  if (left.length === 0) return run(right)
  if (right.length === 0) return run(left)
  const shifted = runPlaces(right).map(({ offset, what }) => ({ offset: offset + left.length + between, what }))
  return phrase([...runPlaces(left), ...shifted])
}

/** The query as the operator's list of unmet demand keeps it. */
export function missKey(text: string): string {
  return normalise(text).slice(0, MAX_QUERY)
}
