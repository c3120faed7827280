import type { AddEvidence, Dispute, ObjectToOrder, RuleDispute } from '@jiju/orders/contract/disputes'
import type { DecideEvaluation, GiveEvaluation, OrderEvaluation, SayOnEvaluation } from '@jiju/orders/contract/evaluations'
import type { Order } from '@jiju/orders/contract/orders'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { answer, api, type newAttempt } from '../../lib/api.ts'
import { upload } from '../../lib/upload.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }
const byId = (id: string) => ({ params: { path: { id } } })
const seen = (order: Pick<Order, 'version'>, headers: Attempt) => ({ ...headers, 'If-Match': `"${order.version}"` })

export const disputesOptions = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'disputes', orderId],
    queryFn: async () => await answer(api.GET('/api/v1/orders/orders/{id}/disputes', byId(orderId))),
    staleTime: 0,
  })

export async function objectTo({ order, body }: { order: Order; body: ObjectToOrder }, headers: Attempt): Promise<Order> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/object', { ...byId(order.id), body, headers: seen(order, headers) }))
}

export async function settleDispute({ order }: { order: Order }, headers: Attempt): Promise<Order> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/settle-dispute', { ...byId(order.id), body: {}, headers: seen(order, headers) }))
}

export async function addEvidence({ id, body }: { id: string; body: z.infer<typeof AddEvidence> }, headers: Attempt): Promise<Dispute> {
  return await answer(api.POST('/api/v1/orders/disputes/{id}/evidence', { ...byId(id), body, headers }))
}

export const addEvidenceFile = ({ id, file }: { id: string; file: File }, headers: Attempt) =>
  upload<Dispute>(`/api/v1/orders/disputes/${id}/files`, file, { headers })

export async function ruleDispute({ id, body }: { id: string; body: RuleDispute }, headers: Attempt): Promise<Dispute> {
  return await answer(api.POST('/api/v1/orders/disputes/{id}/rule', { ...byId(id), body, headers }))
}

export async function listDisputes(state: Dispute['state'], cursor: string | undefined, signal: AbortSignal): Promise<Page<Dispute>> {
  return await answer(api.GET('/api/v1/orders/disputes', { params: { query: { state, ...(cursor && { cursor }) } }, signal }))
}

export const evaluationOptions = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'evaluation', orderId],
    queryFn: async () => await answer(api.GET('/api/v1/orders/orders/{id}/evaluation', byId(orderId))),
    staleTime: 0,
  })

export async function giveEvaluation({ id, body }: { id: string; body: GiveEvaluation }, headers: Attempt): Promise<OrderEvaluation> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/evaluation', { ...byId(id), body, headers }))
}

export async function sayOnEvaluation(
  { id, how, body }: { id: string; how: 'reply' | 'appeal'; body: z.infer<typeof SayOnEvaluation> },
  headers: Attempt,
): Promise<OrderEvaluation> {
  return await answer(api.POST(`/api/v1/orders/orders/{id}/evaluation/${how}`, { ...byId(id), body, headers }))
}

export async function decideEvaluation({ id, body }: { id: string; body: DecideEvaluation }, headers: Attempt): Promise<OrderEvaluation> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/evaluation/decide', { ...byId(id), body, headers }))
}

export async function listEvaluationAppeals(cursor: string | undefined, signal: AbortSignal): Promise<Page<OrderEvaluation>> {
  return await answer(api.GET('/api/v1/orders/evaluation-appeals', { params: { query: { ...(cursor && { cursor }) } }, signal }))
}

export const recordOptions = (providerId: string) =>
  queryOptions({
    queryKey: ['orders', 'record', providerId],
    queryFn: async () => await answer(api.GET('/api/v1/orders/providers/{providerId}/record', { params: { path: { providerId } } })),
  })

export async function listProviderEvaluations(
  providerId: string,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<OrderEvaluation>> {
  return await answer(
    api.GET('/api/v1/orders/providers/{providerId}/evaluations', {
      params: { path: { providerId }, query: { limit: 10, ...(cursor && { cursor }) } },
      signal,
    }),
  )
}
