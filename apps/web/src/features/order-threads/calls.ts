import type { MessageList, PostMessage, ThreadFile } from '@jiju/orders/contract/threads'
import { answer, api, type newAttempt } from '../../lib/api.ts'
import { upload } from '../../lib/upload.ts'

type Attempt = ReturnType<typeof newAttempt>

export const threadKey = (id: string) => ['order-threads', id] as const

export async function listMessages(id: string, cursor: string | undefined, signal: AbortSignal): Promise<MessageList> {
  const query = { limit: 30, ...(cursor ? { cursor } : {}) }
  return await answer(api.GET('/api/v1/orders/threads/{id}/messages', { params: { path: { id }, query }, signal }))
}

export async function postMessage({ id, body }: { id: string; body: PostMessage }, headers: Attempt): Promise<MessageList> {
  return await answer(api.POST('/api/v1/orders/threads/{id}/messages', { params: { path: { id } }, body, headers }))
}

export async function markRead(id: string): Promise<unknown> {
  return await answer(api.POST('/api/v1/orders/threads/{id}/read', { params: { path: { id } } }))
}

export function sendFile({ id, file }: { id: string; file: File }, headers: Attempt): Promise<ThreadFile> {
  return upload(`/api/v1/orders/threads/${id}/files`, file, { headers })
}

export const fileAddress = (id: string, fileId: string): string => `/api/v1/orders/threads/${id}/files/${fileId}`
