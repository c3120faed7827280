import type { Calendar, FreeSlots, ResourceCalendar, ResourceFacts } from '@jiju/booking/contract/calendars'
import type { Reservation, ReservationQuote } from '@jiju/booking/contract/reservations'
import type { Operation } from '@jiju/booking/core/vocabulary'
import type { LocalDate } from '@jiju/kernel/local-date'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api, newAttempt } from '../../lib/api.ts'
import { FRESH } from '../../lib/query-client.ts'
import type { Span } from './slot-grid.ts'

type SlotWish = { resourceId: string; start: string; end: string; operation?: Operation; quotedTotal?: string }

export const iso = (instant: number) => new Date(instant).toISOString()
export const wishOf = (resourceId: string, span: Span, operation: Operation | undefined): SlotWish => ({
  resourceId,
  start: iso(span.start),
  end: iso(span.end),
  ...(operation ? { operation } : {}),
})

/** Booking rules of a resource; refused with 404 when its time cannot be booked here. */
export const rulesOptions = (resourceId: string) =>
  queryOptions({
    queryKey: ['booking', 'rules', resourceId],
    queryFn: async (): Promise<Calendar> =>
      await answer(api.GET('/api/v1/booking/calendars/{resourceId}', { params: { path: { resourceId } } })),
    staleTime: FRESH.catalogue,
  })

/** Days of one resource with what is open, free and taken. */
export const daysOptions = (resourceId: string, from: LocalDate | undefined, days: number) =>
  queryOptions({
    queryKey: ['booking', 'days', resourceId, from ?? 'today', days],
    queryFn: async (): Promise<ResourceCalendar> =>
      await answer(
        api.GET('/api/v1/booking/resources/{resourceId}/calendar', {
          params: { path: { resourceId }, query: { days, ...(from ? { from } : {}) } },
        }),
      ),
    staleTime: FRESH.availability,
    refetchOnWindowFocus: true,
    placeholderData: keepPreviousData,
  })

export const bookingFactsOptions = (resourceId: string) =>
  queryOptions({
    queryKey: ['booking', 'facts', resourceId],
    queryFn: async (): Promise<ResourceFacts> =>
      await answer(api.GET('/api/v1/booking/resources/{resourceId}/facts', { params: { path: { resourceId } } })),
    staleTime: FRESH.catalogue,
  })

export const freeSlotsOptions = (resourceId: string, query: { minutes?: number; near?: string; limit?: number }) =>
  queryOptions({
    queryKey: ['booking', 'free-slots', resourceId, query],
    queryFn: async (): Promise<FreeSlots> =>
      await answer(api.GET('/api/v1/booking/resources/{resourceId}/free-slots', { params: { path: { resourceId }, query } })),
    staleTime: FRESH.availability,
  })

/** Price and broken rules of a wish; nothing is kept. Money is never taken from a cache. */
export const quoteOptions = (wish: SlotWish, readerId: string | null) =>
  queryOptions({
    queryKey: ['booking', 'quote', wish, readerId],
    queryFn: async (): Promise<ReservationQuote> => await answer(api.POST('/api/v1/booking/quotes', { body: wish })),
    staleTime: FRESH.never,
    placeholderData: keepPreviousData,
  })

/** The reader's running hold on a resource, so that a reload or a second window finds it again. */
export const ownHoldOptions = (resourceId: string, personId: string | null) =>
  queryOptions({
    queryKey: ['booking', 'own-hold', resourceId, personId],
    queryFn: async (): Promise<Reservation | null> => {
      const list = await answer<{ items: Reservation[] }>(
        api.GET('/api/v1/booking/reservations', { params: { query: { scope: 'mine', state: 'held', resourceId, limit: 1 } } }),
      )
      return list.items.find((item) => item.state === 'held') ?? null
    },
    staleTime: FRESH.availability,
    enabled: personId !== null,
  })

export async function placeHold(wish: SlotWish): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/holds', { body: wish, headers: newAttempt() }))
}

export async function extendHold(id: string): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/reservations/{id}/extend-hold', { params: { path: { id } }, headers: newAttempt() }))
}

export async function releaseHold(hold: Pick<Reservation, 'id' | 'version'>): Promise<void> {
  await answer(
    api.POST('/api/v1/booking/reservations/{id}/cancel', {
      params: { path: { id: hold.id } },
      body: {},
      headers: { ...newAttempt(), 'If-Match': `"${hold.version}"` },
    }),
  )
}

type Words = { project?: string; note?: string }

export async function confirmHold(id: string, words: Words, attempt: { 'Idempotency-Key': string }): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/reservations/{id}/confirm', { params: { path: { id } }, body: words, headers: attempt }))
}

export async function placeReservation(wish: SlotWish, words: Words, attempt: { 'Idempotency-Key': string }): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/reservations', { body: { ...wish, ...words }, headers: attempt }))
}
