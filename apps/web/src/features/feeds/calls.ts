import type { OpenedAddress, OpenSharedAddress, OwnFeed, SecretAddress, SecretAddressList } from '@jiju/booking/contract/feeds'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'
import type { Language } from '../../lib/i18n.ts'

type Attempt = ReturnType<typeof newAttempt>
export type Subject = SecretAddressList['subjects'][number]

export const ownFeedOptions = queryOptions({
  queryKey: ['own-feed'],
  queryFn: async (): Promise<OwnFeed> => await answer(api.GET('/api/v1/booking/own-feed', {})),
})

export const addressesOptions = queryOptions({
  queryKey: ['secret-addresses'],
  queryFn: async (): Promise<SecretAddressList> => await answer(api.GET('/api/v1/booking/addresses', {})),
})

export async function openOwnFeed(body: { language: Language }, headers: Attempt): Promise<OpenedAddress> {
  return await answer(api.POST('/api/v1/booking/own-feed', { body, headers }))
}

export async function revokeOwnFeed(_: object, headers: Attempt): Promise<void> {
  await answer(api.POST('/api/v1/booking/own-feed/revoke', { headers }))
}

export async function chooseInvitations(body: { isWanted: boolean }, headers: Attempt): Promise<OwnFeed> {
  return await answer(api.PUT('/api/v1/booking/own-feed/invitations', { body, headers }))
}

/** For oneself with everything, or to hand out. */
export type AddressWish =
  | { readonly use: 'mine'; readonly subject: Subject['subject']; readonly subjectId: string; readonly language: Language }
  | ({ readonly use: 'shared' } & OpenSharedAddress)

export async function openAddress({ use, ...body }: AddressWish, headers: Attempt): Promise<OpenedAddress> {
  if (use === 'mine') return await answer(api.POST('/api/v1/booking/staff-feeds', { body: body as never, headers }))
  return await answer(api.POST('/api/v1/booking/shared-addresses', { body: body as never, headers }))
}

export async function revokeAddress({ id, isShared }: Pick<SecretAddress, 'id' | 'isShared'>, headers: Attempt): Promise<void> {
  const params = { path: { id } }
  if (isShared) await answer(api.POST('/api/v1/booking/shared-addresses/{id}/revoke', { params, headers }))
  else await answer(api.POST('/api/v1/booking/staff-feeds/{id}/revoke', { params, headers }))
}
