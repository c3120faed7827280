import type { PurchaseApprovals, SetSpendingPolicy, SpendingPolicy } from '@jiju/orders/contract/spending'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
const byId = (id: string) => ({ params: { path: { id } } })

export const policyOptions = queryOptions({
  queryKey: ['orders', 'spending'],
  queryFn: async (): Promise<SpendingPolicy> => await answer(api.GET('/api/v1/orders/spending')),
})

export async function setPolicy(
  { body, version }: { body: SetSpendingPolicy; version: number },
  headers: Attempt,
): Promise<SpendingPolicy> {
  return await answer(api.PUT('/api/v1/orders/spending', { body, headers: { ...headers, 'If-Match': `"${version}"` } }))
}

export async function listWaitingPurchases(cursor: string | undefined, signal: AbortSignal) {
  return await answer(api.GET('/api/v1/orders/purchase-approvals', { params: { query: cursor ? { cursor } : {} }, signal }))
}

export const approvalsOptions = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'approvals', orderId],
    queryFn: async (): Promise<PurchaseApprovals> => await answer(api.GET('/api/v1/orders/orders/{id}/approvals', byId(orderId))),
    staleTime: 0,
  })

export async function decidePurchase(
  { id, position, words, how }: { id: string; position: number; words: string; how: 'approve' | 'refuse' },
  headers: Attempt,
): Promise<PurchaseApprovals> {
  if (how === 'refuse')
    return await answer(api.POST('/api/v1/orders/orders/{id}/refuse-purchase', { ...byId(id), body: { position, words }, headers }))
  const body = words ? { position, words } : { position }
  return await answer(api.POST('/api/v1/orders/orders/{id}/approve-purchase', { ...byId(id), body, headers }))
}
