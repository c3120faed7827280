import type { LocalDate } from '@jiju/kernel/local-date'
import { findInstrumentClass } from '../../core/instrument-classes.ts'
import { SCHEMES, type Scheme, type ServiceMode } from '../../core/search/candidates.ts'
import { compactKey } from '../../core/search/normalise.ts'
import { initialsOf } from '../../core/search/pinyin.ts'
import { shownUnit } from '../../core/search/price-for.ts'
import { segment } from '../../core/search/segments.ts'
import { findStandards, queryKey } from '../../core/search/standards-in-text.ts'
import { baseNumber, buildTokens, drawOf, joinedWord, MAX_BODY, type SearchText } from '../../core/search/tokens.ts'
import { BOOKABLE_KINDS, type CustomerClass, type ResourceKind } from '../../core/vocabulary.ts'
import type { DetailedSurroundings } from '../load-resources.ts'
import { presentProviderRef } from '../present/providers.ts'
import { fileUrl } from '../present/resources.ts'
import { presentStandardRef } from '../present/standards.ts'
import type { PriceRow } from '../sql/prices.ts'
import type { ResourceRow } from '../sql/resources.ts'
import type { CalendarRow, DocumentRow, NewTerm } from '../sql/search-index.ts'
import type { Card } from './card.ts'

type DocumentParts = {
  readonly around: DetailedSurroundings
  readonly calendars: ReadonlyMap<string, CalendarRow>
  readonly nextChanges: ReadonlyMap<string, LocalDate>
}

/** The index row of a published resource as it is today. */
export function buildDocument(row: ResourceRow, parts: DocumentParts): { document: DocumentRow; terms: NewTerm[] } {
  const { around, calendars, nextChanges } = parts
  const provider = presentProviderRef(row.provider_id, around.providers.get(row.provider_id))
  const site = row.site_id ? around.sites.get(row.site_id) : undefined
  const calendar = calendars.get(row.id)
  const standards = citedStandards(row.id, around)
  const bases = [...new Set(standards.map(({ number }) => baseNumber(number)))]
  const methods = (around.methods.get(row.id) ?? []).map((method) => method.name_zh)
  const prices = around.prices.get(row.id) ?? []
  const unit = shownUnit(
    row.kind,
    prices.map((price) => price.unit),
  )
  const modes = modesOf(row.kind, calendar, prices)
  const until = validUntil(row.id, around)
  const district = site?.district || provider.district || null
  const card: Card = {
    kind: row.kind,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    manufacturer: row.manufacturer,
    model: row.model,
    summary: row.summary,
    classCode: row.class_code,
    photoUrl: row.photo_file_id ? fileUrl(row.id, row.photo_file_id) : null,
    provider: { id: provider.id, name: provider.name, nameEn: provider.nameEn, district: provider.district },
    siteName: site?.name ?? null,
    standards,
    methods,
    confirmation: calendar?.confirmation ?? null,
    turnaroundDays: row.turnaround_days,
    unit: unit ?? null,
  }
  const text = searchText(row, { around, standards, methods, providerNames: [provider.name, provider.shortName, provider.nameEn] })
  const fen = (customerClass: CustomerClass) =>
    prices.find((price) => price.customer_class === customerClass && price.unit === unit)?.price_fen ?? null
  const payers = {
    inside: fen('inside'),
    member: fen('member'),
    academic: fen('academic'),
    enterprise: fen('enterprise'),
    outside_district: fen('outside_district'),
  }
  const document: DocumentRow = {
    resource_id: row.id,
    draw: drawOf(row.id),
    kind: row.kind,
    provider_id: row.provider_id,
    provider_district: provider.district || null,
    district,
    class_code: row.class_code,
    standards: bases,
    modes,
    cma_until: until.cma,
    cnas_until: until.cnas,
    glp_until: until.glp,
    price_inside_fen: payers.inside,
    price_member_fen: payers.member,
    price_academic_fen: payers.academic,
    price_enterprise_fen: payers.enterprise,
    price_outside_fen: payers.outside_district,
    longitude: site?.longitude ?? null,
    latitude: site?.latitude ?? null,
    card,
    tokens: buildTokens(text, {
      id: row.id,
      kind: row.kind,
      providerId: row.provider_id,
      district,
      classCode: row.class_code,
      modes,
      schemes: SCHEMES.filter((scheme) => until[scheme] !== null),
      standards: bases,
      prices: payers,
      point: site?.longitude == null || site.latitude == null ? null : { lon: site.longitude, lat: site.latitude },
    }),
    indexed_on: around.day,
    refresh_on: nextChanges.get(row.id) ?? null,
  }
  return { document, terms: termsOf(text) }
}

function citedStandards(id: string, around: DetailedSurroundings): Card['standards'] {
  return (around.cited.get(id) ?? []).flatMap((citation) => {
    const standard = around.standards.get(citation.standard_id)
    if (!standard) return []
    const { number, titleZh, status, isReplaced, successors } = presentStandardRef(
      standard,
      around.successors.get(standard.id) ?? [],
      around.day,
    )
    return [{ number, titleZh, status, isReplaced, successors: successors.map((successor) => successor.number) }]
  })
}

/** The last day of the longest scope in date, for each scheme. */
function validUntil(id: string, around: DetailedSurroundings): Record<Scheme, LocalDate | null> {
  const until: Record<Scheme, LocalDate | null> = { cma: null, cnas: null, glp: null }
  for (const cover of around.covers.get(id) ?? []) {
    const known = until[cover.scheme]
    if (known === null || cover.valid_to > known) until[cover.scheme] = cover.valid_to
  }
  return until
}

/** Time is sold by oneself or with an operator; a price by the sample, or a test, takes samples; the rest is commissioned. */
function modesOf(kind: ResourceKind, calendar: CalendarRow | undefined, prices: readonly PriceRow[]): ServiceMode[] {
  const modes: ServiceMode[] = []
  if (calendar?.operations.includes('self_service')) modes.push('self_service')
  if (calendar?.operations.includes('with_operator')) modes.push('with_operator')
  if (kind === 'testing_service' || kind === 'glp_study' || prices.some((price) => price.unit === 'sample')) modes.push('send_sample')
  if (!BOOKABLE_KINDS.includes(kind) && !modes.includes('send_sample')) modes.push('commissioned')
  return modes
}

function searchText(
  row: ResourceRow,
  parts: {
    around: DetailedSurroundings
    standards: Card['standards']
    methods: readonly string[]
    providerNames: readonly (string | null)[]
  },
): SearchText {
  const instrumentClass = row.class_code ? findInstrumentClass(row.class_code) : undefined
  const englishMethods = (parts.around.methods.get(row.id) ?? []).flatMap((method) => method.name_en ?? [])
  const deviceClasses = row.device_class_codes.flatMap((code) => parts.around.deviceClassNames.get(code) ?? [])
  return {
    nameZh: row.name_zh,
    nameEn: row.name_en,
    model: row.model,
    manufacturer: row.manufacturer,
    keywords: [...row.keywords, ...(instrumentClass ? [instrumentClass.zh, instrumentClass.en] : [])],
    methods: [...parts.methods, ...englishMethods],
    standards: parts.standards.map(({ number, titleZh }) => ({ number, titleZh, titleEn: null })),
    providerNames: parts.providerNames.flatMap((name) => name || []),
    body: [row.summary, row.description, ...bodyOf(row), deviceClasses.join('、')].flatMap((part) => part || []),
  }
}

/** Words of the fields that differ by kind. Contacts and links are left out: nobody is found by a telephone number. */
const UNREAD = new Set(['serviceUrl', 'customs', 'knownUsers', 'director', 'shareMode', 'acquisition'])

function bodyOf(row: ResourceRow): string[] {
  const { specifications, detail } = row.content
  const words = Object.entries(detail).flatMap(([name, value]) => (UNREAD.has(name) ? [] : textsIn(value)))
  return [...specifications.map(({ name, value }) => `${name} ${value}`), ...words]
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(textsIn)
  return []
}

const MAX_TERM = 200
const MAX_WORDS = 400

/** What completes typing and corrects words. Words are those of every text, so that a beginning stands for all of its words. */
export function termsOf(text: SearchText): NewTerm[] {
  const terms: NewTerm[] = []
  const add = (kind: NewTerm['kind'], key: string, value: string, initials = '') => {
    const shown = value.trim().slice(0, MAX_TERM)
    if (key !== '' && shown !== '') terms.push({ kind, key: key.slice(0, MAX_TERM), text: shown, initials })
  }
  if (text.nameZh) add('name', compactKey(text.nameZh), text.nameZh, initialsKey(text.nameZh))
  if (text.nameEn) add('name', compactKey(text.nameEn), text.nameEn)
  if (text.model) {
    const repeatsMaker = text.manufacturer && compactKey(text.model).startsWith(compactKey(text.manufacturer))
    const model = text.manufacturer && !repeatsMaker ? `${text.manufacturer} ${text.model}` : text.model
    add('model', compactKey(model), model)
  }
  for (const { number } of text.standards)
    for (const standard of findStandards(number).slice(0, 1)) add('standard', queryKey(standard), number)
  const texts = [text.nameEn, text.nameZh, text.manufacturer, text.model, ...text.keywords, ...text.methods, ...text.providerNames]
  const all = [...texts, ...text.standards.map(({ titleZh }) => titleZh), text.body.join('\n').slice(0, MAX_BODY)]
  const words = new Set(all.flatMap((part) => (part ? wordsOf(part) : [])))
  for (const word of [...words].slice(0, MAX_WORDS)) add('word', word, word)
  return terms
}

/** Words as the index has them, the joined ones too. */
function wordsOf(text: string): string[] {
  const segments = segment(text)
  return segments.flatMap(({ kind, chars }, index) => {
    if (kind !== 'word' || chars.length > 40) return []
    const joined = joinedWord(segments, index)
    return joined ? [chars.join(''), joined] : [chars.join('')]
  })
}

function initialsKey(name: string): string {
  const run = segment(name, true).flatMap(({ kind, chars }) => (kind === 'han' ? chars : []))
  return initialsOf(run.join('')).join('').slice(0, 40)
}
