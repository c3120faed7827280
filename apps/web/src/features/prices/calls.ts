import type { EditTariff, PriceSummary, Tariff, TariffList } from '@jiju/booking/contract/tariffs'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Versioned = { readonly id: string; readonly version: number }
const versionOf = ({ version }: Versioned) => ({ 'If-Match': `"${version}"` })

export async function listPriceSummaries(cursor?: string): Promise<{ items: PriceSummary[]; nextCursor: string | null }> {
  return await answer(api.GET('/api/v1/booking/price-lists', { params: { query: cursor ? { cursor } : {} } }))
}

export const tariffsOptions = (resourceId: string) =>
  queryOptions({
    queryKey: ['tariffs', resourceId],
    queryFn: async (): Promise<TariffList> =>
      await answer(api.GET('/api/v1/booking/resources/{resourceId}/tariffs', { params: { path: { resourceId } } })),
    staleTime: 0,
  })

/** A new draft, or a draft as it is after the change. */
export async function saveDraft(
  { resourceId, draft, body }: { resourceId: string; draft: Versioned | null; body: EditTariff },
  headers: Attempt,
): Promise<Tariff> {
  if (!draft)
    return await answer(api.POST('/api/v1/booking/resources/{resourceId}/tariffs', { params: { path: { resourceId } }, body, headers }))
  return await answer(
    api.PUT('/api/v1/booking/tariffs/{id}', { params: { path: { id: draft.id } }, body, headers: { ...headers, ...versionOf(draft) } }),
  )
}

export async function publishTariff(target: Versioned, headers: Attempt): Promise<Tariff> {
  return await answer(
    api.POST('/api/v1/booking/tariffs/{id}/publication', {
      params: { path: { id: target.id } },
      headers: { ...headers, ...versionOf(target) },
    }),
  )
}

export async function withdrawTariff(target: Versioned, headers: Attempt): Promise<Tariff> {
  return await answer(
    api.POST('/api/v1/booking/tariffs/{id}/withdrawal', {
      params: { path: { id: target.id } },
      headers: { ...headers, ...versionOf(target) },
    }),
  )
}

export async function discardTariff(target: Versioned, headers: Attempt): Promise<void> {
  await answer(
    api.DELETE('/api/v1/booking/tariffs/{id}', { params: { path: { id: target.id } }, headers: { ...headers, ...versionOf(target) } }),
  )
}
