import type { Calendar, EditCalendar } from '@jiju/booking/contract/calendars'
import type {
  AskQuote,
  CancelReservation,
  ListReservations,
  MoveReservation,
  PlaceReservation,
  Reservation,
  ReservationHistory,
  ReservationQuote,
} from '@jiju/booking/contract/reservations'
import { queryOptions } from '@tanstack/react-query'
import { answer, answerWithVersion, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page = { items: Reservation[]; nextCursor: string | null }

/** Conditions of a list of reservations; what is absent is not asked for. */
export type ReservationFilter = Partial<Omit<ListReservations, 'cursor'>>

export async function listReservations(filter: ReservationFilter, cursor?: string, signal?: AbortSignal): Promise<Page> {
  const query = { ...filter, ...(cursor ? { cursor } : {}) }
  return await answer(api.GET('/api/v1/booking/reservations', { params: { query }, ...(signal ? { signal } : {}) }))
}

export const reservationOptions = (id: string) =>
  queryOptions({
    queryKey: ['reservations', 'one', id],
    queryFn: async (): Promise<Reservation> => await answer(api.GET('/api/v1/booking/reservations/{id}', { params: { path: { id } } })),
    staleTime: 0,
  })

/** What changed a booking stands in its history, whoever did it: each state of the booking has its own. */
export const historyOptions = ({ id, version, moveRequest }: Pick<Reservation, 'id' | 'version' | 'moveRequest'>) =>
  queryOptions({
    queryKey: ['reservations', 'history', id, version, moveRequest?.id ?? null],
    queryFn: async (): Promise<ReservationHistory> =>
      await answer(api.GET('/api/v1/booking/reservations/{id}/history', { params: { path: { id } } })),
    placeholderData: (before: ReservationHistory | undefined, asked) => (asked?.queryKey[2] === id ? before : undefined),
    staleTime: 0,
  })

/** What a wish would cost and whether it would pass now; nothing is kept. */
export const quoteOptions = (wish: AskQuote | null) =>
  queryOptions({
    queryKey: ['reservations', 'quote', wish],
    queryFn: async (): Promise<ReservationQuote> => await answer(api.POST('/api/v1/booking/quotes', { body: wish as AskQuote })),
    enabled: wish !== null,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

type Versioned = { readonly id: string; readonly version: number }
const versionOf = ({ version }: Versioned) => ({ 'If-Match': `"${version}"` })

export async function placeReservation(body: PlaceReservation, headers: Attempt): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/reservations', { body, headers }))
}

export async function moveReservation(
  { target, body }: { target: Versioned; body: MoveReservation },
  headers: Attempt,
): Promise<Reservation> {
  return await answer(
    api.POST('/api/v1/booking/reservations/{id}/move', {
      params: { path: { id: target.id } },
      body,
      headers: { ...headers, ...versionOf(target) },
    }),
  )
}

export async function cancelReservation(
  { target, body }: { target: Versioned; body: CancelReservation },
  headers: Attempt,
): Promise<Reservation> {
  return await answer(
    api.POST('/api/v1/booking/reservations/{id}/cancel', {
      params: { path: { id: target.id } },
      body,
      headers: { ...headers, ...versionOf(target) },
    }),
  )
}

export async function confirmHold({ id }: { id: string }, headers: Attempt): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/reservations/{id}/confirm', { params: { path: { id } }, body: {}, headers }))
}

export async function extendHold({ id }: { id: string }, headers: Attempt): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/reservations/{id}/extend-hold', { params: { path: { id } }, headers }))
}

export async function readRules(resourceId: string): Promise<{ data: Calendar; version: string | null }> {
  return await answerWithVersion<Calendar>(api.GET('/api/v1/booking/calendars/{resourceId}', { params: { path: { resourceId } } }))
}

export async function saveRules(
  { resourceId, version, body }: { resourceId: string; version: number; body: EditCalendar },
  headers: Attempt,
): Promise<Calendar> {
  return await answer(
    api.PUT('/api/v1/booking/calendars/{resourceId}', {
      params: { path: { resourceId } },
      body,
      headers: { ...headers, 'If-Match': `"${version}"` },
    }),
  )
}
