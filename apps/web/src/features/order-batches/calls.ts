import type {
  Batch,
  BeginBatch,
  DecideBatch,
  Grant,
  GrantAccess,
  Recipe,
  RecordBatchStep,
  WriteRecipe,
} from '@jiju/orders/contract/batches'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Seen = Pick<Batch, 'id' | 'version'>
const withVersion = (headers: Attempt, { version }: Seen) => ({ ...headers, 'If-Match': `"${version}"` })

export const recipesOptions = queryOptions({
  queryKey: ['batches', 'recipes'],
  queryFn: async (): Promise<Recipe[]> => (await answer(api.GET('/api/v1/orders/recipes'))).items,
})

export async function writeRecipe({ body }: { body: WriteRecipe }, headers: Attempt): Promise<{ items: Recipe[] }> {
  return await answer(api.POST('/api/v1/orders/recipes', { body, headers }))
}

export async function approveRecipe({ id }: { id: string }, headers: Attempt): Promise<{ items: Recipe[] }> {
  return await answer(api.POST('/api/v1/orders/recipes/{id}/approve', { params: { path: { id } }, body: {}, headers }))
}

export const batchesOptions = (taskId: string) =>
  queryOptions({
    queryKey: ['batches', 'task', taskId],
    queryFn: async (): Promise<Batch[]> =>
      (await answer(api.GET('/api/v1/orders/tasks/{id}/batches', { params: { path: { id: taskId } } }))).items,
    staleTime: 0,
  })

/** The task that the batches belong to, for its name and state. */
export const batchTaskOptions = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', 'one', taskId],
    queryFn: async () => await answer(api.GET('/api/v1/orders/tasks/{id}', { params: { path: { id: taskId } } })),
    staleTime: 0,
  })

export async function beginBatch({ taskId, body }: { taskId: string; body: BeginBatch }, headers: Attempt): Promise<Batch> {
  return await answer(api.POST('/api/v1/orders/tasks/{id}/batches', { params: { path: { id: taskId } }, body, headers }))
}

export async function recordStep(
  { batch, position, body }: { batch: Seen; position: number; body: RecordBatchStep },
  headers: Attempt,
): Promise<Batch> {
  const params = { path: { id: batch.id, number: position } }
  return await answer(api.PUT('/api/v1/orders/batches/{id}/steps/{number}', { params, body, headers: withVersion(headers, batch) }))
}

export async function witnessStep({ batch, position }: { batch: Seen; position: number }, headers: Attempt): Promise<Batch> {
  const params = { path: { id: batch.id, number: position } }
  const body = {}
  return await answer(
    api.POST('/api/v1/orders/batches/{id}/steps/{number}/witness', { params, body, headers: withVersion(headers, batch) }),
  )
}

export async function finishBatch({ batch, yieldSize }: { batch: Seen; yieldSize: string }, headers: Attempt): Promise<Batch> {
  const params = { path: { id: batch.id } }
  return await answer(api.POST('/api/v1/orders/batches/{id}/finish', { params, body: { yieldSize }, headers: withVersion(headers, batch) }))
}

export async function decideBatch({ batch, body }: { batch: Seen; body: DecideBatch }, headers: Attempt): Promise<Batch> {
  const params = { path: { id: batch.id } }
  return await answer(api.POST('/api/v1/orders/batches/{id}/decide', { params, body, headers: withVersion(headers, batch) }))
}

export const grantsOptions = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'grants', orderId],
    queryFn: async () => await answer(api.GET('/api/v1/orders/orders/{id}/grants', { params: { path: { id: orderId } } })),
    staleTime: 0,
  })

export async function grantAccess({ orderId, body }: { orderId: string; body: GrantAccess }, headers: Attempt): Promise<Grant> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/grants', { params: { path: { id: orderId } }, body, headers }))
}

export async function endGrant({ id, reason }: { id: string; reason: string }, headers: Attempt): Promise<Grant> {
  return await answer(api.POST('/api/v1/orders/grants/{id}/end', { params: { path: { id } }, body: { reason }, headers }))
}
