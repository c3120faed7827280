import type { DecideDeviation, Deviation, EditDeviation, OpenDeviation } from '@jiju/orders/contract/deviations'
import type {
  DeclareSamples,
  DescribeSample,
  FoundSample,
  ListSamples,
  OrderSamples,
  ReceiveSamples,
  Sample,
  SampleCounts,
  SampleDetail,
  SampleHandlers,
  SampleLabels,
  SendSamples,
  UploadedFile,
} from '@jiju/orders/contract/samples'
import type { AddStoragePlace, EditStoragePlace, SampleRule, StoragePlace, StoragePlaceList } from '@jiju/orders/contract/storage-places'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { answer, api, type newAttempt } from '../../lib/api.ts'
import { upload } from '../../lib/upload.ts'

type Attempt = ReturnType<typeof newAttempt>
type Versioned = { readonly id: string; readonly version: number }
const byId = (id: string) => ({ params: { path: { id } } })
const at = ({ id, version }: Versioned, headers: Attempt) => ({ ...byId(id), headers: { ...headers, 'If-Match': `"${version}"` } })

export const orderSamplesOptions = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'samples', orderId],
    queryFn: async (): Promise<OrderSamples> => await answer(api.GET('/api/v1/orders/orders/{id}/samples', byId(orderId))),
    staleTime: 0,
  })

export const sampleOptions = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'sample', id],
    queryFn: async (): Promise<SampleDetail> => await answer(api.GET('/api/v1/orders/samples/{id}', byId(id))),
    staleTime: 0,
  })

export const sampleCountsOptions = queryOptions({
  queryKey: ['orders', 'sample-counts'],
  queryFn: async (): Promise<z.infer<typeof SampleCounts>> => await answer(api.GET('/api/v1/orders/sample-counts')),
  staleTime: 15_000,
})

export const sampleLabelsOptions = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'sample-labels', orderId],
    queryFn: async (): Promise<SampleLabels> => await answer(api.GET('/api/v1/orders/orders/{id}/sample-labels', byId(orderId))),
  })

export const sampleHandlersOptions = queryOptions({
  queryKey: ['orders', 'sample-handlers'],
  queryFn: async (): Promise<z.infer<typeof SampleHandlers>> => await answer(api.GET('/api/v1/orders/sample-handlers')),
  staleTime: 60_000,
})

export const storagePlacesOptions = queryOptions({
  queryKey: ['orders', 'storage-places'],
  queryFn: async (): Promise<z.infer<typeof StoragePlaceList>> => await answer(api.GET('/api/v1/orders/storage-places')),
  staleTime: 30_000,
})

export const sampleRuleOptions = queryOptions({
  queryKey: ['orders', 'sample-rule'],
  queryFn: async (): Promise<SampleRule> => await answer(api.GET('/api/v1/orders/sample-rule')),
})

export async function listOrderSamples(
  filter: Partial<Omit<ListSamples, 'cursor'>>,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<{ items: Sample[]; nextCursor: string | null }> {
  const query = { ...filter, ...(cursor ? { cursor } : {}) }
  return await answer(api.GET('/api/v1/orders/samples', { params: { query }, signal }))
}

/** The sample behind what was typed or scanned. */
export async function findSample(code: string): Promise<z.infer<typeof FoundSample>> {
  return await answer(api.GET('/api/v1/orders/sample-codes/{code}', { params: { path: { code } } }))
}

export async function declareSamples(
  { orderId, body }: { orderId: string; body: DeclareSamples },
  headers: Attempt,
): Promise<OrderSamples> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/samples', { ...byId(orderId), body, headers }))
}

export async function editSample({ target, body }: { target: Versioned; body: DescribeSample }, headers: Attempt): Promise<SampleDetail> {
  return await answer(api.PUT('/api/v1/orders/samples/{id}', { ...at(target, headers), body }))
}

export async function postParcel(
  { orderId, direction, body }: { orderId: string; direction: 'parcels' | 'returns'; body: SendSamples },
  headers: Attempt,
): Promise<OrderSamples> {
  return await answer(api.POST(`/api/v1/orders/orders/{id}/${direction}`, { ...byId(orderId), body, headers }))
}

export async function receiveSamples(
  { orderId, body }: { orderId: string; body: ReceiveSamples },
  headers: Attempt,
): Promise<OrderSamples> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/receipts', { ...byId(orderId), body, headers }))
}

export async function uploadProof(orderId: string, file: File, headers: Attempt): Promise<z.infer<typeof UploadedFile>> {
  return await upload(`/api/v1/orders/orders/${orderId}/sample-files`, file, { headers })
}

/** Steps of one sample, of a hand-over or of a destruction; each body is the contract's own. */
export const STEP_PATHS = {
  withdraw: '/api/v1/orders/samples/{id}/withdraw',
  offer: '/api/v1/orders/samples/{id}/handovers',
  take_over: '/api/v1/orders/samples/{id}/take-over',
  store: '/api/v1/orders/samples/{id}/places',
  split: '/api/v1/orders/samples/{id}/parts',
  derive: '/api/v1/orders/samples/{id}/derived',
  consume: '/api/v1/orders/samples/{id}/uses',
  lose: '/api/v1/orders/samples/{id}/losses',
  correct: '/api/v1/orders/samples/{id}/corrections',
  retain: '/api/v1/orders/samples/{id}/retention',
  release: '/api/v1/orders/samples/{id}/release',
  confirm_return: '/api/v1/orders/samples/{id}/confirm-return',
  destroy: '/api/v1/orders/samples/{id}/destructions',
  confirm: '/api/v1/orders/sample-handovers/{id}/confirm',
  refuse: '/api/v1/orders/sample-handovers/{id}/refuse',
  withdrawOffer: '/api/v1/orders/sample-handovers/{id}/withdraw',
  witness: '/api/v1/orders/sample-destructions/{id}/witness',
  withdrawDestruction: '/api/v1/orders/sample-destructions/{id}/withdraw',
} as const
export type SampleStep = keyof typeof STEP_PATHS

export async function stepSample(
  { step, id, body }: { step: SampleStep; id: string; body: Readonly<Record<string, unknown>> },
  headers: Attempt,
): Promise<SampleDetail> {
  // The paths differ in their bodies; each form is checked by the contract of its step.
  return await answer(api.POST(STEP_PATHS[step] as '/api/v1/orders/samples/{id}/uses', { ...byId(id), body: body as never, headers }))
}

export async function openDeviation({ orderId, body }: { orderId: string; body: OpenDeviation }, headers: Attempt): Promise<Deviation> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/deviations', { ...byId(orderId), body, headers }))
}

export async function editDeviation({ target, body }: { target: Versioned; body: EditDeviation }, headers: Attempt): Promise<Deviation> {
  return await answer(api.PUT('/api/v1/orders/deviations/{id}', { ...at(target, headers), body }))
}

export async function decideDeviation({ id, body }: { id: string; body: DecideDeviation }, headers: Attempt): Promise<Deviation> {
  return await answer(api.POST('/api/v1/orders/deviations/{id}/decide', { ...byId(id), body, headers }))
}

export async function addPlace(body: AddStoragePlace, headers: Attempt): Promise<StoragePlace> {
  return await answer(api.POST('/api/v1/orders/storage-places', { body, headers }))
}

export async function editPlace({ target, body }: { target: Versioned; body: EditStoragePlace }, headers: Attempt): Promise<StoragePlace> {
  return await answer(api.PUT('/api/v1/orders/storage-places/{id}', { ...at(target, headers), body }))
}

export async function saveSampleRule({ retentionDays, version }: SampleRule, headers: Attempt): Promise<SampleRule> {
  return await answer(
    api.PUT('/api/v1/orders/sample-rule', { body: { retentionDays }, headers: { ...headers, 'If-Match': `"${version}"` } }),
  )
}
