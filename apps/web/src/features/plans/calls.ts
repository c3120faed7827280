import type {
  AskBundle,
  BundlePreview,
  CompanionList,
  EditCompanions,
  EquivalentList,
  FindBundleTimes,
  PlaceBundle,
  PlacedBundle,
} from '@jiju/booking/contract/bundles'
import type { CancelGroup, GroupCancellation, GroupMovePreview, MoveGroup, ReservationGroup } from '@jiju/booking/contract/groups'
import type { Reservation } from '@jiju/booking/contract/reservations'
import type { AskSeries, PlacedSeries, PlaceSeries, SeriesPreview } from '@jiju/booking/contract/series'
import type { PlaceWish, WaitingDemand, WaitingWish } from '@jiju/booking/contract/waiting'
import type { CustomerClass } from '@jiju/booking/core/vocabulary'
import { queryOptions } from '@tanstack/react-query'
import { answer, answerWithVersion, api, type newAttempt } from '../../lib/api.ts'
import { FRESH } from '../../lib/query-client.ts'

type Attempt = ReturnType<typeof newAttempt>
const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` })

/** Every use of a series as it would be booked now; money is never taken from a cache. */
export const seriesPreviewOptions = (body: AskSeries | null) =>
  queryOptions({
    queryKey: ['plans', 'series', body],
    queryFn: async ({ signal }): Promise<SeriesPreview> =>
      await answer(api.POST('/api/v1/booking/series/preview', { body: body as AskSeries, signal })),
    enabled: body !== null,
    staleTime: FRESH.never,
    gcTime: 0,
    retry: false,
  })

export async function placeSeries(body: PlaceSeries, headers: Attempt): Promise<PlacedSeries> {
  return await answer(api.POST('/api/v1/booking/series', { body, headers }))
}

export const bundlePreviewOptions = (body: AskBundle | null) =>
  queryOptions({
    queryKey: ['plans', 'bundle', body],
    queryFn: async ({ signal }): Promise<BundlePreview> =>
      await answer(api.POST('/api/v1/booking/bundles/preview', { body: body as AskBundle, signal })),
    enabled: body !== null,
    staleTime: FRESH.never,
    gcTime: 0,
    retry: false,
  })

export async function findTimes(body: FindBundleTimes): Promise<{ items: { start: string; end: string; total: string }[] }> {
  return await answer(api.POST('/api/v1/booking/bundles/times', { body }))
}

export async function placeBundle(body: PlaceBundle, headers: Attempt): Promise<PlacedBundle> {
  return await answer(api.POST('/api/v1/booking/bundles', { body, headers }))
}

/** The next free slot of a usual length: what the forms start from when nothing was chosen. */
export const firstFreeOptions = (resourceId: string, minutes: number, isEnabled: boolean) =>
  queryOptions({
    queryKey: ['plans', 'first-free', resourceId, minutes],
    queryFn: async (): Promise<{ items: { start: string; end: string }[] }> =>
      await answer(
        api.GET('/api/v1/booking/resources/{resourceId}/free-slots', { params: { path: { resourceId }, query: { minutes, limit: 1 } } }),
      ),
    enabled: isEnabled,
    staleTime: FRESH.availability,
  })

/** What the provider says belongs to a resource. */
export const companionsOptions = (resourceId: string) =>
  queryOptions({
    queryKey: ['plans', 'companions', resourceId],
    queryFn: async (): Promise<CompanionList> =>
      await answer(api.GET('/api/v1/booking/resources/{resourceId}/companions', { params: { path: { resourceId } } })),
    staleTime: FRESH.catalogue,
  })

/** What the provider could name as a companion: its published resources. */
export const ownResourcesOptions = (isEnabled: boolean) =>
  queryOptions({
    queryKey: ['plans', 'own-resources'],
    queryFn: async (): Promise<{ items: { id: string; nameZh: string | null; nameEn: string | null }[] }> =>
      await answer(api.GET('/api/v1/catalog/own/resources', { params: { query: { status: 'published', limit: 200 } } })),
    enabled: isEnabled,
    staleTime: FRESH.catalogue,
  })

export async function editCompanions(
  { resourceId, version, body }: { resourceId: string; version: number; body: EditCompanions },
  headers: Attempt,
): Promise<CompanionList> {
  return await answer(
    api.PUT('/api/v1/booking/resources/{resourceId}/companions', {
      params: { path: { resourceId } },
      body,
      headers: { ...headers, ...ifMatch(version) },
    }),
  )
}

/** Resources that can do what this one does. */
export const similarOptions = (resourceId: string) =>
  queryOptions({
    queryKey: ['plans', 'similar', resourceId],
    queryFn: async (): Promise<EquivalentList> =>
      await answer(api.GET('/api/v1/booking/resources/{resourceId}/equivalents', { params: { path: { resourceId } } })),
    staleTime: FRESH.catalogue,
  })

export const groupOptions = (id: string) =>
  queryOptions({
    queryKey: ['reservations', 'group', id],
    queryFn: async (): Promise<ReservationGroup> => await answer(api.GET('/api/v1/booking/groups/{id}', { params: { path: { id } } })),
    staleTime: 0,
  })

export type Scope = MoveGroup['scope']
type Chosen = { id: string; scope: Scope; reservationId?: string }

/** What cancelling would cost now. */
export const cancellationOptions = ({ id, ...query }: Chosen, isEnabled: boolean) =>
  queryOptions({
    queryKey: ['reservations', 'group', id, 'cancellation', query],
    queryFn: async (): Promise<GroupCancellation> =>
      await answer(api.GET('/api/v1/booking/groups/{id}/cancellation', { params: { path: { id }, query } })),
    enabled: isEnabled,
    staleTime: FRESH.never,
    gcTime: 0,
    retry: false,
  })

export async function cancelGroup(
  { id, version, body }: { id: string; version: number; body: CancelGroup },
  headers: Attempt,
): Promise<ReservationGroup> {
  return await answer(
    api.POST('/api/v1/booking/groups/{id}/cancel', { params: { path: { id } }, body, headers: { ...headers, ...ifMatch(version) } }),
  )
}

export const movePreviewOptions = (id: string, body: MoveGroup | null) =>
  queryOptions({
    queryKey: ['reservations', 'group', id, 'move', body],
    queryFn: async ({ signal }): Promise<GroupMovePreview> =>
      await answer(api.POST('/api/v1/booking/groups/{id}/move/preview', { params: { path: { id } }, body: body as MoveGroup, signal })),
    enabled: body !== null,
    staleTime: FRESH.never,
    gcTime: 0,
    retry: false,
  })

export async function moveGroup(
  { id, version, body }: { id: string; version: number; body: MoveGroup },
  headers: Attempt,
): Promise<ReservationGroup> {
  return await answer(
    api.POST('/api/v1/booking/groups/{id}/move', { params: { path: { id } }, body, headers: { ...headers, ...ifMatch(version) } }),
  )
}

export const WISHES_KEY = ['plans', 'wishes'] as const

export async function listWishes(
  state: 'open' | 'ended',
  cursor?: string,
  signal?: AbortSignal,
): Promise<{ items: WaitingWish[]; nextCursor: string | null }> {
  const query = { state, limit: 50, ...(cursor ? { cursor } : {}) }
  return await answer(api.GET('/api/v1/booking/wishes', { params: { query }, ...(signal ? { signal } : {}) }))
}

export async function placeWish(body: PlaceWish, headers: Attempt): Promise<WaitingWish> {
  return await answer(api.POST('/api/v1/booking/wishes', { body, headers }))
}

export async function acceptOffer({ id }: { id: string }, headers: Attempt): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/wishes/{id}/accept', { params: { path: { id } }, body: {}, headers }))
}

export async function declineOffer({ id }: { id: string }, headers: Attempt): Promise<WaitingWish> {
  return await answer(api.POST('/api/v1/booking/wishes/{id}/decline', { params: { path: { id } }, body: { leaves: false }, headers }))
}

export async function leaveList({ id }: { id: string }, headers: Attempt): Promise<WaitingWish> {
  return await answer(api.POST('/api/v1/booking/wishes/{id}/leave', { params: { path: { id } }, headers }))
}

export const demandOptions = queryOptions({
  queryKey: ['plans', 'demand'],
  queryFn: async (): Promise<WaitingDemand> => await answer(api.GET('/api/v1/booking/waiting-demand')),
  staleTime: FRESH.availability,
})

export type WaitingPolicy = { answerMinutes: number; classOrder: CustomerClass[] }

export const policyOptions = queryOptions({
  queryKey: ['plans', 'waiting-policy'],
  queryFn: async () => await answerWithVersion<WaitingPolicy & { version: number }>(api.GET('/api/v1/booking/waiting-policy')),
  staleTime: 0,
})

export async function editPolicy(
  { version, body }: { version: number; body: WaitingPolicy },
  headers: Attempt,
): Promise<WaitingPolicy & { version: number }> {
  return await answer(api.PUT('/api/v1/booking/waiting-policy', { body, headers: { ...headers, ...ifMatch(version) } }))
}
