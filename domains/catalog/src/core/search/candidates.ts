import type { LocalDate } from '@jiju/kernel/local-date'
import type { Fen } from '@jiju/kernel/money'

export const SORTS = ['relevance', 'earliest', 'price', 'distance'] as const
type Sort = (typeof SORTS)[number]

export const SERVICE_MODES = ['self_service', 'with_operator', 'send_sample', 'commissioned'] as const
export type ServiceMode = (typeof SERVICE_MODES)[number]

export const SCHEMES = ['cma', 'cnas', 'glp'] as const
export type Scheme = (typeof SCHEMES)[number]

/** What ranking, conditions and counts need of one found resource. */
export type Candidate = {
  readonly id: string
  /** Index of the first tier that it meets; smaller is better. */
  readonly tier: number
  /** Order among equals: drawn from the id. */
  readonly draw: number
  readonly kind: string
  readonly providerId: string
  readonly district: string | null
  readonly classCode: string | null
  readonly standards: readonly string[]
  readonly modes: readonly string[]
  readonly validUntil: Readonly<Record<Scheme, LocalDate | null>>
  /** For the customer class of who asks; null when no price is known. */
  readonly priceFen: Fen | null
  /** Kilometres from the point that was given; null when there is none. */
  readonly distanceKm: number | null
  /** Milliseconds since 1970 of the first free start; null when none was asked for or there is none. */
  readonly freeAt: number | null
}

/** Conditions on candidates. Within one condition any value will do; all conditions must hold. */
export type Filters = {
  readonly kinds: readonly string[]
  readonly classes: readonly string[]
  readonly providers: readonly string[]
  readonly districts: readonly string[]
  readonly standards: readonly string[]
  /** Each named scheme must be in date (a resource may need both). */
  readonly schemes: readonly Scheme[]
  readonly modes: readonly string[]
  readonly priceFromFen: Fen | null
  readonly priceToFen: Fen | null
  readonly withinKm: number | null
}

export const NO_FILTERS: Filters = {
  kinds: [],
  classes: [],
  providers: [],
  districts: [],
  standards: [],
  schemes: [],
  modes: [],
  priceFromFen: null,
  priceToFen: null,
  withinKm: null,
}

type FacetName = 'kind' | 'class' | 'provider' | 'district' | 'standard' | 'accreditation' | 'mode' | 'price' | 'distance'
export const FACETS = ['kind', 'class', 'provider', 'district', 'standard', 'accreditation', 'mode', 'price'] as const

/** Lower bounds in fen of the price bands; a band ends where the next begins. */
export const PRICE_BANDS: readonly Fen[] = [0n, 10_000n, 30_000n, 100_000n, 300_000n, 1_000_000n]

/** True when the candidate meets every condition. */
export function meets(candidate: Candidate, filters: Filters, today: LocalDate): boolean {
  return failures(candidate, filters, today).length === 0
}

const NONE: readonly FacetName[] = []

/** The conditions that the candidate does not meet. */
function failures(candidate: Candidate, filters: Filters, today: LocalDate): readonly FacetName[] {
  if (filters === NO_FILTERS) return NONE
  const failed: FacetName[] = []
  const need = (name: FacetName, isMet: boolean) => {
    if (!isMet) failed.push(name)
  }
  const some = (wanted: readonly string[], values: readonly (string | null)[]) =>
    wanted.length === 0 || values.some((value) => value !== null && wanted.includes(value))
  need('kind', some(filters.kinds, [candidate.kind]))
  need('class', filters.classes.length === 0 || some(filters.classes, classPath(candidate.classCode)))
  need('provider', some(filters.providers, [candidate.providerId]))
  need('district', some(filters.districts, [candidate.district]))
  need('standard', some(filters.standards, candidate.standards))
  need('mode', some(filters.modes, candidate.modes))
  need(
    'accreditation',
    filters.schemes.every((scheme) => isInDate(candidate, scheme, today)),
  )
  need('price', isInBand(candidate.priceFen, filters))
  need('distance', filters.withinKm === null || (candidate.distanceKm !== null && candidate.distanceKm <= filters.withinKm))
  return failed
}

function isInBand(price: Fen | null, { priceFromFen, priceToFen }: Filters): boolean {
  if (priceFromFen === null && priceToFen === null) return true
  return price !== null && (priceFromFen === null || price >= priceFromFen) && (priceToFen === null || price <= priceToFen)
}

export function isInDate(candidate: Pick<Candidate, 'validUntil'>, scheme: Scheme, today: LocalDate): boolean {
  const until = candidate.validUntil[scheme]
  return until !== null && until >= today
}

/** A class and those above it: 010501 → 01, 0105, 010501. */
function classPath(code: string | null): string[] {
  if (code === null) return []
  return [2, 4, 6].filter((length) => length <= code.length).map((length) => code.slice(0, length))
}

export function hasFilters(filters: Filters): boolean {
  return Object.values(filters).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null))
}

export type FacetCounts = Readonly<Record<(typeof FACETS)[number], ReadonlyMap<string, number>>>

/**
 * How many candidates each value would leave, its own condition aside. Every value that occurs without conditions is there,
 * with 0 when the other conditions leave none; chosen values too.
 */
export function countFacets(universe: readonly Candidate[], filters: Filters, today: LocalDate): FacetCounts {
  const start = (values: readonly string[]) => new Map<string, number>(values.map((value) => [value, 0]))
  const counts = {
    kind: start(filters.kinds),
    class: start(filters.classes),
    provider: start(filters.providers),
    district: start(filters.districts),
    standard: start(filters.standards),
    accreditation: start(SCHEMES),
    mode: start(SERVICE_MODES),
    price: start(PRICE_BANDS.map(String)),
  }
  for (const candidate of universe) {
    const failed = failures(candidate, filters, today)
    const [only] = failed
    const add = (name: (typeof FACETS)[number], value: string) => {
      const counted = failed.length === 0 || (failed.length === 1 && only === name) ? 1 : 0
      counts[name].set(value, (counts[name].get(value) ?? 0) + counted)
    }
    add('kind', candidate.kind)
    for (const code of classPath(candidate.classCode)) add('class', code)
    add('provider', candidate.providerId)
    if (candidate.district !== null) add('district', candidate.district)
    for (const number of candidate.standards) add('standard', number)
    for (const scheme of SCHEMES) if (isInDate(candidate, scheme, today)) add('accreditation', scheme)
    for (const mode of candidate.modes) add('mode', mode)
    const band = bandOf(candidate.priceFen)
    if (band !== undefined) add('price', band)
  }
  return counts
}

/** The lower bound of the band in which a price lies. */
function bandOf(price: Fen | null): string | undefined {
  return price === null ? undefined : PRICE_BANDS.findLast((from) => from <= price)?.toString()
}

/** What a candidate is sorted by: value first (nulls last), then tier, draw and id, so that the order is total. */
type SortKey = readonly [value: number | null, tier: number, draw: number, id: string]

export function sortKey(candidate: Candidate, sort: Sort): SortKey {
  return [sortValue(candidate, sort), candidate.tier, candidate.draw, candidate.id]
}

function sortValue(candidate: Candidate, sort: Sort): number | null {
  switch (sort) {
    case 'earliest':
      return candidate.freeAt
    case 'price':
      return candidate.priceFen === null ? null : Number(candidate.priceFen)
    case 'distance':
      return candidate.distanceKm
    case 'relevance':
      return 0
  }
}

/** The candidates in the order of the sort. */
export function sortCandidates<Item extends Candidate>(candidates: readonly Item[], sort: Sort): Item[] {
  return candidates
    .map((candidate) => ({ candidate, key: sortKey(candidate, sort) }))
    .sort((a, b) => compareSortKeys(a.key, b.key))
    .map(({ candidate }) => candidate)
}

export function compareSortKeys(a: SortKey, b: SortKey): number {
  if (a[0] !== b[0]) return a[0] === null ? 1 : b[0] === null ? -1 : a[0] - b[0]
  return a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : a[3] > b[3] ? 1 : 0)
}

/** Great-circle distance in kilometres, on a sphere of 6,371 km. */
export function distanceKm(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)))
}
