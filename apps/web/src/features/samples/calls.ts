import type {
  EditSampleQueue,
  ListSamples,
  SampleQueue,
  SampleQueueList,
  SampleQuote,
  SampleSubmission,
  SubmitSamples,
} from '@jiju/booking/contract/samples'
import type { SampleAct } from '@jiju/booking/core/samples/sample-states'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Versioned = Pick<SampleSubmission, 'id' | 'version'>
type Page = { items: SampleSubmission[]; nextCursor: string | null }

/** Null when the resource takes no samples. */
export const sampleQueueOptions = (resourceId: string) =>
  queryOptions({
    queryKey: ['samples', 'queue', resourceId],
    queryFn: async (): Promise<SampleQueue | null> =>
      (
        await answer<{ queue: SampleQueue | null }>(
          api.GET('/api/v1/booking/resources/{resourceId}/sample-queue', { params: { path: { resourceId } } }),
        )
      ).queue,
    staleTime: 15_000,
  })

export const sampleQuoteOptions = (wish: { resourceId: string; samples: number } | null) =>
  queryOptions({
    queryKey: ['samples', 'quote', wish],
    queryFn: async (): Promise<SampleQuote> =>
      await answer(api.POST('/api/v1/booking/sample-quotes', { body: wish as { resourceId: string; samples: number } })),
    enabled: wish !== null,
    staleTime: 0,
    retry: false,
  })

export async function submitSamples(body: SubmitSamples, headers: Attempt): Promise<SampleSubmission> {
  return await answer(api.POST('/api/v1/booking/sample-submissions', { body, headers }))
}

export async function listSamples(filter: Partial<Omit<ListSamples, 'cursor'>>, cursor?: string, signal?: AbortSignal): Promise<Page> {
  const query = { ...filter, ...(cursor ? { cursor } : {}) }
  return await answer(api.GET('/api/v1/booking/sample-submissions', { params: { query }, ...(signal ? { signal } : {}) }))
}

export const samplesOptions = (id: string) =>
  queryOptions({
    queryKey: ['samples', 'one', id],
    queryFn: async (): Promise<SampleSubmission> =>
      await answer(api.GET('/api/v1/booking/sample-submissions/{id}', { params: { path: { id } } })),
    staleTime: 0,
  })

export const sampleQueuesOptions = queryOptions({
  queryKey: ['samples', 'queues'],
  queryFn: async (): Promise<SampleQueueList> => await answer(api.GET('/api/v1/booking/sample-queues')),
  staleTime: 0,
  refetchInterval: 60_000,
})

/** One step of a submission; `cancel` carries the reason. */
export async function changeSamples(
  { target, act, reason }: { target: Versioned; act: SampleAct; reason?: string },
  headers: Attempt,
): Promise<SampleSubmission> {
  const at = { params: { path: { id: target.id } }, headers: { ...headers, 'If-Match': `"${target.version}"` } }
  if (act === 'cancel')
    return await answer(api.POST('/api/v1/booking/sample-submissions/{id}/cancel', { ...at, body: reason ? { reason } : {} }))
  if (act === 'receive') return await answer(api.POST('/api/v1/booking/sample-submissions/{id}/receive', at))
  if (act === 'start') return await answer(api.POST('/api/v1/booking/sample-submissions/{id}/start', at))
  return await answer(api.POST('/api/v1/booking/sample-submissions/{id}/finish', at))
}

export async function orderQueue({ resourceId, order }: { resourceId: string; order: string[] }, headers: Attempt): Promise<SampleQueue> {
  return await answer(
    api.POST('/api/v1/booking/resources/{resourceId}/sample-queue/order', { params: { path: { resourceId } }, body: { order }, headers }),
  )
}

export async function saveQueue(
  { resourceId, version, body }: { resourceId: string; version: number; body: EditSampleQueue },
  headers: Attempt,
): Promise<SampleQueue> {
  return await answer(
    api.PUT('/api/v1/booking/resources/{resourceId}/sample-queue', {
      params: { path: { resourceId } },
      body,
      headers: { ...headers, 'If-Match': `"${version}"` },
    }),
  )
}
