import type { ActOnOrder, ListOrders, Order, OrderSummary } from '@jiju/orders/contract/orders'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>

/** Conditions of a list of orders; what is absent is not asked for. */
type OrderFilter = Partial<Omit<ListOrders, 'cursor'>>

export async function listOrders(
  filter: OrderFilter,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<{ items: OrderSummary[]; nextCursor: string | null }> {
  const query = { ...filter, ...(cursor ? { cursor } : {}) }
  return await answer(api.GET('/api/v1/orders/orders', { params: { query }, signal }))
}

export const orderOptions = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: async (): Promise<Order> => await answer(api.GET('/api/v1/orders/orders/{id}', { params: { path: { id } } })),
    staleTime: 0,
  })

export const orderCountsOptions = queryOptions({
  queryKey: ['orders', 'counts'],
  queryFn: async () => await answer(api.GET('/api/v1/orders/order-counts')),
})

/** Acts that need nothing but a reason, with the access that they ask for; the others stand in the panel of their topic. */
export const SIMPLE_ACTS = {
  accept: { path: 'accept', access: 'orders.order.decide' },
  decline: { path: 'decline', access: 'orders.order.decide' },
  withdraw: { path: 'withdraw', access: 'orders.order.place' },
  receive: { path: 'receive', access: 'orders.order.work' },
  begin: { path: 'begin', access: 'orders.order.work' },
  finish: { path: 'finish', access: 'orders.order.work' },
  reopen: { path: 'reopen', access: 'orders.order.work' },
  pause: { path: 'pause', access: 'orders.order.work' },
  resume: { path: 'resume', access: 'orders.order.work' },
  approve: { path: 'approve', access: 'orders.order.answer' },
  ask_retest: { path: 'ask-retest', access: 'orders.order.answer' },
  agree_retest: { path: 'agree-retest', access: 'orders.order.decide' },
  refuse_retest: { path: 'refuse-retest', access: 'orders.order.decide' },
  cancel: { path: 'cancel', access: 'orders.order.answer' },
  giveUp: { path: 'give-up', access: 'orders.order.decide' },
} as const
export type SimpleAct = keyof typeof SIMPLE_ACTS

export async function actOnOrder(
  { order, act, body }: { order: Pick<Order, 'id' | 'version'>; act: SimpleAct; body: ActOnOrder },
  headers: Attempt,
): Promise<Order> {
  return await answer(
    api.POST(`/api/v1/orders/orders/{id}/${SIMPLE_ACTS[act].path}`, {
      params: { path: { id: order.id } },
      body,
      headers: { ...headers, 'If-Match': `"${order.version}"` },
    }),
  )
}
