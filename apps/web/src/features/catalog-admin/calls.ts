import type { AccreditationDetail, AccreditationInput, AccreditationList } from '@jiju/catalog/contract/accreditations'
import type { UploadedFile } from '@jiju/catalog/contract/files'
import type { PriceInput, PriceList, PriceRow } from '@jiju/catalog/contract/prices'
import type { ProviderInput, ProviderProfile } from '@jiju/catalog/contract/providers'
import type { ResourceContent } from '@jiju/catalog/contract/resource-content'
import type {
  OperationInput,
  OwnResource,
  OwnResourceQuery,
  ResourceWork,
  ReviewItem,
  VersionDiff,
  VersionListItem,
} from '@jiju/catalog/contract/resources'
import type { Site, SiteInput } from '@jiju/catalog/contract/sites'
import type { StandardDetail, StandardInput, StandardListItem } from '@jiju/catalog/contract/standards'
import type { DeviceClass, InstrumentClassList, Method } from '@jiju/catalog/contract/vocabularies'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { answer, api, type newAttempt } from '../../lib/api.ts'
import { FRESH } from '../../lib/query-client.ts'
import { upload } from '../../lib/upload.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }
type Of<Schema extends z.ZodType> = z.infer<Schema>

export type Own = Of<typeof OwnResource>
export type Review = Of<typeof ReviewItem>
export type Price = Of<typeof PriceRow>
export type ListedStandard = Of<typeof StandardListItem>
export type VersionItem = Of<typeof VersionListItem>
type Difference = Of<typeof VersionDiff>
type ListedMethod = Of<typeof Method>
export type ListedDeviceClass = Of<typeof DeviceClass>
export type Profile = ProviderProfile

type Target = { readonly id: string; readonly version: number }
const versioned = ({ version }: Target, headers: Attempt) => ({ ...headers, 'If-Match': `"${version}"` })
const at = ({ id }: { readonly id: string }) => ({ path: { id } })
const paged = (cursor: string | undefined, limit = 50) => ({ limit, ...(cursor ? { cursor } : {}) })

// ---------------------------------------------------------------- own resources

export type OwnFilter = Omit<Of<typeof OwnResourceQuery>, 'cursor' | 'limit'>

export async function listOwn(filter: OwnFilter, cursor?: string, limit = 50): Promise<Page<Own>> {
  return await answer(api.GET('/api/v1/catalog/own/resources', { params: { query: { ...filter, ...paged(cursor, limit) } } }))
}

export const workOptions = (id: string) =>
  queryOptions({
    queryKey: ['own-resource', id],
    queryFn: async (): Promise<ResourceWork> => await answer(api.GET('/api/v1/catalog/own/resources/{id}', { params: at({ id }) })),
    staleTime: 0,
  })

export async function createResource(content: ResourceContent, headers: Attempt): Promise<ResourceWork> {
  return await answer(api.POST('/api/v1/catalog/own/resources', { body: content, headers }))
}

export async function saveResource(
  { target, content }: { target: Target; content: ResourceContent },
  headers: Attempt,
): Promise<ResourceWork> {
  return await answer(
    api.PUT('/api/v1/catalog/own/resources/{id}', { params: at(target), body: content, headers: versioned(target, headers) }),
  )
}

type Noted = { target: Target; note: string | null }

export async function submitResource({ target, note }: Noted, headers: Attempt): Promise<ResourceWork> {
  return await answer(
    api.POST('/api/v1/catalog/own/resources/{id}/submit', { params: at(target), body: { note }, headers: versioned(target, headers) }),
  )
}

export async function withdrawSubmission({ target, note }: Noted, headers: Attempt): Promise<ResourceWork> {
  return await answer(
    api.POST('/api/v1/catalog/own/resources/{id}/withdraw', { params: at(target), body: { note }, headers: versioned(target, headers) }),
  )
}

export async function discardDraft({ target, note }: Noted, headers: Attempt): Promise<ResourceWork> {
  return await answer(
    api.POST('/api/v1/catalog/own/resources/{id}/discard', { params: at(target), body: { note }, headers: versioned(target, headers) }),
  )
}

export async function retireResource({ target, note }: Noted, headers: Attempt): Promise<ResourceWork> {
  return await answer(
    api.POST('/api/v1/catalog/own/resources/{id}/retire', { params: at(target), body: { note }, headers: versioned(target, headers) }),
  )
}

export async function changeOperation(
  { target, body }: { target: Target; body: Of<typeof OperationInput> },
  headers: Attempt,
): Promise<ResourceWork> {
  return await answer(
    api.PUT('/api/v1/catalog/own/resources/{id}/operation', { params: at(target), body, headers: versioned(target, headers) }),
  )
}

export function uploadFile({ id, file }: { id: string; file: File }, headers: Attempt): Promise<Of<typeof UploadedFile>> {
  return upload(`/api/v1/catalog/own/resources/${id}/files`, file, { headers })
}

export const fileUrl = (resourceId: string, fileId: string) => `/api/v1/catalog/resources/${resourceId}/files/${fileId}`

export async function listVersions(id: string, cursor?: string): Promise<Page<VersionItem>> {
  return await answer(api.GET('/api/v1/catalog/resources/{id}/versions', { params: { ...at({ id }), query: paged(cursor) } }))
}

export const differenceOptions = (id: string, version: number, against?: number) =>
  queryOptions({
    queryKey: ['own-resource', id, 'version', version, against ?? null],
    queryFn: async (): Promise<Difference> =>
      await answer(
        api.GET('/api/v1/catalog/resources/{id}/versions/{version}', {
          params: { path: { id, version }, query: against === undefined ? {} : { against } },
        }),
      ),
    staleTime: FRESH.reference,
  })

// ---------------------------------------------------------------- prices

export const pricesOptions = (id: string) =>
  queryOptions({
    queryKey: ['own-resource', id, 'prices'],
    queryFn: async (): Promise<Of<typeof PriceList>> =>
      await answer(api.GET('/api/v1/catalog/own/resources/{id}/prices', { params: at({ id }) })),
    staleTime: 0,
  })

export async function addPrice({ id, body }: { id: string; body: Of<typeof PriceInput> }, headers: Attempt): Promise<Price> {
  return await answer(api.POST('/api/v1/catalog/own/resources/{id}/prices', { params: at({ id }), body, headers }))
}

export async function endPrice({ target, validTo }: { target: Target; validTo: string }, headers: Attempt): Promise<Price> {
  return await answer(
    api.POST('/api/v1/catalog/prices/{id}/end', { params: at(target), body: { validTo }, headers: versioned(target, headers) }),
  )
}

export async function removePrice({ target }: { target: Target }, headers: Attempt): Promise<void> {
  await answer(api.DELETE('/api/v1/catalog/prices/{id}', { params: at(target), headers: versioned(target, headers) }))
}

// ---------------------------------------------------------------- accreditation

export const accreditationsOptions = queryOptions({
  queryKey: ['accreditations'],
  queryFn: async (): Promise<Of<typeof AccreditationList>> => await answer(api.GET('/api/v1/catalog/accreditations', {})),
})

export const accreditationOptions = (id: string) =>
  queryOptions({
    queryKey: ['accreditations', id],
    queryFn: async (): Promise<AccreditationDetail> => await answer(api.GET('/api/v1/catalog/accreditations/{id}', { params: at({ id }) })),
    staleTime: 0,
  })

export async function addAccreditation(body: AccreditationInput, headers: Attempt): Promise<AccreditationDetail> {
  return await answer(api.POST('/api/v1/catalog/accreditations', { body, headers }))
}

export async function changeAccreditation(
  { target, body }: { target: Target; body: AccreditationInput },
  headers: Attempt,
): Promise<AccreditationDetail> {
  return await answer(api.PUT('/api/v1/catalog/accreditations/{id}', { params: at(target), body, headers: versioned(target, headers) }))
}

// ---------------------------------------------------------------- sites and profile

export const sitesOptions = queryOptions({
  queryKey: ['own-sites'],
  queryFn: async (): Promise<{ items: Site[] }> => await answer(api.GET('/api/v1/catalog/sites', {})),
})

export async function addSite(body: SiteInput, headers: Attempt): Promise<Site> {
  return await answer(api.POST('/api/v1/catalog/sites', { body, headers }))
}

export async function changeSite({ target, body }: { target: Target; body: SiteInput }, headers: Attempt): Promise<Site> {
  return await answer(api.PUT('/api/v1/catalog/sites/{id}', { params: at(target), body, headers: versioned(target, headers) }))
}

export async function closeSite({ target }: { target: Target }, headers: Attempt): Promise<Site> {
  return await answer(api.POST('/api/v1/catalog/sites/{id}/close', { params: at(target), headers: versioned(target, headers) }))
}

export const profileOptions = queryOptions({
  queryKey: ['provider-profile'],
  queryFn: async (): Promise<Profile> => await answer(api.GET('/api/v1/catalog/profile', {})),
  staleTime: 0,
})

export async function changeProfile({ version, body }: { version: number; body: ProviderInput }, headers: Attempt): Promise<Profile> {
  return await answer(api.PUT('/api/v1/catalog/profile', { body, headers: { ...headers, 'If-Match': `"${version}"` } }))
}

// ---------------------------------------------------------------- standards and vocabularies

export async function findStandards(q: string, signal: AbortSignal): Promise<ListedStandard[]> {
  const page: Page<ListedStandard> = await answer(api.GET('/api/v1/catalog/standards', { params: { query: { q, limit: 20 } }, signal }))
  return page.items
}

export async function listStandards(
  filter: { q?: string; status?: ListedStandard['status'] },
  cursor?: string,
): Promise<Page<ListedStandard>> {
  return await answer(api.GET('/api/v1/catalog/standards', { params: { query: { ...filter, ...paged(cursor) } } }))
}

export const standardOptions = (id: string) =>
  queryOptions({
    queryKey: ['standards', id],
    queryFn: async (): Promise<StandardDetail> => await answer(api.GET('/api/v1/catalog/standards/{id}', { params: at({ id }) })),
    staleTime: FRESH.catalogue,
  })

export async function addStandard(body: StandardInput, headers: Attempt): Promise<StandardDetail> {
  return await answer(api.POST('/api/v1/catalog/standards', { body, headers }))
}

export async function changeStandard({ target, body }: { target: Target; body: StandardInput }, headers: Attempt): Promise<StandardDetail> {
  return await answer(api.PUT('/api/v1/catalog/standards/{id}', { params: at(target), body, headers: versioned(target, headers) }))
}

export async function findMethods(q: string, signal: AbortSignal): Promise<ListedMethod[]> {
  const page: Page<ListedMethod> = await answer(api.GET('/api/v1/catalog/methods', { params: { query: { q, limit: 20 } }, signal }))
  return page.items
}

export async function createMethod(
  body: { nameZh: string; nameEn: string | null; description: string | null },
  headers: Attempt,
): Promise<ListedMethod> {
  return await answer(api.POST('/api/v1/catalog/methods', { body, headers }))
}

export const instrumentClassesOptions = queryOptions({
  queryKey: ['instrument-classes'],
  queryFn: async (): Promise<Of<typeof InstrumentClassList>> => await answer(api.GET('/api/v1/catalog/instrument-classes', {})),
  staleTime: FRESH.reference,
})

export async function listDeviceClasses(q: string | undefined, cursor?: string): Promise<Page<ListedDeviceClass>> {
  return await answer(api.GET('/api/v1/catalog/device-classes', { params: { query: { ...(q ? { q } : {}), ...paged(cursor) } } }))
}

// ---------------------------------------------------------------- reviews

export async function listReviews(cursor?: string, limit = 50): Promise<Page<Review>> {
  return await answer(api.GET('/api/v1/catalog/reviews', { params: { query: paged(cursor, limit) } }))
}

export const reviewOptions = (id: string) =>
  queryOptions({
    queryKey: ['reviews', id],
    queryFn: async (): Promise<ResourceWork> => await answer(api.GET('/api/v1/catalog/reviews/{id}', { params: at({ id }) })),
    staleTime: 0,
  })

export async function publishResource({ target, note }: Noted, headers: Attempt): Promise<ResourceWork> {
  return await answer(
    api.POST('/api/v1/catalog/reviews/{id}/publish', { params: at(target), body: { note }, headers: versioned(target, headers) }),
  )
}

export async function returnResource({ target, reasons }: { target: Target; reasons: string }, headers: Attempt): Promise<ResourceWork> {
  return await answer(
    api.POST('/api/v1/catalog/reviews/{id}/return', { params: at(target), body: { reasons }, headers: versioned(target, headers) }),
  )
}

/** Names of methods by id; the working copy holds only ids. */
export const methodNamesOptions = queryOptions({
  queryKey: ['methods', 'names'],
  queryFn: async (): Promise<Map<string, string>> => {
    const names = new Map<string, string>()
    let cursor: string | null = null
    do {
      const page: Page<ListedMethod> = await answer(
        api.GET('/api/v1/catalog/methods', { params: { query: paged(cursor ?? undefined, 200) } }),
      )
      for (const method of page.items) names.set(method.id, method.nameZh)
      cursor = page.nextCursor
    } while (cursor && names.size < 2_000)
    return names
  },
  staleTime: FRESH.catalogue,
})
