import type { DecideAppeal, MyStanding, NoShow, NoShowPolicy, NoShowPolicyEntry } from '@jiju/booking/contract/no-shows'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Versioned = Pick<NoShow, 'id' | 'version'>
type Page = { items: NoShow[]; nextCursor: string | null }

const at = (target: Versioned, headers: Attempt) => ({
  params: { path: { id: target.id } },
  headers: { ...headers, 'If-Match': `"${target.version}"` },
})

export const standingOptions = queryOptions({
  queryKey: ['standing'],
  queryFn: async (): Promise<MyStanding> => await answer(api.GET('/api/v1/booking/standing')),
  staleTime: 0,
})

export async function listNoShows(show: 'appeals' | 'all', cursor?: string, signal?: AbortSignal): Promise<Page> {
  const query = { show, ...(cursor ? { cursor } : {}) }
  return await answer(api.GET('/api/v1/booking/no-shows', { params: { query }, ...(signal ? { signal } : {}) }))
}

export async function appealNoShow({ target, words }: { target: Versioned; words: string }, headers: Attempt): Promise<NoShow> {
  return await answer(api.POST('/api/v1/booking/no-shows/{id}/appeal', { ...at(target, headers), body: { words } }))
}

export async function decideAppeal({ target, body }: { target: Versioned; body: DecideAppeal }, headers: Attempt): Promise<NoShow> {
  return await answer(api.POST('/api/v1/booking/no-shows/{id}/decide', { ...at(target, headers), body }))
}

export const policyOptions = queryOptions({
  queryKey: ['no-show-policy'],
  queryFn: async (): Promise<NoShowPolicy> => await answer(api.GET('/api/v1/booking/no-show-policy')),
  staleTime: 0,
})

export async function savePolicy({ version, body }: { version: number; body: NoShowPolicyEntry }, headers: Attempt): Promise<NoShowPolicy> {
  return await answer(api.PUT('/api/v1/booking/no-show-policy', { body, headers: { ...headers, 'If-Match': `"${version}"` } }))
}
