import type { OrderPreview } from '@jiju/orders/contract/earliest'
import type { Order, PlaceOrder } from '@jiju/orders/contract/orders'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>

/** Price and date of an order as it stands; null while nothing can be reckoned. */
export const previewOptions = (items: readonly { serviceId: string; quantity: number }[] | null) =>
  queryOptions({
    queryKey: ['order-preview', items],
    queryFn: async (): Promise<OrderPreview> =>
      await answer(api.POST('/api/v1/orders/order-previews', { body: { items: [...(items ?? [])] } })),
    enabled: items !== null && items.length > 0,
    staleTime: 15_000,
    retry: false,
    placeholderData: (before) => before,
  })

/** Other services of a provider that can be put into the same order. */
export const siblingOptions = (providerId: string | undefined) =>
  queryOptions({
    queryKey: ['order-siblings', providerId],
    queryFn: async () =>
      await answer(
        api.GET('/api/v1/catalog/search', {
          params: { query: { provider: providerId ?? '', kind: ['testing_service', 'technical_service'], limit: 100 } },
        }),
      ),
    enabled: providerId !== undefined,
    staleTime: 300_000,
  })

export async function placeOrder(body: PlaceOrder, headers: Attempt): Promise<Order> {
  return await answer(api.POST('/api/v1/orders/orders', { body, headers }))
}
