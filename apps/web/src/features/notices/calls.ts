import type { components } from '@jiju/api-client/schema'
import { queryOptions } from '@tanstack/react-query'
import { answer, answerWithVersion, api, newAttempt } from '../../lib/api.ts'

export type Notice = components['schemas']['Notice']
export type NoticeGroup = Notice['group']
export type NoticeSettings = components['schemas']['NoticeSettings']
export type MailChoice = NoticeSettings['mail'][NoticeGroup]

/** In the order in which they are shown. */
export const NOTICE_GROUPS: readonly NoticeGroup[] = [
  'bookings',
  'calendar',
  'orders',
  'qualification',
  'searches',
  'organisation',
  'integrations',
]

type NoticeFilter = { group?: NoticeGroup | undefined; onlyUnread: boolean }

export async function listNotices(filter: NoticeFilter, cursor: string | undefined, signal: AbortSignal) {
  const query = {
    limit: 50,
    ...(filter.group && { group: filter.group }),
    ...(filter.onlyUnread && { onlyUnread: 'true' }),
    ...(cursor && { cursor }),
  }
  return await answer(api.GET('/api/v1/notices', { params: { query }, signal }))
}

/** How many are unread, at most 100; asked for again each minute and when the reader comes back. */
export const unreadOptions = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: async () => (await answer(api.GET('/api/v1/notices/unread', {}))).count,
  refetchInterval: 60_000,
  refetchOnWindowFocus: true,
})

export async function readNotice(id: string): Promise<void> {
  await answer(api.POST('/api/v1/notices/{id}/read', { params: { path: { id } }, headers: newAttempt() }))
}

export async function readNotices(body: { upTo: string; group?: NoticeGroup }): Promise<void> {
  await answer(api.POST('/api/v1/notices/read', { body, headers: newAttempt() }))
}

export async function readSettings() {
  return await answerWithVersion(api.GET('/api/v1/notices/settings', {}))
}

export async function saveSettings({ body, version }: { body: NoticeSettings; version: string }): Promise<void> {
  await answer(api.PUT('/api/v1/notices/settings', { body, headers: { 'If-Match': version, ...newAttempt() } }))
}
