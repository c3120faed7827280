import type { ProviderDetail, ProviderRef } from '@jiju/catalog/contract/providers'
import type { ResourceDetail, ResourceListItem } from '@jiju/catalog/contract/resources'
import type { SavedSearch, SavedSearchInput, SearchAnswer } from '@jiju/catalog/contract/search'
import type { StandardDetail } from '@jiju/catalog/contract/standards'
import type { ResourceKind, StandardStatus } from '@jiju/catalog/core/vocabulary'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api, newAttempt } from '../../lib/api.ts'
import { FRESH } from '../../lib/query-client.ts'
import { apiQuery, type SearchConditions } from './search-conditions.ts'

type Page<Item> = { items: Item[]; nextCursor: string | null }
export type Overview = {
  providerCount: number
  kinds: { kind: ResourceKind; count: number }[]
  instrumentClasses: { code: string; zh: string; en: string; count: number }[]
  standardCount: number
}
export type ProviderListItem = ProviderRef & { capabilities: string[]; resourceCounts: Partial<Record<ResourceKind, number>> }
type StandardListItem = Omit<
  StandardDetail,
  'effectiveNote' | 'withdrawnOn' | 'source' | 'lastCheckedOn' | 'predecessors' | 'twins' | 'version'
>
export type Suggestion = { kind: 'name' | 'model' | 'standard'; text: string; highlights: { start: number; end: number }[] }
type Comparison = { items: ResourceDetail[]; differing: string[] }

export const overviewOptions = queryOptions({
  queryKey: ['catalog', 'overview'],
  queryFn: async (): Promise<Overview> => await answer(api.GET('/api/v1/catalog/overview', {})),
  staleTime: FRESH.catalogue,
})

/** One search, page by page; a new word or condition keeps the old rows, dimmed, until the answer comes. */
export const searchOptions = (conditions: SearchConditions, readerId: string | null, now: Date) =>
  infiniteQueryOptions({
    queryKey: ['catalog', 'search', conditions, readerId],
    queryFn: async ({ pageParam, signal }): Promise<SearchAnswer> =>
      await answer(
        api.GET('/api/v1/catalog/search', {
          params: { query: { ...apiQuery(conditions, now), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  })

/** A single page of a search, for panels that show the first few. */
export const searchOnceOptions = (conditions: SearchConditions, limit: number, now: Date) =>
  queryOptions({
    queryKey: ['catalog', 'search-once', conditions, limit],
    queryFn: async (): Promise<SearchAnswer> =>
      await answer(api.GET('/api/v1/catalog/search', { params: { query: { ...apiQuery(conditions, now), limit } } })),
    staleTime: 15_000,
    refetchOnWindowFocus: true,
  })

export const suggestOptions = (q: string) =>
  queryOptions({
    queryKey: ['catalog', 'suggest', q],
    queryFn: async ({ signal }): Promise<{ items: Suggestion[] }> =>
      await answer(api.GET('/api/v1/catalog/suggestions', { params: { query: { q } }, signal })),
    staleTime: FRESH.catalogue,
    placeholderData: keepPreviousData,
    retry: false,
  })

export const resourceOptions = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'resource', id],
    queryFn: async (): Promise<ResourceDetail> => await answer(api.GET('/api/v1/catalog/resources/{id}', { params: { path: { id } } })),
    staleTime: FRESH.catalogue,
  })

export type ResourceFilter = { providerId?: string; standardId?: string; kind?: ResourceKind }

export const resourcesOptions = (filter: ResourceFilter) =>
  infiniteQueryOptions({
    queryKey: ['catalog', 'resources', filter],
    queryFn: async ({ pageParam }): Promise<Page<ResourceListItem>> =>
      await answer(
        api.GET('/api/v1/catalog/resources', { params: { query: { ...filter, limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: FRESH.catalogue,
    placeholderData: keepPreviousData,
  })

export const comparisonOptions = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['catalog', 'compare', ids],
    queryFn: async (): Promise<Comparison> =>
      await answer(api.GET('/api/v1/catalog/compare', { params: { query: { ids: ids.join(',') } } })),
    staleTime: FRESH.catalogue,
    enabled: ids.length >= 2,
  })

export const providersOptions = infiniteQueryOptions({
  queryKey: ['catalog', 'providers'],
  queryFn: async ({ pageParam }): Promise<Page<ProviderListItem>> =>
    await answer(api.GET('/api/v1/catalog/providers', { params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } })),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  staleTime: FRESH.catalogue,
})

export const providerOptions = (organisationId: string) =>
  queryOptions({
    queryKey: ['catalog', 'provider', organisationId],
    queryFn: async (): Promise<ProviderDetail> =>
      await answer(api.GET('/api/v1/catalog/providers/{organisationId}', { params: { path: { organisationId } } })),
    staleTime: FRESH.catalogue,
  })

export const standardsOptions = (filter: { q?: string; status?: StandardStatus }) =>
  infiniteQueryOptions({
    queryKey: ['catalog', 'standards', filter],
    queryFn: async ({ pageParam, signal }): Promise<Page<StandardListItem>> =>
      await answer(
        api.GET('/api/v1/catalog/standards', {
          params: { query: { ...filter, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: FRESH.catalogue,
    placeholderData: keepPreviousData,
  })

export const standardOptions = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'standard', id],
    queryFn: async (): Promise<StandardDetail> => await answer(api.GET('/api/v1/catalog/standards/{id}', { params: { path: { id } } })),
    staleTime: FRESH.catalogue,
  })

export async function saveSearch(input: SavedSearchInput): Promise<SavedSearch> {
  return await answer(api.POST('/api/v1/catalog/saved-searches', { body: input, headers: newAttempt() }))
}
