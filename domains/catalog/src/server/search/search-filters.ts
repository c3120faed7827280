import { parseFen } from '@jiju/kernel/money'
import type { SearchQuery } from '../../contract/search.ts'
import { type Filters, hasFilters, NO_FILTERS, type Scheme } from '../../core/search/candidates.ts'
import { baseNumber } from '../../core/search/tokens.ts'

/** The conditions of a search or of a saved one; `NO_FILTERS` itself when there are none. */
export function filtersOf(query: Omit<SearchQuery, 'sort' | 'limit' | 'q' | 'literal'>): Filters {
  const filters: Filters = {
    ...NO_FILTERS,
    kinds: query.kind ?? [],
    classes: query.class ?? [],
    providers: query.provider ?? [],
    districts: query.district ?? [],
    standards: (query.standard ?? []).map(baseNumber),
    schemes: (query.accreditation ?? []) as Scheme[],
    modes: query.mode ?? [],
    priceFromFen: query.priceFrom === undefined ? null : (parseFen(query.priceFrom) ?? null),
    priceToFen: query.priceTo === undefined ? null : (parseFen(query.priceTo) ?? null),
    withinKm: query.withinKm ?? null,
  }
  return hasFilters(filters) ? filters : NO_FILTERS
}

/** The point from which distances count; undefined when none is given. */
export function pointOf({ lon, lat }: Pick<SearchQuery, 'lon' | 'lat'>): { lon: number; lat: number } | undefined {
  return lon === undefined || lat === undefined ? undefined : { lon, lat }
}
