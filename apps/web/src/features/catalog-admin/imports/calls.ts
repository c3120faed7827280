import type { Import, ImportRow } from '@jiju/catalog/contract/imports'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { answer, api, type newAttempt } from '../../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
export type ImportRun = z.infer<typeof Import>
export type Line = z.infer<typeof ImportRow>

export async function listImports(cursor?: string): Promise<{ items: ImportRun[]; nextCursor: string | null }> {
  return await answer(api.GET('/api/v1/catalog/imports', { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } }))
}

/** True while the server still works on it. */
export function isRunning(run: ImportRun): boolean {
  return run.state === 'uploaded' || (run.state === 'checked' && run.mode !== null)
}

export const importOptions = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: async (): Promise<ImportRun> => await answer(api.GET('/api/v1/catalog/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? 800 : false),
    staleTime: 0,
  })

export async function listLines(
  id: string,
  show: 'all' | 'rejected' | 'warned',
  cursor?: string,
): Promise<{ items: Line[]; nextCursor: string | null }> {
  return await answer(
    api.GET('/api/v1/catalog/imports/{id}/rows', { params: { path: { id }, query: { show, limit: 100, ...(cursor ? { cursor } : {}) } } }),
  )
}

export async function applyImport(
  { id, mode }: { id: string; mode: 'all_or_nothing' | 'valid_rows_only' },
  headers: Attempt,
): Promise<ImportRun> {
  return await answer(api.POST('/api/v1/catalog/imports/{id}/apply', { params: { path: { id } }, body: { mode }, headers }))
}

export async function cancelImport({ id }: { id: string }, headers: Attempt): Promise<ImportRun> {
  return await answer(api.POST('/api/v1/catalog/imports/{id}/cancel', { params: { path: { id } }, headers }))
}

export const rejectedFileUrl = (id: string) => `/api/v1/catalog/imports/${id}/rejected`
export const templateUrl = (what: string) => `/api/v1/catalog/import-templates/${what}`
export const exportUrl = (what: string, format: 'xlsx' | 'csv') => `/api/v1/catalog/exports/${what}?format=${format}`
