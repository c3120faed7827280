import { RESOURCE_KINDS, type ResourceKind } from '@jiju/catalog/core/vocabulary'
import { addDays, daysBetween, isLocalDate, type LocalDate, weekdayOf } from '@jiju/kernel/local-date'
import { REGION_ZONE, zonedParts } from '../../lib/format.ts'
import { many, one, oneOf } from '../../lib/search-params.ts'
import { instantOf } from '../../lib/zone.ts'

const SORTS = ['relevance', 'earliest', 'price', 'distance'] as const
const MODES = ['self_service', 'with_operator', 'send_sample', 'commissioned'] as const
const SCHEMES = ['cma', 'cnas', 'glp'] as const
/** When the time is wanted; days are local days of the region. */
export const WINDOWS = ['week', 'next_week', 'fortnight', 'month', 'days'] as const

export type Sort = (typeof SORTS)[number]
export type Window = (typeof WINDOWS)[number]
export type ServiceMode = (typeof MODES)[number]
export type Scheme = (typeof SCHEMES)[number]

/** Everything that decides a search result, as it stands in the address. */
export type SearchConditions = {
  q?: string
  literal?: 'true'
  kind?: ResourceKind[]
  class?: string[]
  provider?: string[]
  district?: string[]
  standard?: string[]
  accreditation?: Scheme[]
  mode?: ServiceMode[]
  priceFrom?: string
  priceTo?: string
  /** Minutes that are needed in one piece. */
  minutes?: string
  window?: Window
  from?: LocalDate
  to?: LocalDate
  lon?: string
  lat?: string
  km?: string
  sort?: Sort
}

export const LIST_FACETS = ['kind', 'class', 'provider', 'district', 'standard', 'accreditation', 'mode'] as const
export type ListFacet = (typeof LIST_FACETS)[number]

/** The conditions of an address; whatever cannot be understood is left out. */
export function parseConditions(search: Record<string, unknown>): SearchConditions {
  const matching = (value: unknown, pattern: RegExp) => {
    const text = one(value)
    return text !== undefined && pattern.test(text) ? text : undefined
  }
  const among = <Value extends string>(value: unknown, allowed: readonly Value[]) =>
    many(value).filter((item): item is Value => allowed.includes(item as Value))
  const day = (value: unknown) => {
    const text = one(value)
    return text !== undefined && isLocalDate(text) ? text : undefined
  }
  const decimal = /^\d{1,9}(\.\d{1,2})?$/
  const coordinate = /^-?\d{1,3}(\.\d+)?$/
  const found = {
    q: one(search.q)?.trim().slice(0, 200),
    literal: one(search.literal) === 'true' ? ('true' as const) : undefined,
    kind: among(search.kind, RESOURCE_KINDS),
    class: many(search.class).filter((code) => /^[0-9a-z]{2,6}$/.test(code)),
    provider: many(search.provider),
    district: many(search.district),
    standard: many(search.standard),
    accreditation: among(search.accreditation, SCHEMES),
    mode: among(search.mode, MODES),
    priceFrom: matching(search.priceFrom, decimal),
    priceTo: matching(search.priceTo, decimal),
    minutes: matching(search.minutes, /^\d{1,5}$/),
    window: oneOf(search.window, WINDOWS),
    from: day(search.from),
    to: day(search.to),
    lon: matching(search.lon, coordinate),
    lat: matching(search.lat, coordinate),
    km: matching(search.km, /^\d{1,4}$/),
    sort: oneOf(search.sort, SORTS),
  }
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '')),
  ) as SearchConditions
}

/** The wanted days, first and last. Weeks begin on Monday; the current week begins today. */
export function windowDays(conditions: SearchConditions, today: LocalDate): { from: LocalDate; to: LocalDate } {
  const sunday = addDays(today, 7 - weekdayOf(today))
  switch (conditions.window) {
    case 'week':
      return { from: today, to: sunday }
    case 'next_week':
      return { from: addDays(sunday, 1), to: addDays(sunday, 7) }
    case 'month':
      return { from: today, to: addDays(today, 29) }
    case 'days': {
      const from = conditions.from && conditions.from > today ? conditions.from : today
      const to = conditions.to && conditions.to >= from ? conditions.to : from
      // The server looks at most a quarter ahead in one search.
      return { from, to: daysBetween(from, to) > 91 ? addDays(from, 91) : to }
    }
    default:
      return { from: today, to: addDays(today, 13) }
  }
}

/** True when the reader asked for free time; sorting by the earliest start alone does not narrow the result. */
export function asksForTime(conditions: SearchConditions): boolean {
  return conditions.minutes !== undefined || conditions.window !== undefined
}

export const DEFAULT_MINUTES = 120

/** The sort in force: without one, free time when it was asked for, otherwise how well it matches. */
export function sortOf(conditions: SearchConditions): Sort {
  if (conditions.sort === 'distance' && conditions.lon === undefined) return 'relevance'
  return conditions.sort ?? (asksForTime(conditions) ? 'earliest' : 'relevance')
}

/** The query of the API. The window starts now when it starts today, rounded so that one search stays one cache entry for a while. */
export function apiQuery(conditions: SearchConditions, now: Date): Record<string, string | string[] | number> {
  const { minutes, window: _window, from: _from, to: _to, km, sort: _sort, ...rest } = conditions
  const sort = sortOf(conditions)
  const query: Record<string, string | string[] | number> = { ...rest, sort }
  if (conditions.lon !== undefined && conditions.lat !== undefined) {
    if (km !== undefined) query.withinKm = Number(km)
  } else {
    delete query.lon
    delete query.lat
  }
  if (asksForTime(conditions) || sort === 'earliest') {
    const days = windowDays(conditions, zonedParts(now).day)
    const start = instantOf(days.from, 0, REGION_ZONE)
    query.freeMinutes = Number(minutes ?? DEFAULT_MINUTES)
    query.freeFrom = new Date(Math.max(start, now.getTime() - (now.getTime() % 60_000))).toISOString()
    query.freeTo = new Date(instantOf(addDays(days.to, 1), 0, REGION_ZONE)).toISOString()
  }
  return query
}

/** Adds or takes away one value of a facet. */
export function toggle(conditions: SearchConditions, facet: ListFacet, value: string): SearchConditions {
  const chosen = (conditions[facet] ?? []) as string[]
  const next = chosen.includes(value) ? chosen.filter((item) => item !== value) : [...chosen, value]
  return parseConditions({ ...conditions, [facet]: next })
}

/** What is set beside the words: each can be removed as a tag. */
export type Applied = { facet: ListFacet; value: string } | { facet: 'time' } | { facet: 'price' } | { facet: 'distance' }

export function appliedOf(conditions: SearchConditions): Applied[] {
  const applied: Applied[] = LIST_FACETS.flatMap((facet) => (conditions[facet] ?? []).map((value) => ({ facet, value })))
  if (asksForTime(conditions)) applied.push({ facet: 'time' })
  if (conditions.priceFrom !== undefined || conditions.priceTo !== undefined) applied.push({ facet: 'price' })
  if (conditions.km !== undefined && conditions.lon !== undefined) applied.push({ facet: 'distance' })
  return applied
}

export function withoutCondition(conditions: SearchConditions, applied: Applied): SearchConditions {
  switch (applied.facet) {
    case 'time': {
      const { minutes: _m, window: _w, from: _f, to: _t, ...rest } = conditions
      return rest
    }
    case 'price': {
      const { priceFrom: _from, priceTo: _to, ...rest } = conditions
      return rest
    }
    case 'distance': {
      const { km: _km, ...rest } = conditions
      return rest
    }
    default:
      return toggle(conditions, applied.facet, applied.value)
  }
}

/** Words, language of matching and order stay; every condition goes. */
export function withoutConditions({ q, literal, sort }: SearchConditions): SearchConditions {
  return parseConditions({ q, literal, sort })
}

/** The conditions that a saved search keeps: time and place are of the moment. */
export function savedConditions(conditions: SearchConditions) {
  const { kind, class: classes, provider, district, standard, accreditation, mode, priceFrom, priceTo, literal } = conditions
  return {
    ...(kind ? { kind } : {}),
    ...(classes ? { class: classes } : {}),
    ...(provider ? { provider } : {}),
    ...(district ? { district } : {}),
    ...(standard ? { standard } : {}),
    ...(accreditation ? { accreditation } : {}),
    ...(mode ? { mode } : {}),
    ...(priceFrom ? { priceFrom } : {}),
    ...(priceTo ? { priceTo } : {}),
    ...(literal ? { literal: true } : {}),
  }
}
