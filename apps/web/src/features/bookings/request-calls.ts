import type { DeclineRequest, InboxCounts, ProposeTime } from '@jiju/booking/contract/requests'
import type { MoveReservation, Reservation } from '@jiju/booking/contract/reservations'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Versioned = Pick<Reservation, 'id' | 'version'>
type Page = { items: Reservation[]; nextCursor: string | null }

const at = (target: Versioned, headers: Attempt) => ({
  params: { path: { id: target.id } },
  headers: { ...headers, 'If-Match': `"${target.version}"` },
})

export async function listRequests(awaits: 'provider' | 'customer', cursor?: string, signal?: AbortSignal): Promise<Page> {
  const query = { awaits, ...(cursor ? { cursor } : {}) }
  return await answer(api.GET('/api/v1/booking/requests', { params: { query }, ...(signal ? { signal } : {}) }))
}

/** What waits for the provider; asked again each minute, so that the menu stays true. */
export const inboxOptions = (isEnabled: boolean) =>
  queryOptions({
    queryKey: ['inbox'],
    queryFn: async (): Promise<InboxCounts> => await answer(api.GET('/api/v1/booking/inbox')),
    enabled: isEnabled,
    staleTime: 15_000,
    refetchInterval: 60_000,
    refetchOnWindowFocus: true,
  })

export async function approveRequest({ target }: { target: Versioned }, headers: Attempt): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/reservations/{id}/approve', at(target, headers)))
}

export async function declineRequest(
  { target, body }: { target: Versioned; body: DeclineRequest },
  headers: Attempt,
): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/reservations/{id}/decline', { ...at(target, headers), body }))
}

export async function proposeTime({ target, body }: { target: Versioned; body: ProposeTime }, headers: Attempt): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/reservations/{id}/propose', { ...at(target, headers), body }))
}

export async function acceptProposal({ target }: { target: Versioned }, headers: Attempt): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/reservations/{id}/accept-proposal', at(target, headers)))
}

export async function refuseProposal({ target }: { target: Versioned }, headers: Attempt): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/reservations/{id}/refuse-proposal', { ...at(target, headers), body: {} }))
}

/** The customer asks to move a booking that the provider confirmed; it stays where it is until there is an answer. */
export async function askToMove({ target, body }: { target: Versioned; body: MoveReservation }, headers: Attempt): Promise<Reservation> {
  const { reason, ...wish } = body
  return await answer(
    api.POST('/api/v1/booking/reservations/{id}/move-requests', {
      ...at(target, headers),
      body: { ...wish, ...(reason ? { words: reason } : {}) },
    }),
  )
}

type MoveAnswer = { id: string }
const ofMove = ({ id }: MoveAnswer, headers: Attempt) => ({ params: { path: { id } }, headers })

export async function approveMove(move: MoveAnswer, headers: Attempt): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/move-requests/{id}/approve', ofMove(move, headers)))
}

export async function declineMove({ body, ...move }: MoveAnswer & { body: DeclineRequest }, headers: Attempt): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/move-requests/{id}/decline', { ...ofMove(move, headers), body }))
}

export async function withdrawMove(move: MoveAnswer, headers: Attempt): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/move-requests/{id}/withdraw', ofMove(move, headers)))
}

export async function markNoShow({ target }: { target: Versioned }, headers: Attempt): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/reservations/{id}/no-show', at(target, headers)))
}
