import type { Charge } from '@jiju/booking/contract/charges'
import type { Consumable, EditConsumable } from '@jiju/booking/contract/consumables'
import type { GiveEvaluation, OwnEvaluation } from '@jiju/booking/contract/evaluations'
import type { Reservation } from '@jiju/booking/contract/reservations'
import type {
  BegunUse,
  BookNow,
  CheckOut,
  EditUseRules,
  ProposeCorrection,
  ReservationUse,
  ScannedUse,
  UseBoard,
  UseCodeList,
  UseCorrection,
  UseRecord,
  UseRules,
  UseUnbooked,
} from '@jiju/booking/contract/use'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }

export const reservationUseOptions = (id: string) =>
  queryOptions({
    queryKey: ['reservations', 'use', id],
    queryFn: async (): Promise<ReservationUse> =>
      await answer(api.GET('/api/v1/booking/reservations/{id}/use', { params: { path: { id } } })),
    staleTime: 0,
    refetchInterval: 60_000,
  })

export const scannedUseOptions = (code: string) =>
  queryOptions({
    queryKey: ['uses', 'scanned', code],
    queryFn: async (): Promise<ScannedUse> => await answer(api.GET('/api/v1/booking/use-codes/{code}', { params: { path: { code } } })),
    staleTime: 0,
    refetchInterval: 60_000,
  })

export const useBoardOptions = queryOptions({
  queryKey: ['uses', 'board'],
  queryFn: async (): Promise<UseBoard> => await answer(api.GET('/api/v1/booking/use-board')),
  staleTime: 0,
  refetchInterval: 60_000,
})

export const useCodesOptions = (resources: readonly string[]) =>
  queryOptions({
    queryKey: ['uses', 'codes', resources],
    queryFn: async (): Promise<UseCodeList> =>
      await answer(api.GET('/api/v1/booking/use-codes', { params: { query: { resource: [...resources] } } })),
    enabled: resources.length > 0,
    staleTime: 0,
  })

export const useRulesOptions = (resourceId: string) =>
  queryOptions({
    queryKey: ['uses', 'rules', resourceId],
    queryFn: async (): Promise<UseRules> =>
      await answer(api.GET('/api/v1/booking/resources/{resourceId}/use-rules', { params: { path: { resourceId } } })),
    staleTime: 0,
  })

export const consumablesOptions = queryOptions({
  queryKey: ['uses', 'consumables'],
  queryFn: async (): Promise<{ items: Consumable[] }> => await answer(api.GET('/api/v1/booking/consumables')),
  staleTime: 0,
})

export async function listUses(filter: { show?: 'all' | 'unproved' }, cursor?: string): Promise<Page<UseRecord>> {
  return await answer(api.GET('/api/v1/booking/uses', { params: { query: { ...filter, ...(cursor ? { cursor } : {}) } } }))
}

export async function checkIn({ id, code }: { id: string; code?: string | undefined }, headers: Attempt): Promise<Reservation> {
  const body = code === undefined ? {} : { code }
  return await answer(api.POST('/api/v1/booking/reservations/{id}/check-in', { params: { path: { id } }, body, headers }))
}

export async function checkOut({ id, body }: { id: string; body: CheckOut }, headers: Attempt): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/reservations/{id}/check-out', { params: { path: { id } }, body, headers }))
}

export async function bookNow({ code, body }: { code: string; body: BookNow }, headers: Attempt): Promise<Reservation> {
  return await answer(api.POST('/api/v1/booking/use-codes/{code}/book-now', { params: { path: { code } }, body, headers }))
}

export async function useUnbooked({ code, body }: { code: string; body: UseUnbooked }, headers: Attempt): Promise<BegunUse> {
  return await answer(api.POST('/api/v1/booking/use-codes/{code}/uses', { params: { path: { code } }, body, headers }))
}

export async function finishUse({ id }: { id: string }, headers: Attempt): Promise<unknown> {
  return await answer(api.POST('/api/v1/booking/running-uses/{id}/finish', { params: { path: { id } }, headers }))
}

export async function confirmUse({ id }: { id: string }, headers: Attempt): Promise<UseRecord> {
  return await answer(api.POST('/api/v1/booking/uses/{id}/confirm', { params: { path: { id } }, headers }))
}

export async function proposeCorrection({ id, body }: { id: string; body: ProposeCorrection }, headers: Attempt): Promise<UseCorrection> {
  return await answer(api.POST('/api/v1/booking/uses/{id}/corrections', { params: { path: { id } }, body, headers }))
}

export async function decideCorrection(
  { id, act }: { id: string; act: 'confirm' | 'decline' | 'withdraw' },
  headers: Attempt,
): Promise<UseCorrection> {
  const params = { path: { id } }
  if (act === 'withdraw') return await answer(api.POST('/api/v1/booking/use-corrections/{id}/withdraw', { params, headers }))
  if (act === 'confirm') return await answer(api.POST('/api/v1/booking/use-corrections/{id}/confirm', { params, body: {}, headers }))
  return await answer(api.POST('/api/v1/booking/use-corrections/{id}/decline', { params, body: {}, headers }))
}

export async function answerCharge({ id, words }: { id: string; words: string | null }, headers: Attempt): Promise<Charge> {
  const params = { path: { id } }
  if (words === null) return await answer(api.POST('/api/v1/booking/charges/{id}/accept', { params, headers }))
  return await answer(api.POST('/api/v1/booking/charges/{id}/object', { params, body: { words }, headers }))
}

export async function giveEvaluation({ id, body }: { id: string; body: GiveEvaluation }, headers: Attempt): Promise<OwnEvaluation> {
  return await answer(api.POST('/api/v1/booking/reservations/{id}/evaluation', { params: { path: { id } }, body, headers }))
}

export async function makeUseCodes(body: { resourceIds: string[]; isRenewal?: boolean }, headers: Attempt): Promise<UseCodeList> {
  return await answer(api.POST('/api/v1/booking/use-codes', { body, headers }))
}

export async function saveUseRules(
  { resourceId, version, body }: { resourceId: string; version: number; body: EditUseRules },
  headers: Attempt,
): Promise<UseRules> {
  return await answer(
    api.PUT('/api/v1/booking/resources/{resourceId}/use-rules', {
      params: { path: { resourceId } },
      body,
      headers: { ...headers, 'If-Match': `"${version}"` },
    }),
  )
}

export async function saveConsumable(
  { id, version, body }: { id: string | null; version: number; body: EditConsumable },
  headers: Attempt,
): Promise<Consumable> {
  if (id === null) return await answer(api.POST('/api/v1/booking/consumables', { body, headers }))
  return await answer(
    api.PUT('/api/v1/booking/consumables/{id}', {
      params: { path: { id } },
      body,
      headers: { ...headers, 'If-Match': `"${version}"` },
    }),
  )
}
