import type { EditServicePlan, ServicePlanView } from '@jiju/orders/contract/earliest'
import type { PublishForm, ServiceForm } from '@jiju/orders/contract/forms'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>

export async function publishForm(
  { serviceId, version, body }: { serviceId: string; version: number; body: PublishForm },
  headers: Attempt,
): Promise<ServiceForm> {
  return await answer(
    api.PUT('/api/v1/orders/services/{serviceId}/form', {
      params: { path: { serviceId } },
      body,
      headers: { ...headers, 'If-Match': `"${version}"` },
    }),
  )
}

export const servicePlanOptions = (serviceId: string) =>
  queryOptions({
    queryKey: ['service-plan', serviceId],
    queryFn: async (): Promise<ServicePlanView> =>
      await answer(api.GET('/api/v1/orders/services/{serviceId}/plan', { params: { path: { serviceId } } })),
    staleTime: 0,
  })

export async function saveServicePlan(
  { serviceId, version, body }: { serviceId: string; version: number; body: EditServicePlan },
  headers: Attempt,
): Promise<ServicePlanView> {
  return await answer(
    api.PUT('/api/v1/orders/services/{serviceId}/plan', {
      params: { path: { serviceId } },
      body,
      headers: { ...headers, 'If-Match': `"${version}"` },
    }),
  )
}

/** Instruments of a provider, for choosing the one without which the work does not begin. */
export const ownInstrumentsOptions = (providerId: string) =>
  queryOptions({
    queryKey: ['own-instruments', providerId],
    queryFn: async () =>
      (await answer(api.GET('/api/v1/catalog/search', { params: { query: { provider: providerId, kind: 'instrument', limit: 100 } } })))
        .items,
    staleTime: 300_000,
  })
