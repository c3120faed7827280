import type { FormFamilies, ServiceForm } from '@jiju/orders/contract/forms'
import type { FormField } from '@jiju/orders/core/forms/field'
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from './api.ts'

/** What a service asks now. */
export const serviceFormOptions = (serviceId: string) =>
  queryOptions({
    queryKey: ['order-forms', serviceId],
    queryFn: async (): Promise<ServiceForm> =>
      await answer(api.GET('/api/v1/orders/services/{serviceId}/form', { params: { path: { serviceId } } })),
    staleTime: 60_000,
  })

/** The questions to which an answer was given; they never change. */
export const formVersionOptions = (serviceId: string, version: number) =>
  queryOptions({
    queryKey: ['order-forms', serviceId, version],
    queryFn: async (): Promise<ServiceForm> =>
      await answer(api.GET('/api/v1/orders/services/{serviceId}/forms/{version}', { params: { path: { serviceId, version } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Questions from which forms are put together. */
export const formFamiliesOptions = queryOptions({
  queryKey: ['order-form-families'],
  queryFn: async (): Promise<FormFamilies> => await answer(api.GET('/api/v1/orders/form-families')),
  staleTime: Number.POSITIVE_INFINITY,
})

/** The wire knows fields as lists that may be changed; the rules take them as they are. */
export const fieldsOf = (form: Pick<ServiceForm, 'fields'> | undefined) => (form?.fields ?? []) as readonly FormField[]
