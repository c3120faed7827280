import type { ImportedOrder, OrderImport } from '@jiju/orders/contract/imports'
import { answer, api, type newAttempt } from '../../lib/api.ts'
import { upload } from '../../lib/upload.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }
export type ImportSummary = Omit<OrderImport, 'preview' | 'faults'>

export const importsKey = ['order-imports'] as const

export const checkImport = ({ file }: { file: File }, headers: Attempt) =>
  upload<OrderImport>('/api/v1/orders/order-imports', file, { headers })

export async function applyImport({ found, rows }: { found: OrderImport; rows: 'all' | 'valid' }, headers: Attempt): Promise<OrderImport> {
  return await answer(
    api.POST('/api/v1/orders/order-imports/{id}/apply', {
      params: { path: { id: found.id } },
      body: { rows },
      headers: { ...headers, 'If-Match': `"${found.version}"` },
    }),
  )
}

export async function listImports(cursor: string | undefined, signal: AbortSignal): Promise<Page<ImportSummary>> {
  return await answer(api.GET('/api/v1/orders/order-imports', { params: { query: { ...(cursor && { cursor }) } }, signal }))
}

export async function listImported(q: string | undefined, cursor: string | undefined, signal: AbortSignal): Promise<Page<ImportedOrder>> {
  const query = { ...(q && { q }), ...(cursor && { cursor }) }
  return await answer(api.GET('/api/v1/orders/imported-orders', { params: { query }, signal }))
}
