import { parseFen } from '@jiju/kernel/money'
import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { SCHEMES, SERVICE_MODES, SORTS } from '../core/search/candidates.ts'
import { CUSTOMER_CLASSES, PRICE_UNITS, RESOURCE_KINDS, STANDARD_STATUSES } from '../core/vocabulary.ts'
import { optionalText, text, yuan } from './common.ts'

/** One value or several (`kind=instrument&kind=laboratory`); any of them will do. */
const several = <Value extends z.ZodType<string>>(value: Value) =>
  z.union([value, z.array(value).max(50)]).transform((values): string[] => [values].flat())

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

const conditionShape = {
  kind: several(z.enum(RESOURCE_KINDS)).exactOptional(),
  class: several(z.string().regex(/^[0-9a-z]{2,6}$/))
    .exactOptional()
    .describe('instrument class or its beginning'),
  provider: several(z.uuid()).exactOptional(),
  district: several(z.string().min(1).max(100)).exactOptional(),
  standard: several(z.string().min(2).max(60)).exactOptional().describe('a standard number, with or without its year'),
  accreditation: several(z.enum(SCHEMES)).exactOptional().describe('in date today; all that are named'),
  mode: several(z.enum(SERVICE_MODES)).exactOptional(),
  priceFrom: yuan.exactOptional(),
  priceTo: yuan.exactOptional(),
}

export const SearchQuery = z
  .object({
    q: z.string().default('').describe('any text; the first 200 characters count'),
    literal: flag.exactOptional().describe('only these words: no synonyms, no guesses'),
    ...conditionShape,
    freeMinutes: z.coerce.number().int().min(5).max(44_640).exactOptional().describe('has this many minutes free in the window'),
    freeFrom: z.iso.datetime({ offset: true }).exactOptional(),
    freeTo: z.iso.datetime({ offset: true }).exactOptional(),
    lon: z.coerce.number().min(-180).max(180).exactOptional().describe('point from which distance counts'),
    lat: z.coerce.number().min(-90).max(90).exactOptional(),
    withinKm: z.coerce.number().positive().max(20_000).exactOptional(),
    sort: z.enum(SORTS).default('relevance'),
    ...pageQuery,
    limit: z.coerce.number().int().min(1).max(100).default(20),
  })
  .check((context) => {
    const { value } = context
    const fault = (path: string, message: string) => context.issues.push({ code: 'custom', path: [path], message, input: value })
    if ((value.lon === undefined) !== (value.lat === undefined)) fault('lon', 'lon and lat belong together')
    if (value.lon === undefined && (value.withinKm !== undefined || value.sort === 'distance')) fault('lon', 'distance needs lon and lat')
    const asks = [value.freeMinutes, value.freeFrom, value.freeTo].filter((part) => part !== undefined).length
    if (asks > 0 && asks < 3) fault('freeMinutes', 'freeMinutes, freeFrom and freeTo belong together')
    if (asks === 0 && value.sort === 'earliest') fault('sort', 'the earliest start needs freeMinutes, freeFrom and freeTo')
    if (value.freeFrom !== undefined && value.freeTo !== undefined) {
      const hours = (Date.parse(value.freeTo) - Date.parse(value.freeFrom)) / 3_600_000
      if (hours <= 0 || hours > 24 * 93) fault('freeTo', 'the window ends after it begins, and within 93 days')
    }
    if (value.priceFrom !== undefined && value.priceTo !== undefined && (parseFen(value.priceFrom) ?? 0n) > (parseFen(value.priceTo) ?? 0n))
      fault('priceTo', 'the upper price is below the lower one')
  })
export type SearchQuery = z.infer<typeof SearchQuery>

const Highlights = z
  .array(z.object({ start: z.number().int(), end: z.number().int() }))
  .describe('ranges [start, end) of UTF-16 units in the field, sorted and disjoint')

const ListedPrice = z.object({ amount: z.string().describe('yuan, decimal string'), unit: z.enum(PRICE_UNITS) })

export const SearchStandard = z
  .object({
    number: z.string(),
    titleZh: z.string().nullable(),
    status: z.enum(STANDARD_STATUSES),
    isReplaced: z.boolean().describe('replaced or withdrawn today'),
    successors: z.array(z.string()).describe('numbers'),
  })
  .meta({ id: 'SearchStandard' })
export type SearchStandard = z.infer<typeof SearchStandard>

export const SearchItem = z
  .object({
    id: z.uuid(),
    kind: z.enum(RESOURCE_KINDS),
    nameZh: z.string().nullable(),
    nameEn: z.string().nullable(),
    manufacturer: z.string().nullable(),
    model: z.string().nullable(),
    summary: z.string().nullable(),
    classCode: z.string().nullable(),
    photoUrl: z.string().nullable(),
    provider: z.object({ id: z.uuid(), name: z.string(), nameEn: z.string().nullable(), district: z.string().nullable() }),
    siteName: z.string().nullable(),
    distanceKm: z.number().nullable(),
    accreditations: z.array(z.enum(SCHEMES)).describe('in date today'),
    standards: z.array(SearchStandard),
    methods: z.array(z.string()),
    serviceModes: z.array(z.enum(SERVICE_MODES)),
    confirmation: z.enum(['instant', 'approval']).nullable().describe('null when no time can be booked'),
    turnaroundDays: z.number().int().nullable().describe('working days'),
    customerClass: z.enum(CUSTOMER_CLASSES).nullable(),
    price: ListedPrice.nullable().describe('what the caller pays; null when unknown'),
    listPrice: ListedPrice.nullable().describe('what an enterprise of the district pays'),
    firstFree: z.object({ start: z.iso.datetime(), end: z.iso.datetime() }).nullable(),
    match: z.string().describe('why it is here: the best kind of match'),
    highlights: z.object({
      nameZh: Highlights,
      nameEn: Highlights,
      manufacturer: Highlights,
      model: Highlights,
      summary: Highlights,
      provider: Highlights,
      standards: z.array(Highlights).describe('one list for each standard'),
      methods: z.array(Highlights).describe('one list for each method'),
    }),
  })
  .meta({ id: 'SearchItem' })
export type SearchItem = z.infer<typeof SearchItem>

const BoundedCount = z.object({ count: z.number().int(), atLeast: z.boolean().describe('true: there are more than were counted') })

export const FacetValue = z
  .object({ value: z.string(), zh: z.string(), en: z.string(), ...BoundedCount.shape, isChosen: z.boolean() })
  .meta({ id: 'SearchFacetValue' })
export type FacetValue = z.infer<typeof FacetValue>

const SearchFacets = z
  .object({
    kind: z.array(FacetValue),
    class: z.array(FacetValue),
    provider: z.array(FacetValue),
    district: z.array(FacetValue),
    standard: z.array(FacetValue),
    accreditation: z.array(FacetValue),
    mode: z.array(FacetValue),
    price: z.array(FacetValue).describe('value: lower bound in yuan; a band ends where the next begins'),
  })
  .describe('each count leaves the condition of its own facet aside; values without hits stay')
  .meta({ id: 'SearchFacets' })

export const SearchAnswer = z
  .object({
    query: z.object({
      text: z.string().describe('as read: at most 200 characters'),
      isTruncated: z.boolean(),
      isLiteral: z.boolean(),
      corrected: z.string().nullable().describe('what was searched instead, because nothing was found'),
    }),
    alsoIncludes: z.array(z.string()).describe('other words that were searched as well; literal=true searches only the given ones'),
    standards: z.array(SearchStandard).describe('standards that the query names, with their successors'),
    total: BoundedCount,
    isCapped: z.boolean().describe('only the best matches were sorted and can be paged; narrow the search to see the others'),
    freeChecked: z.number().int().nullable().describe('how many of the best matches were asked for free time'),
    items: z.array(SearchItem),
    facets: SearchFacets.nullable().describe('on the first page only'),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'SearchAnswer' })
export type SearchAnswer = z.infer<typeof SearchAnswer>

export const SuggestQuery = z.object({ q: z.string().default(''), limit: z.coerce.number().int().min(1).max(8).default(8) })
export const SuggestAnswer = z
  .object({
    items: z.array(z.object({ kind: z.enum(['name', 'model', 'standard']), text: z.string(), highlights: Highlights })),
  })
  .meta({ id: 'SearchSuggestions' })

// ---------------------------------------------------------------- saved searches

/** The conditions of a search as they are kept; the same names as in the address of a search. */
export const SavedConditions = z
  .object({
    kind: z.array(z.enum(RESOURCE_KINDS)).max(50).exactOptional(),
    class: z
      .array(z.string().regex(/^[0-9a-z]{2,6}$/))
      .max(50)
      .exactOptional(),
    provider: z.array(z.uuid()).max(50).exactOptional(),
    district: z.array(text(100)).max(50).exactOptional(),
    standard: z.array(text(60)).max(50).exactOptional(),
    accreditation: z.array(z.enum(SCHEMES)).max(3).exactOptional(),
    mode: z.array(z.enum(SERVICE_MODES)).max(4).exactOptional(),
    priceFrom: yuan.exactOptional(),
    priceTo: yuan.exactOptional(),
    literal: z.boolean().exactOptional(),
  })
  .meta({ id: 'SavedSearchConditions' })
export type SavedConditions = z.infer<typeof SavedConditions>

export const NOTIFICATIONS = ['at_once', 'daily', 'never'] as const

export const SavedSearchInput = z
  .object({
    name: text(100),
    query: z.string().trim().max(200),
    conditions: SavedConditions,
    notify: z.enum(NOTIFICATIONS).describe('when something new matches'),
  })
  .meta({ id: 'SavedSearchEntry' })
export type SavedSearchInput = z.infer<typeof SavedSearchInput>

export const SavedSearchChange = z
  .object({ name: text(100).exactOptional(), notify: z.enum(NOTIFICATIONS).exactOptional() })
  .meta({ id: 'SavedSearchChange' })
export type SavedSearchChange = z.infer<typeof SavedSearchChange>

export const SavedSearch = z
  .object({
    id: z.uuid(),
    ...SavedSearchInput.shape,
    query: z.string(),
    newCount: z.number().int().describe('resources that began to match since it was saved'),
    createdAt: z.iso.datetime(),
    version: z.number().int(),
  })
  .meta({ id: 'SavedSearch' })
export type SavedSearch = z.infer<typeof SavedSearch>
export const SavedSearchPage = pageOf(SavedSearch).meta({ id: 'SavedSearchPage' })
export const SavedSearchQuery = z.object(pageQuery)

// ---------------------------------------------------------------- the operator's view

export const MissQuery = z.object({
  ...pageQuery,
  from: z.iso.date().exactOptional().describe('90 days before `to` when left out'),
  to: z.iso.date().exactOptional().describe('today when left out'),
})
export const Miss = z
  .object({
    query: z.string(),
    conditions: z.record(z.string(), z.unknown()),
    count: z.number().int(),
    days: z.number().int().describe('days on which it was searched'),
    lastOn: z.iso.date(),
  })
  .meta({ id: 'SearchMiss' })
export const MissPage = pageOf(Miss).meta({ id: 'SearchMissPage' })

export const SynonymInput = z
  .object({ terms: z.array(text(60)).min(2).max(30), note: optionalText(500) })
  .meta({ id: 'SearchSynonymEntry' })
export type SynonymInput = z.infer<typeof SynonymInput>
export const Synonym = z.object({ id: z.uuid(), ...SynonymInput.shape, version: z.number().int() }).meta({ id: 'SearchSynonym' })
export const SynonymList = z
  .object({
    shipped: z.object({ asOf: z.iso.date(), source: z.string(), groups: z.array(z.array(z.string())) }),
    items: z.array(Synonym).describe('added by the operator'),
  })
  .meta({ id: 'SearchSynonymList' })
