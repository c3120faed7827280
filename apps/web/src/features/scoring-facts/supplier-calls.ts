import type { AddFactSupplier, EditFactSupplier, FactSupplier, FactSupplierList } from '@jiju/scoring/contract/fact-suppliers'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
export type Supplier = FactSupplierList['items'][number]
export type SuppliedSource = z.infer<typeof FactSupplier>['source']

export const suppliersOptions = queryOptions({
  queryKey: ['facts', 'suppliers'],
  queryFn: async (): Promise<FactSupplierList> => await answer(api.GET('/api/v1/scoring/fact-suppliers')),
  refetchInterval: 60_000,
})

export async function addSupplier(body: z.infer<typeof AddFactSupplier>, headers: Attempt) {
  await answer(api.POST('/api/v1/scoring/fact-suppliers', { body, headers }))
}

type Edit = { organisationId: string; source: SuppliedSource; version: number; body: z.infer<typeof EditFactSupplier> }
export async function editSupplier({ organisationId, source, version, body }: Edit, headers: Attempt) {
  await answer(
    api.PUT('/api/v1/scoring/fact-suppliers/{organisationId}/{source}', {
      params: { path: { organisationId, source } },
      body,
      headers: { ...headers, 'If-Match': `"${version}"` },
    }),
  )
}

export async function removeSupplier(body: z.infer<typeof FactSupplier>, headers: Attempt) {
  await answer(api.POST('/api/v1/scoring/fact-suppliers/remove', { body, headers }))
}
